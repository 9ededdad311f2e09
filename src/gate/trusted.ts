/** https://www.w3.org/TR/trusted-types/ — as far as the gate needs it. */
interface Policy {
  createScript(text: string): string;
  createScriptURL(url: string): string;
}
declare global {
  interface Window {
    readonly trustedTypes?: {createPolicy(name: string, rules: Policy): Policy};
  }
}

const asIs: Policy = {createScript: (text) => text, createScriptURL: (url) => url};
let policy: Policy | undefined;

/**
 * The only place where text becomes a script: what the site itself marked up, or what one of
 * its services asked for. Allow it with `trusted-types consent-gate lit-html`.
 */
export function trusted(): Policy {
  try {
    policy ??= window.trustedTypes?.createPolicy('consent-gate', asIs);
  } catch {
    // The page's policy does not list us: the browser has reported it, and will refuse the script.
  }
  return policy ?? asIs;
}
