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
        node.quasi.quasis.forEach((part, index, all) => {
          let text = fold(part.value.raw);
          if (index === 0) text = text.trimStart();
          if (index === all.length - 1) text = text.trimEnd();
          edits.push([part.start, part.end, text]);
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
    .replace(/:\s+/g, ':')
    .replace(/ > /g, '>');

const foldHtml = (text) => text.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ >/g, '>');

function walk(node, visit) {
  if (typeof node?.type !== 'string') return;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach((child) => walk(child, visit));
    else if (value && typeof value === 'object') walk(value, visit);
  }
  visit(node);
}
