import {expect} from '@open-wc/testing';
import {createGoogleConsent} from '../../../dist/esm/services/google-consent.js';
import type {Choice, ServiceContext} from '../../../dist/esm/types.js';
import {contextOf} from '../fixtures/context.js';

/** As the gate has it: these are granted, and this was said of single services. */
function having(granted: string[], services: Record<string, Choice>): ServiceContext {
  const context = contextOf(...granted);
  return {...context, consent: {...context.consent, services}};
}

/** What Google's tags are told. */
function told(context: ServiceContext) {
  createGoogleConsent().tell(context);
  const {ad_storage, analytics_storage} = (window.dataLayer!.at(-1) as ArrayLike<Record<string, string>>)[2]!;
  return {ad_storage, analytics_storage};
}

describe('createGoogleConsent', () => {
  const forget = () => Reflect.deleteProperty(window, 'dataLayer');
  beforeEach(forget);
  after(forget);

  it('tells the no to one of the services, though its category is granted', () => {
    const granted = ['analytical', 'advertising'];
    expect(told(having(granted, {'google-analytics': 'denied'}))).to.eql({
      ad_storage: 'granted',
      analytics_storage: 'denied',
    });
    expect(told(having(granted, {'google-ads': 'denied'}))).to.eql({
      ad_storage: 'denied',
      analytics_storage: 'granted',
    });
  });

  it('tells the yes to one of the services, though its category is denied', () => {
    expect(told(having(['google-analytics'], {'google-analytics': 'granted'}))).to.eql({
      ad_storage: 'denied',
      analytics_storage: 'granted',
    });
  });

  it('goes by the category where nothing was said of the service', () => {
    expect(told(having(['advertising'], {}))).to.eql({ad_storage: 'granted', analytics_storage: 'denied'});
  });
});
