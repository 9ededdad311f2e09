/** What a frame's placeholder takes over from it, under the name that `<consent-embed>` knows it by. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  title: 'title',
  allow: 'allow',
  allowfullscreen: 'allowfullscreen',
  referrerpolicy: 'referrerpolicy',
  sandbox: 'sandbox',
  'data-src': 'src',
  'data-service': 'service',
  'data-category': 'category',
};

const placeholders = new Map<HTMLIFrameElement, HTMLElement>();

/**
 * Puts a placeholder before every gated frame that has no address yet, and takes it away when the frame has
 * one, or has gone. The frame itself stays where it is: the page's own scripts may know it.
 */
export function standIn(): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-category][data-src]')) {
    if (!frame.hasAttribute('src') && !placeholders.has(frame)) hold(frame);
  }
  for (const [frame, placeholder] of placeholders) {
    if (frame.isConnected && placeholder.isConnected && !frame.hasAttribute('src')) continue;
    const hadFocus = document.activeElement === placeholder;
    placeholder.remove();
    placeholders.delete(frame);
    frame.style.removeProperty('display');
    // The button that was pressed has gone.
    if (hadFocus) frame.focus();
  }
}

function hold(frame: HTMLIFrameElement): void {
  const placeholder = document.createElement('consent-embed');
  placeholder.setAttribute('held', '');
  for (const [name, known] of Object.entries(ATTRIBUTES)) {
    if (frame.hasAttribute(name)) placeholder.setAttribute(known, frame.getAttribute(name)!);
  }
  // As large as the frame would be; through the object model, which no policy for styles forbids.
  const {width, height} = frame.getBoundingClientRect();
  const size = {inlineSize: `${width}px`, maxInlineSize: '100%', minBlockSize: `${height}px`};
  Object.assign(placeholder.style, width ? {...size, aspectRatio: 'auto'} : {});
  frame.style.setProperty('display', 'none', 'important');
  frame.before(placeholder);
  placeholders.set(frame, placeholder);
}
