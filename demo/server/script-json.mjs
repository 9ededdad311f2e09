/** JSON that cannot close the script element it stands in. */
export function toScriptJson(value) {
  return JSON.stringify(value, null, 2).replaceAll('<', '\\u003c');
}
