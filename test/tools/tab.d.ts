/**
 * What an engine has to offer for one tab; `Page` makes the rest of it. Nothing here waits for what the page
 * does.
 */
export interface Tab {
  /** The value of an expression in the page, a promise's included. */
  evaluate(expression: string): Promise<unknown>;
  navigate(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  click(x: number, y: number): Promise<void>;
  move(x: number, y: number): Promise<void>;
  /** Presses the keys together and lets them go. */
  press(keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  cookies(): Promise<Cookie[]>;
  /** What the page said on its console. */
  messages(): string[];
  screenshot(): Promise<Buffer>;
  /** Puppeteer's snapshot of it; in Chromium only. */
  accessibilityTree?(): Promise<unknown>;
  /** Brings the tab to the front. */
  focus(): Promise<void>;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** With a leading dot if it was set with a domain, without if it is host-only. */
  readonly domain: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Seconds since 1970, or null for a session cookie. */
  readonly expires: number | null;
}
