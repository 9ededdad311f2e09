/**
 * Calls back whenever the record may have been changed elsewhere: by another tab, or while this
 * page lay in the back-forward cache.
 *
 * @returns says to the other tabs that this one has changed it.
 */
export function followTabs(name: string, changed: () => void): () => void {
  let channel: BroadcastChannel | undefined;
  const open = () => {
    if (channel || !globalThis.BroadcastChannel) return;
    channel = new BroadcastChannel(name);
    channel.onmessage = changed;
  };
  open();
  addEventListener('pageshow', open);
  addEventListener('pageshow', changed);
  // An open channel would keep the page out of the back-forward cache.
  addEventListener('pagehide', () => {
    channel?.close();
    channel = undefined;
  });
  document.addEventListener('visibilitychange', changed);
  return () => channel?.postMessage(0);
}
