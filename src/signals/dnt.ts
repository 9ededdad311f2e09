/**
 * Do Not Track: on when the value starts with `1` (extensions may follow) or is the `yes` of old
 * browsers. `null`, `unspecified` and absence mean that the visitor said nothing.
 * https://www.w3.org/TR/tracking-dnt/
 */
export function readDnt(
  {doNotTrack}: {readonly doNotTrack?: unknown} = navigator as never,
): '1' | '0' | null {
  const value = String(doNotTrack);
  return /^(1|yes$)/.test(value) ? '1' : value[0] === '0' ? '0' : null;
}
