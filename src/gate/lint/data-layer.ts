import type {Warn} from './warn.js';

/**
 * Google's tags believe a consent default only if it comes first.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export function createLayerCheck(warn: Warn): () => void {
  // Tag Manager forgets old entries, so a good beginning is remembered.
  const begunWell = new WeakSet<object>();
  return () => {
    const {dataLayer} = window as {dataLayer?: unknown};
    if (!Array.isArray(dataLayer) || begunWell.has(dataLayer)) return;
    const told = dataLayer
      .filter(isCommand)
      .find(([name, kind]) => isMeasuring(name) || isDefault(name, kind));
    if (!told) return;
    if (isMeasuring(told[0])) warn(complaint(told), told);
    else begunWell.add(dataLayer);
  };
}

/** Google takes nothing else for a command. */
const isCommand = (entry: unknown): entry is unknown[] =>
  Object.prototype.toString.call(entry) === '[object Arguments]';

const isMeasuring = (name: unknown) => name === 'config' || name === 'event';
const isDefault = (name: unknown, kind: unknown) => name === 'consent' && kind === 'default';

function complaint([name, what]: readonly unknown[]): string {
  const use = /^(AW|DC)-/.test(`${what}`) ? 'google-ads' : 'google-analytics';
  return (
    `gtag('${name}', '${what}') stands in the dataLayer before any consent default, so Google's tags take it as ` +
    `granted; leave the page's own gtag commands out, {"use": "${use}"} in services says them in the right order`
  );
}
