import {html} from 'lit/html.js';
import type {TemplateResult} from 'lit/html.js';

/** A file that is made in the page. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Links by which a visitor saves what an element shows. Made from `blob:` addresses, which no policy forbids to save. */
export class Downloads {
  /** An address lives until its file is another one. */
  readonly #made = new Map<string, {readonly text: string; readonly address: string}>();

  link(file: MadeFile, label: string): TemplateResult {
    return html`<a download=${file.name} href=${this.#addressOf(file)}>${label}</a>`;
  }

  /** Gives the memory back. */
  release(): void {
    for (const {address} of this.#made.values()) URL.revokeObjectURL(address);
    this.#made.clear();
  }

  #addressOf({name, type, text}: MadeFile): string {
    const made = this.#made.get(name);
    if (made?.text === text) return made.address;
    if (made) URL.revokeObjectURL(made.address);
    const address = URL.createObjectURL(new Blob([text], {type}));
    this.#made.set(name, {text, address});
    return address;
  }
}
