import type {Action, Layer, LoadOnce} from '../types.js';

/** What a control asks for: a decision, one embed for now, or to see the choices. */
export type Request = Action | LoadOnce | {readonly type: 'open-preferences'};

/**
 * The one way in which anything on the page asks for a change of consent. Raised by
 * the elements, heard once, on `document`. A site's own button may raise it too.
 */
export class ConsentActionEvent extends Event {
  readonly action: Request;
  readonly layer: Layer;

  constructor(action: Request, layer: Layer = 'none') {
    super('consent-action', {bubbles: true, composed: true});
    this.action = action;
    this.layer = layer;
  }
}

declare global {
  interface DocumentEventMap {
    'consent-action': ConsentActionEvent;
  }
  interface HTMLElementEventMap {
    'consent-action': ConsentActionEvent;
  }
}
