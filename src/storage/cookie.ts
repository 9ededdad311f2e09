import Cookies from 'js-cookie';
import type {Config} from '../types.js';
import {attempt} from '../core/attempt.js';
import {cookieName} from '../core/cookie-name.js';

/** Where the record is kept. When it is not, the consent lives as long as the page. */
interface RecordStorage {
  read(): string | undefined;
  /** The browser may keep it or not: read it back to know. `expiresAt`: milliseconds since 1970. */
  write(value: string, expiresAt: number): void;
  remove(): void;
}

/** One first-party cookie. */
export function cookieStorage(named: Config['cookie']): RecordStorage {
  const {domain} = named;
  const secure = location.protocol === 'https:';
  const cookie = cookieName(named, secure);
  // Lax, not Strict: a visitor who arrives by a link has decided before, and the server may want to know.
  // Always with a domain, if an undefined one: js-cookie would take that of a page's `Object.prototype`.
  const attributes = {path: '/', sameSite: 'lax', secure, domain} as const;
  return {
    read: () => attempt(() => Cookies.get(cookie)),
    write: (value, expiresAt) =>
      void attempt(() => Cookies.set(cookie, value, {...attributes, expires: new Date(expiresAt)})),
    remove: () => void attempt(() => Cookies.remove(cookie, attributes)),
  };
}
