/** Says one mistake: what, where and the remedy. */
export type Warn = (text: string, ...where: unknown[]) => void;

/** A console that never repeats itself. */
export function sayOnce(): Warn {
  const said = new Set<string>();
  return (text, ...where) => {
    if (said.has(text)) return;
    said.add(text);
    console.warn(`[consent-gate] ${text}`, ...where);
  };
}
