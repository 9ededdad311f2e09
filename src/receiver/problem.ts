const TITLES = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  503: 'Service Unavailable',
} as const;

interface ProblemMembers {
  readonly status: keyof typeof TITLES;
  /** Written here, never taken from the request: what a stranger sent is not sent back. */
  readonly detail: string;
  /** Which part of the schema was broken. */
  readonly rule?: string;
}

/** A request that was not accepted, and why. https://www.rfc-editor.org/rfc/rfc9457 */
export class Problem extends Error {
  readonly #members: ProblemMembers;

  constructor(members: ProblemMembers) {
    super(members.detail);
    this.#members = members;
  }

  toResponse(): Response {
    const {status} = this.#members;
    const body = {type: 'about:blank', title: TITLES[status], ...this.#members};
    return new Response(JSON.stringify(body), {
      status,
      headers: {'content-type': 'application/problem+json'},
    });
  }
}
