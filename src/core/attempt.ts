/** In a sandboxed frame, cookies and storage throw: the same as a browser that keeps nothing. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
