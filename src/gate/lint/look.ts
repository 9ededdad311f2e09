import {contrast, drawn} from './contrast.js';
import type {Warn} from './warn.js';

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const CONTROL = 3;

/** What must be alike in both answers. The words make the rest, and which one the pointer is on. */
const ALIKE = [
  'color',
  'background-color',
  'border-top-color',
  'border-top-width',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'visibility',
] as const;

/** Whether the site's own colours can be read, and whether both answers still look alike. */
export function checkLook(warn: Warn): void {
  const banner = document.querySelector<HTMLElement>('consent-banner');
  const answers = ['reject', 'accept'].map((name) =>
    banner?.querySelector<HTMLElement>(`:scope > [data-action="${name}"]`),
  );
  const [reject, accept] = answers;
  if (!banner?.offsetHeight || !accept) return;
  checkContrast(banner, accept, warn);
  if (!reject?.offsetHeight || !reject.offsetWidth)
    warn(`the banner's reject button is hidden, but must be shown; remove what the page does to it`);
  else checkAnswers(reject, accept, warn);
}

function checkContrast(banner: HTMLElement, accept: HTMLElement, warn: Warn): void {
  const muted = banner.shadowRoot?.querySelector('dl') ?? banner;
  const settings = banner.querySelector('[data-action="settings"]') ?? banner;
  const background = getComputedStyle(banner).backgroundColor;
  const button = getComputedStyle(accept);
  const pairs: readonly (readonly [string, string, string, number])[] = [
    ['--consent-text', getComputedStyle(banner).color, background, TEXT],
    ['--consent-muted', getComputedStyle(muted).color, background, TEXT],
    ['--consent-button-text', button.color, button.backgroundColor, TEXT],
    ['--consent-button', button.backgroundColor, background, CONTROL],
    ['--consent-line', getComputedStyle(settings).borderTopColor, background, CONTROL],
  ];
  const ground = drawn(background);
  for (const [name, colour, behind, least] of pairs) {
    const under = ground && drawn(behind, ground);
    const over = under && drawn(colour, under);
    if (!over) return;
    const found = contrast(over, under);
    if (found >= least) continue;
    warn(
      `${name} is ${colour} on ${behind}, a contrast of ${found.toFixed(2)}:1, but must be at least ${least}:1; ` +
        `choose a ${Math.max(...under) > 127 ? 'darker' : 'lighter'} colour`,
    );
  }
}

function checkAnswers(reject: HTMLElement, accept: HTMLElement, warn: Warn): void {
  const [one, other] = [getComputedStyle(reject), getComputedStyle(accept)];
  for (const name of ALIKE) {
    const [found, wanted] = [one.getPropertyValue(name), other.getPropertyValue(name)];
    if (found !== wanted) unequal(name, found, wanted, warn);
  }
  const [no, yes] = [reject.getBoundingClientRect(), accept.getBoundingClientRect()];
  for (const side of ['width', 'height'] as const) {
    const [found, wanted] = [no[side], yes[side]].map((length) => `${Math.round(length)}px`) as [
      string,
      string,
    ];
    if (Math.abs(no[side] - yes[side]) > 1) unequal(side, found, wanted, warn);
  }
  const isTurned = getComputedStyle(reject.parentElement!).direction === 'rtl';
  const isBeside = Math.abs(no.top - yes.top) <= 1;
  const isFirst = isBeside ? no.left < yes.left !== isTurned : no.top < yes.top;
  if (!isFirst) unequal('place', 'after "accept"', 'before it', warn);
}

function unequal(name: string, found: string, wanted: string, warn: Warn): void {
  warn(
    `the banner's reject button has ${name} ${found}, but must have ${wanted} as the accept button has; ` +
      `remove what the page does to either, and set --consent-button for both`,
  );
}
