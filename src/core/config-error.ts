/** Thrown at start for a mistake in the options: says where, what was found, and what to write instead. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly path: string;
  readonly value: unknown;
  readonly remedy: string;

  constructor(path: string, value: unknown, remedy: string) {
    super(`${path} is ${describe(value)}, but must be ${remedy}`);
    this.path = path;
    this.value = value;
    this.remedy = remedy;
  }
}

function describe(value: unknown): string {
  return value === undefined ? 'missing' : typeof value === 'function' ? 'a function' : JSON.stringify(value);
}
