/** What a tab tells the others. In Firefox this is there before the cookie itself is. */
export interface Told {
  readonly record: string | undefined;
}

/**
 * Calls back whenever the record may have been changed elsewhere: by another tab, which tells it, or
 * while this page lay in the back-forward cache.
 *
 * @returns tells the other tabs the record that this one has written.
 */
export function followTabs(name: string, changed: (told?: Told) => void): (record?: string) => void {
  const look = () => changed();
  let channel: BroadcastChannel | undefined;
  const open = () => {
    if (channel || !globalThis.BroadcastChannel) return;
    channel = new BroadcastChannel(name);
    channel.onmessage = ({data}: MessageEvent<Told>) => changed(data);
  };
  open();
  addEventListener('pageshow', open);
  addEventListener('pageshow', look);
  // An open channel would keep the page out of the back-forward cache.
  addEventListener('pagehide', () => {
    channel?.close();
    channel = undefined;
  });
  document.addEventListener('visibilitychange', look);
  return (record) => channel?.postMessage({record});
}
