import {expect, fixture, html} from '@open-wc/testing';
import {en} from '../../../dist/esm/locales/en.js';
import {ConsentDeclaration} from '../../../dist/esm/ui/declaration.js';
import type {PlacedView} from '../../../dist/esm/ui/placed.js';
import {serviceOf} from '../fixtures/configs.js';
import {MARKUP, keptOf, placedView} from '../fixtures/views.js';

customElements.define('consent-declaration', ConsentDeclaration);

const STATES = {'_pk_id.*': 'present', __pixel: 'unseen'} as const;

async function show(view: Partial<PlacedView> = {}): Promise<ConsentDeclaration> {
  const element = await fixture<ConsentDeclaration>(html`<consent-declaration></consent-declaration>`);
  element.view = placedView({kept: keptOf(STATES), ...view});
  return element;
}

const all = (element: ConsentDeclaration, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const words = ({textContent}: HTMLElement) => textContent!.replace(/\s+/g, ' ').trim();
const rows = (element: ConsentDeclaration) =>
  all(element, 'tbody tr').map((row) => [...row.children].map((cell) => words(cell as HTMLElement)));
const link = (element: ConsentDeclaration, format: string) =>
  all(element, 'a[download]').find(({textContent}) => textContent!.includes(format)) as HTMLAnchorElement;
const file = async (element: ConsentDeclaration, format: string) =>
  (await fetch(link(element, format).href)).text();

describe('<consent-declaration>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`passes the accessibility audit, ${theme}`, async () => {
      await expect(await show({theme})).to.be.accessible();
    });
  }

  it('lists everything that may be stored by category, service and name, the necessary first', async () => {
    const categories = [...placedView().categories].reverse();
    const element = await show({categories});
    expect(all(element, 'h3').map(words)).to.eql(['Necessary', 'Advertising', 'Analytical', 'Functional']);
    expect(all(element, 'section:first-child strong').map(words)).to.eql(['Privacy choices', 'Shop']);
    expect(rows(element).map(([name]) => name)).to.eql([
      '__Host-consent-gate',
      'consent-gate-sweep localStorage',
      '__pixel',
      '_pk_id.*',
      'own',
    ]);
  });

  it('says of each what for, how long, who sets it, and whether it is stored now', async () => {
    const [record, , matomo, , pixel] = rows(await show());
    expect(record!.slice(1)).to.eql(['Remembers a privacy choice', '182 days', 'this site', 'not stored']);
    expect(matomo!.slice(1)).to.eql(['Recognises a returning visitor', '13 months', 'this site', 'stored']);
    expect(pixel!.slice(1)).to.eql([
      'Recognises the visitor for advertising',
      '1 year',
      'belongs to the provider’s own site',
      'not visible to this page',
    ]);
  });

  it('names who is behind a service, and their policy', async () => {
    const element = await show();
    expect(all(element, 'caption').map(words)).to.include('Matomo Provider: Rackslab SAS · Privacy policy');
    expect(all(element, 'caption').map(words)).to.include('Pixel Provider: Zeta AS, Beta AB');
    expect(link(element, 'Privacy policy')).to.equal(undefined);
    expect(all(element, 'caption a').map((one) => one.getAttribute('href'))).to.eql([
      'https://matomo.example/privacy',
    ]);
  });

  it('is made of tables whose cells name their row and column', async () => {
    const element = await show();
    for (const table of all(element, 'table')) {
      expect(table.querySelectorAll('caption, thead th[scope=col]').length).to.equal(6);
      expect(table.querySelectorAll('tbody th[scope=row]').length).to.equal(
        table.querySelectorAll('tbody tr').length,
      );
    }
  });

  it('lists a service that stores nothing', async () => {
    const element = await show({services: [serviceOf('still', 'analytical', {name: 'Still'})]});
    expect(all(element, '.service p').map(words)).to.eql(['Still']);
  });

  it('shows new states when they are told', async () => {
    const element = await show();
    element.view = {...element.view!, kept: keptOf({own: 'present'})};
    expect(rows(element).map((row) => row.at(-1))).to.eql([
      'not stored',
      'not stored',
      'not stored',
      'stored',
      'not stored',
    ]);
  });

  it('claims to see nothing as long as nobody has looked', async () => {
    const element = await show({kept: undefined});
    expect(new Set(rows(element).map((row) => row.at(-1)))).to.eql(new Set([en.unseen]));
  });

  it('is saved as CSV in the visitor’s words', async () => {
    const element = await show();
    const [headings, ...lines] = (await file(element, 'CSV')).trim().split('\r\n');
    expect(link(element, 'CSV').download).to.equal('cookies.csv');
    expect(headings).to.equal(
      '"category","service","provider","name","in","purpose","lifetime","party","state"',
    );
    expect(lines.length).to.equal(5);
    expect(lines).to.include(
      '"Analytical","Matomo","Rackslab SAS","_pk_id.*","cookie","Recognises a returning visitor","13 months","this site","stored"',
    );
  });

  it('is saved as JSON, as it is configured', async () => {
    const element = await show();
    const {services, ...about} = JSON.parse(await file(element, 'JSON'));
    expect(link(element, 'JSON').download).to.equal('cookies.json');
    expect(about).to.eql({
      schema: 'consent-declaration/1',
      site: location.host,
      controller: 'Rackslab SAS',
    });
    expect(services.map(({id}: {id: string}) => id)).to.eql(['consent-gate', 'shop', 'matomo', 'pixel']);
    expect(services[3].storage).to.eql([
      {
        name: '__pixel',
        in: 'cookie',
        party: 'third',
        httpOnly: false,
        purpose: 'ads',
        lifetime: 'P1Y',
        state: 'unseen',
      },
    ]);
  });

  it('saves what is shown, also after it has changed', async () => {
    const element = await show();
    const before = link(element, 'CSV').href;
    element.view = {...element.view!};
    expect(link(element, 'CSV').href).to.equal(before);
    element.view = {...element.view!, kept: keptOf({own: 'present'})};
    expect(link(element, 'CSV').href).not.to.equal(before);
    expect(await file(element, 'CSV')).to.include('"until the browser closes","this site","stored"');
  });

  it('keeps no file once it has left the page', async () => {
    const element = await show();
    const {href} = link(element, 'JSON');
    element.remove();
    const error = await fetch(href).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(TypeError);
  });

  it('has every label of a narrow page, and is never wider than its place', async () => {
    const element = await show();
    const place = element.parentElement!;
    place.style.inlineSize = '260px';
    expect(element.scrollWidth).to.be.at.most(260);
    expect(getComputedStyle(all(element, 'thead')[0]!).display).to.equal('none');
    place.style.inlineSize = '';
  });

  it('shows markup in the site’s words as text', async () => {
    const storage = [{name: MARKUP, purpose: MARKUP, lifetime: MARKUP}];
    const evil = serviceOf('evil', 'analytical', {name: MARKUP, provider: MARKUP, reason: MARKUP, storage});
    const element = await show({services: [evil], texts: {...en, state: MARKUP}});
    expect(all(element, 'img, b')).to.eql([]);
    expect(window).not.to.have.property('hacked');
  });

  it('speaks the language of the page’s interface', async () => {
    const element = await show({lang: 'nb', dir: 'rtl', texts: {...en, absent: 'ikke lagret'}});
    expect(element.lang).to.equal('nb');
    expect(element.dir).to.equal('rtl');
    expect(rows(element)[0]!.at(-1)).to.equal('ikke lagret');
    expect(all(element, 'th bdi').every(({dir}) => dir === 'ltr')).to.equal(true);
  });
});
