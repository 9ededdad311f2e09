/** Reads the tree that puppeteer takes from Chromium: nodes of `{role, name, children, …states}`. */

const STATES = ['checked', 'disabled', 'expanded', 'focused', 'modal', 'level', 'description'];

/** The node of that name that has others in it. */
export function findNode(node, name) {
  if (node.name === name && node.children) return node;
  return (node.children ?? []).map((child) => findNode(child, name)).find(Boolean);
}

/** One line for each node, indented below what it is in. */
export function linesOf({role, name, children = [], ...rest}, depth = 0) {
  const states = STATES.filter((state) => rest[state] !== undefined).map(
    (state) => `${state}: ${rest[state]}`,
  );
  const line = [`${'  '.repeat(depth)}${role} ${JSON.stringify(name)}`, ...states].join(', ');
  return [line, ...children.flatMap((child) => linesOf(child, depth + 1))];
}
