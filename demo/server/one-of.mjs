/** What was asked for, if it is allowed; the first of the allowed otherwise. */
export function oneOf(allowed, wanted) {
  return allowed.includes(wanted) ? wanted : allowed[0];
}
