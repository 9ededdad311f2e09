/** Whether a pattern is the whole of a text: `*` stands for any run of characters. */
export function matchesGlob(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|/-]/g, '\\$&'));
  return RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
