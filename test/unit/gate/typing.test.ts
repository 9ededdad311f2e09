import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {watchTyping} from '../../../dist/esm/gate/typing.js';

const form = () =>
  fixture<HTMLFormElement>(
    html`<form @submit=${(event: Event) => event.preventDefault()}>
      <input aria-label="Name" value="given" />
      <textarea aria-label="Message"></textarea>
      <input type="checkbox" role="switch" data-category="functional" aria-label="Functional" />
    </form>`,
  );

/** Keys, as a visitor presses them. */
async function type(field: HTMLElement, text: string) {
  field.focus();
  await sendKeys({type: text});
}

describe('watchTyping', () => {
  it('finds nothing where the visitor typed nothing, whatever the site has filled in', async () => {
    const hasTyped = watchTyping();
    await form();
    expect(hasTyped()).to.equal(false);
  });

  it('finds what the visitor has typed', async () => {
    const hasTyped = watchTyping();
    await type((await form()).querySelector('textarea')!, 'Hello');
    expect(hasTyped()).to.equal(true);
  });

  it('finds it inside of a shadow root too', async () => {
    const hasTyped = watchTyping();
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const field = document.createElement('input');
    host.attachShadow({mode: 'open'}).append(field);
    await type(field, 'Hello');
    expect(hasTyped()).to.equal(true);
  });

  it('finds it in a text without a field', async () => {
    const hasTyped = watchTyping();
    await type(await fixture<HTMLElement>(html`<p contenteditable>.</p>`), 'Hello');
    expect(hasTyped()).to.equal(true);
  });

  it('finds nothing any more when it is cleared, sent, or gone', async () => {
    const hasTyped = watchTyping();
    const [cleared, sent, gone] = [await form(), await form(), await form()];
    for (const each of [cleared, sent, gone]) await type(each.querySelector('textarea')!, 'Hello');
    cleared.reset();
    sent.requestSubmit();
    expect(hasTyped()).to.equal(true);
    gone.remove();
    expect(hasTyped()).to.equal(false);
  });

  it('takes a switch of the preference center for no text', async () => {
    const hasTyped = watchTyping();
    (await form()).querySelector<HTMLInputElement>('[data-category]')!.focus();
    await sendKeys({press: ' '});
    expect(hasTyped()).to.equal(false);
  });
});
