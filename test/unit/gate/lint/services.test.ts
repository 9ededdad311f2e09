import {expect} from '@open-wc/testing';
import {checkServices} from '../../../../dist/esm/gate/lint/services.js';
import type {ConsentOptions, Service} from '../../../../dist/esm/types.js';
import {configOf, serviceOf} from '../../fixtures/configs.js';
import {keepWarnings} from '../../fixtures/warnings.js';

function complaintsAbout(...services: unknown[]): string[] {
  const {said, warn} = keepWarnings();
  checkServices(configOf({services: services as ConsentOptions['services'] & {}}), warn);
  return said;
}

describe('checkServices', () => {
  const misfiled: Readonly<Record<string, unknown>> = {
    'by its file': {use: 'hotjar', category: 'necessary', reason: 'We like it'},
    'by its id': serviceOf('hotjar', 'necessary'),
    'by its hosts': serviceOf('heat', 'necessary', {hosts: ['https://static.hotjar.com']}),
  };
  for (const [how, service] of Object.entries(misfiled)) {
    it(`names the usual category of what is filed as necessary, known ${how}`, () => {
      const [complaint, ...more] = complaintsAbout(service);
      expect(complaint).to.match(
        /is filed as necessary.*Hotjar is usually analytical; write "category": "analytical"/,
      );
      expect(more).to.eql([]);
    });
  }

  it('says the same before and after the file of a used service is there', () => {
    const hosts = ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'];
    expect(complaintsAbout({use: 'google-analytics', id: 'counting', category: 'necessary'})).to.eql(
      complaintsAbout(serviceOf('counting', 'necessary', {hosts})),
    );
  });

  it('leaves what is necessary, or filed elsewhere, alone', () => {
    const services = [
      serviceOf('shop', 'necessary', {hosts: ['shop.example']}),
      {use: 'stripe'},
      serviceOf('stripe', 'necessary', {hosts: ['*.stripe.com']}),
      {use: 'hotjar'},
      serviceOf('hotjar', 'advertising'),
    ];
    expect(complaintsAbout(...services)).to.eql([]);
  });

  it('says what a service with mode "signal" sends before consent, where to, and how to stop it', () => {
    const signal: Partial<Service> = {
      mode: 'signal',
      hosts: ['www.googletagmanager.com', '*.google-analytics.com'],
    };
    const [complaint] = complaintsAbout(serviceOf('google-analytics', 'analytical', signal));
    expect(complaint).to.include(
      "before any consent it loads, and sends the visitor's IP address, browser and the page's address to " +
        'www.googletagmanager.com, *.google-analytics.com, in pings without cookies; to send nothing before consent, ' +
        'write "mode": "block"',
    );
    const [own] = complaintsAbout(serviceOf('acme', 'analytical', {mode: 'signal', hosts: ['acme.example']}));
    expect(own).to.include('address to acme.example; to send nothing');
  });

  it('says nothing of a service that waits', () => {
    expect(complaintsAbout(serviceOf('acme', 'analytical', {mode: 'block'}), serviceOf('other'))).to.eql([]);
  });
});
