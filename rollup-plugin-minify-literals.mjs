/** Folds white space in html`` and css`` templates of this project, where it means nothing. */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    transform(code, id) {
      if (!/\/ui\//.test(id) || !/\b(html|css) ?`/.test(code)) return null;
      const edits = [];
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression' || !['html', 'css'].includes(node.tag.name)) return;
        const fold = node.tag.name === 'css' ? foldCss : foldHtml;
        node.quasi.quasis.forEach((part, index) => {
          const text = fold(part.value.raw);
          // A space at the start of markup may be one that the visitor sees.
          edits.push([part.start, part.end, fold === foldCss && !index ? text.trimStart() : text]);
        });
      });
      let folded = code;
      for (const [start, end, text] of edits.sort(([a], [b]) => b - a))
        folded = folded.slice(0, start) + text + folded.slice(end);
      return {code: folded, map: null};
    },
  };
}

const foldCss = (text) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    // Not within a text, such as `': '`.
    .replace(/:\s+(?!')/g, ':')
    .replace(/([ :(])0\./g, '$1.')
    .replace(/(\d) \* (?=var\()/g, '$1*')
    .replace(/ > /g, '>');

// Only white space with a line break: a space inside a line may be one that the visitor sees.
const foldHtml = (text) =>
  text
    .replace(/\s*\n\s*/g, '\n')
    .replace(/(^|>)\n(?=<|$)/g, '$1')
    .replace(/\n/g, ' ')
    .replace(/ >/g, '>');

function walk(node, visit) {
  if (typeof node?.type !== 'string') return;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach((child) => walk(child, visit));
    else if (value && typeof value === 'object') walk(value, visit);
  }
  visit(node);
}
