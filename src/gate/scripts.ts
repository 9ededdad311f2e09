import {mark} from './mark.js';
import {trusted} from './trusted.js';

/** Inserts scripts, and takes back those that have not run yet. */
export interface Scripts {
  /** Releases what is allowed in the page's markup, in page order. Safe to call at any time, any number of times. */
  release(): void;
  /** Inserts one script; resolves when it ran, rejects when it could not be had; neither if it is not allowed. */
  insert(
    script: HTMLScriptElement,
    isAllowed: () => boolean,
    place: (script: HTMLScriptElement) => void,
  ): Promise<void>;
  /**
   * Takes back every script that is no longer allowed and has not run yet. Returns the services
   * (or categories, where no service is named) whose marked-up scripts did run.
   */
  cancel(): string[];
}

/** A script on its way. `undo` puts the page's own markup back, so that it can be released again. */
interface Running {
  readonly isAllowed: () => boolean;
  readonly isOrdered: boolean;
  readonly undo: () => void;
}

const INERT = 'script[type="text/plain"][data-category]';

/** @param isAllowed whether an element of the page's markup may load now; asked right before each activation */
export const createScripts = (
  isAllowed: (element: HTMLElement) => boolean,
  nonce: string | undefined,
): Scripts => new GatedScripts(isAllowed, nonce);

class GatedScripts implements Scripts {
  readonly #isAllowed: (element: HTMLElement) => boolean;
  readonly #nonce: string | undefined;
  readonly #running = new Map<HTMLScriptElement, Running>();
  readonly #ran = new Set<HTMLScriptElement>();
  readonly #preloaded = new WeakSet<Element>();
  /** The page's markup that was released, and what took its place. */
  readonly #revived = new Map<HTMLScriptElement, HTMLScriptElement>();

  constructor(isAllowed: (element: HTMLElement) => boolean, nonce: string | undefined) {
    this.#isAllowed = isAllowed;
    this.#nonce = nonce;
  }

  release(): void {
    let held = false;
    for (const inert of document.querySelectorAll<HTMLScriptElement>(INERT)) {
      if (!this.#isAllowed(inert) || !isParsed(inert) || this.#isRenderedAgain(inert)) continue;
      const src = sourceOf(inert);
      const isOrdered = !src || !inert.hasAttribute('async');
      // Inline text runs as soon as it is inserted, so it waits for the files before it,
      // and what follows waits for the text: downloading meanwhile.
      held ||= !src && [...this.#running.values()].some((entry) => entry.isOrdered);
      if (held && isOrdered) this.#preload(inert, src);
      else this.#activate(inert, src, isOrdered);
    }
  }

  insert(
    script: HTMLScriptElement,
    isAllowed: () => boolean,
    place: (script: HTMLScriptElement) => void,
  ): Promise<void> {
    // A service may ask late, when it has waited for something else.
    if (!isAllowed()) return new Promise(() => {});
    script.nonce = this.#nonce ?? '';
    const loaded = this.#track(script, {isAllowed, isOrdered: false, undo: () => script.remove()});
    place(script);
    return loaded;
  }

  cancel(): string[] {
    for (const [script, {isAllowed, undo}] of this.#running) {
      if (isAllowed()) continue;
      this.#running.delete(script);
      undo();
      // A script that was inserted runs on arrival even when it is removed. In another document it does not:
      // https://html.spec.whatwg.org/multipage/scripting.html#execute-the-script-element step 2
      document.implementation.createHTMLDocument('').adoptNode(script);
    }
    const beyond = [...this.#ran].filter((inert) => !this.#isAllowed(inert));
    for (const inert of beyond) this.#ran.delete(inert);
    return [...new Set(beyond.map((inert) => mark(inert, 'service') ?? mark(inert, 'category')!))];
  }

  #activate(inert: HTMLScriptElement, src: string | null, isOrdered: boolean): void {
    const script = revive(inert, src, inert.nonce || this.#nonce);
    const isAllowed = () => this.#isAllowed(inert);
    const done = () => void this.#ran.add(inert);
    const undo = () => {
      this.#revived.delete(inert);
      script.replaceWith(inert);
    };
    this.#revived.set(inert, script);
    inert.replaceWith(script);
    if (!src) return done();
    // A failure is the page's own business, as it would be without a gate.
    this.#track(script, {isAllowed, isOrdered, undo}).then(done, done);
  }

  /** A framework that renders anew takes away what ran, and brings the same markup again. */
  #isRenderedAgain(inert: HTMLScriptElement): boolean {
    return [...this.#revived].some(([other, script]) => !script.isConnected && other.isEqualNode(inert));
  }

  #track(script: HTMLScriptElement, entry: Running): Promise<void> {
    this.#running.set(script, entry);
    return new Promise((resolve, reject) => {
      const settle = (done: () => void) => () => {
        // What was taken back still fires an error in Firefox when it arrives.
        if (!this.#running.delete(script)) return;
        done();
        this.release();
      };
      const fail = () => reject(new Error(`${script.src} could not be loaded`));
      script.addEventListener('load', settle(resolve));
      script.addEventListener('error', settle(fail));
    });
  }

  #preload(inert: HTMLScriptElement, src: string | null): void {
    if (!src || this.#preloaded.has(inert)) return;
    this.#preloaded.add(inert);
    const link = Object.assign(document.createElement('link'), {rel: 'preload', as: 'script', href: src});
    for (const name of ['crossorigin', 'integrity', 'referrerpolicy']) {
      if (inert.hasAttribute(name)) link.setAttribute(name, inert.getAttribute(name)!);
    }
    link.nonce = inert.nonce || this.#nonce || '';
    document.head.append(link);
  }
}

/** A browser never runs a script element that it has once seen as text, so a new one takes its place. */
function revive(inert: HTMLScriptElement, src: string | null, nonce: string | undefined): HTMLScriptElement {
  const script = document.createElement('script');
  for (const {name, value} of inert.attributes) {
    if (!['type', 'src', 'data-src', 'data-type', 'nonce'].includes(name)) script.setAttribute(name, value);
  }
  script.type = mark(inert, 'type') ?? '';
  script.nonce = nonce ?? '';
  script.async = inert.hasAttribute('async');
  if (src) script.src = trusted().createScriptURL(src);
  else script.text = trusted().createScript(inert.text);
  return script;
}

const sourceOf = (inert: HTMLScriptElement) => mark(inert, 'src') ?? inert.getAttribute('src');

/** Whether the parser is past the element: before that, an inline text may still be half there. */
function isParsed(inert: HTMLScriptElement): boolean {
  if (document.readyState !== 'loading' || sourceOf(inert)) return true;
  let node: Node | null = inert;
  while (node && !node.nextSibling) node = node.parentNode;
  return node !== null;
}
