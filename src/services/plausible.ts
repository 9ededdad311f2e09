import type {Service} from '../types.js';
import {createStub} from './stub.js';

/** https://plausible.io/docs/plausible-script */
export interface PlausibleOptions {
  /** The site, as it is called in Plausible. */
  readonly domain: string;
  /** A script of one's own, such as `https://plausible.io/js/pa-….js`. Default: `https://plausible.io/js/script.js`. */
  readonly scriptUrl?: string;
}

export const optionNames = ['domain!', 'scriptUrl'] as const;

/** Plausible Analytics. It stores nothing, and its stop is verified. Facts: its tracker 0.4.6. */
export function plausible({
  domain,
  scriptUrl = 'https://plausible.io/js/script.js',
}: PlausibleOptions): Service {
  // That newer scripts start with the settings in `o` is unverified.
  const track = createStub('plausible', {fields: {o: {}}});
  return {
    id: 'plausible',
    category: 'analytical',
    name: 'Plausible Analytics',
    provider: 'Plausible Insights OÜ',
    policy: 'https://plausible.io/privacy',
    hosts: [scriptUrl],
    storage: [],
    beforeLoad: track.install,
    load: ({script}) => script({src: scriptUrl, attributes: {'data-domain': domain}}),
    onGrant(_, {first}) {
      if (first) return;
      delete FLAGS().plausible_ignore;
      track('pageview');
    },
    onCancel: track.empty,
    onRevoke() {
      FLAGS().plausible_ignore = 'true';
      // The flag does not keep it from reporting the time on the page; a view that it ignores does. Before
      // that it reports once more, so for this one call it finds nothing to report with.
      const {fetch} = window;
      Object.assign(window, {fetch: undefined});
      track('pageview');
      Object.assign(window, {fetch});
      return 'verified';
    },
  };
}

/** Its script reads `localStorage.plausible_ignore`: seen from there, and stored nowhere, it ends with the page. */
const FLAGS = () => Storage.prototype as {plausible_ignore?: string};
