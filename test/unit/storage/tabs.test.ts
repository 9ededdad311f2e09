import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {followTabs} from '../../../dist/esm/storage/tabs.js';

/** Another tab of the same site. */
const openTab = (name: string) => new BroadcastChannel(name);

const leave = () => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
const comeBack = () => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));

/** How often the page was told, and the way to tell the others. */
function follow(name: string) {
  const told = {times: 0};
  const tellTabs = followTabs(name, () => (told.times += 1));
  return {told, tellTabs};
}

describe('followTabs', () => {
  it('hears of a change in another tab', async () => {
    const {told} = follow('tabs-hears');
    const tab = openTab('tabs-hears');
    tab.postMessage(0);
    await waitUntil(() => told.times === 1);
    tab.close();
  });

  it('tells the other tabs of a change in this one, and not itself', async () => {
    const {told, tellTabs} = follow('tabs-tells');
    const tab = openTab('tabs-tells');
    const heard = oneEvent(tab, 'message');
    tellTabs();
    await heard;
    expect(told.times).to.equal(0);
    tab.close();
  });

  it('looks again when the page comes back from the history', () => {
    const {told} = follow('tabs-history');
    comeBack();
    expect(told.times).to.equal(1);
  });

  it('looks again when the tab is shown or hidden', () => {
    const {told} = follow('tabs-visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told.times).to.equal(1);
  });

  it('keeps no channel open in the history, and opens it again on return', async () => {
    const {told, tellTabs} = follow('tabs-leaves');
    const [tab, witness] = [openTab('tabs-leaves'), openTab('tabs-leaves')];
    leave();
    const witnessed = oneEvent(witness, 'message');
    tab.postMessage(0);
    await witnessed;
    expect(told.times).to.equal(0);
    expect(tellTabs).not.to.throw();
    comeBack();
    tab.postMessage(0);
    await waitUntil(() => told.times === 2);
    [tab, witness].forEach((each) => each.close());
  });

  describe('in a browser without channels', () => {
    const {BroadcastChannel} = globalThis;
    beforeEach(() => Object.assign(globalThis, {BroadcastChannel: undefined}));
    afterEach(() => Object.assign(globalThis, {BroadcastChannel}));

    it('still looks again when the tab is shown', () => {
      const {told, tellTabs} = follow('tabs-none');
      document.dispatchEvent(new Event('visibilitychange'));
      expect(tellTabs).not.to.throw();
      expect(told.times).to.equal(1);
    });
  });
});
