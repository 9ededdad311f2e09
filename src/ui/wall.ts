import {ConsentActionEvent} from '../core/action-event.js';

/** No style sheet of the page can undo these. */
const COVER: Readonly<Record<string, string>> = {
  position: 'fixed',
  inset: '0',
  'box-sizing': 'border-box',
  'inline-size': '100%',
  'block-size': '100%',
  'max-inline-size': 'none',
  'max-block-size': 'none',
  margin: '0',
  padding: '0',
  border: '0',
  overflow: 'auto',
  background: 'rgb(0 0 0 / 0.55)',
};

/** Undone by itself, whatever takes the question away; on paper there is the page alone. */
const LOCK =
  '@media screen{:root:has(dialog[open]>consent-banner){overflow:hidden!important}}' +
  '@media print{dialog:has(>consent-banner),dialog:has(>consent-banner)::backdrop{visibility:hidden!important}}';

/**
 * Puts the banner before everything else, in a modal `<dialog>`: the page behind is inert and does not scroll until
 * the visitor has answered. Both answers are as near as in every layout, and Escape is a no.
 *
 * @returns raises it again: a dialog that was taken out of the page is no longer modal
 */
export function raiseWall(banner: HTMLElement): () => void {
  const dialog = document.createElement('dialog');
  for (const [name, value] of Object.entries(COVER)) dialog.style.setProperty(name, value, 'important');
  const lock = new CSSStyleSheet();
  lock.replaceSync(LOCK);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, lock];
  banner.before(dialog);
  dialog.append(banner);

  const follow = () => {
    // The dialog has the name of the question; a landmark in it would say it again.
    if (banner.getAttribute('role') !== 'group') banner.setAttribute('role', 'group');
    if (banner.hidden || banner.hasAttribute('quiet')) close(dialog);
    else if (!dialog.open) open(dialog, banner);
  };
  new MutationObserver(follow).observe(banner, {attributeFilter: ['hidden', 'quiet', 'role']});
  // What removes or hides the question, such as a filter list, must not leave an empty wall behind.
  const isOnPaper = matchMedia('print');
  new ResizeObserver(() => banner.offsetHeight || isOnPaper.matches || close(dialog)).observe(banner);
  // Escape, wherever the focus is, and a phone's way back.
  dialog.addEventListener('cancel', () => {
    if (!banner.hidden) banner.dispatchEvent(new ConsentActionEvent({type: 'dismiss'}, 'banner'));
  });
  follow();
  return () => {
    close(dialog);
    follow();
  };
}

/** No style of the page shows it once it is closed. */
function close(dialog: HTMLDialogElement): void {
  dialog.close();
  dialog.style.setProperty('display', 'none', 'important');
}

function open(dialog: HTMLDialogElement, banner: HTMLElement): void {
  const heading = banner.querySelector('h2')!;
  dialog.setAttribute('aria-label', banner.getAttribute('aria-label')!);
  heading.tabIndex = -1;
  heading.autofocus = true;
  dialog.style.setProperty('display', 'block', 'important');
  dialog.showModal();
}
