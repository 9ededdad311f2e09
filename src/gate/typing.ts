/**
 * Notices what the visitor types from now on. The returned function says whether a field still holds some of
 * it, which a reload would lose: not what was sent with its form or cleared.
 */
export function watchTyping(): () => boolean {
  const fields = new Set<HTMLInputElement>();
  addEventListener('input', (event) => {
    // Inside of shadow roots too; the switches of the preference center are no text.
    const field = event.composedPath()[0] as HTMLInputElement;
    if (event.isTrusted && !field.dataset['category']) fields.add(field);
  });
  addEventListener('submit', ({target}) => {
    for (const field of fields) if (field.form === target) fields.delete(field);
  });
  return () => [...fields].some((field) => field.isConnected && (field.value ?? field.textContent));
}
