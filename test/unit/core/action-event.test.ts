import {expect, oneEvent} from '@open-wc/testing';
import {ConsentActionEvent} from '../../../dist/esm/core/action-event.js';
import {ConsentChangeEvent} from '../../../dist/esm/core/change-event.js';
import {blank, configOf} from '../fixtures/configs.js';

describe('ConsentActionEvent', () => {
  it("reaches the document from inside a site's own shadow root", async () => {
    const host = document.createElement('div');
    const button = document.createElement('button');
    host.attachShadow({mode: 'closed'}).append(button);
    document.body.append(host);
    const heard = oneEvent(document, 'consent-action');
    button.dispatchEvent(new ConsentActionEvent({type: 'withdraw'}));
    expect(await heard).to.deep.include({action: {type: 'withdraw'}, layer: 'none'});
    host.remove();
  });
});

describe('ConsentChangeEvent', () => {
  it('carries the consent and what changed', () => {
    const consent = blank(configOf());
    const change = {
      cause: 'decided',
      granted: [],
      denied: [],
      removed: [],
      remaining: [],
      unstopped: [],
    } as const;
    expect(new ConsentChangeEvent(consent, change)).to.include({type: 'consent-change', consent, change});
  });
});
