import type {Config, Service, Texts} from '../types.js';

/** What the visitor was shown when deciding. Its hash stands in every receipt; keep the document with them. */
export interface Notice {
  readonly schema: 'consent-notice/1';
  readonly version: string;
  readonly controller: Config['controller'];
  readonly policyUrl: string;
  readonly categories: readonly {readonly id: string; readonly title: string; readonly text: string}[];
  readonly services: readonly Pick<
    Service,
    'id' | 'category' | 'name' | 'provider' | 'recipients' | 'storage' | 'reason'
  >[];
  readonly ui: Texts & {readonly lang: string; readonly layout: string};
  readonly lib: string;
}

/** Written with sorted keys and without spaces (RFC 8785), so that equal notices are equal bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(
    ([, entry]) => entry !== undefined && typeof entry !== 'function',
  );
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
    .join()}}`;
}

/**
 * `sha256-` and the base64url digest of the canonical text.
 *
 * @throws {TypeError} on plain http, where browsers offer no cryptography.
 */
export async function hash(notice: Notice): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(notice)));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `sha256-${base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')}`;
}
