import {REAL_VENDORS} from '../vendors/real.mjs';
import {oneOf} from './one-of.mjs';

const VENDORS = Object.keys(REAL_VENDORS);

/** What a site writes to use the vendor of `real.html?vendor=…`, and the links to the others. */
export function fillReal(query) {
  const id = oneOf(VENDORS, query.vendor);
  const {name, service, options, init, code = ''} = REAL_VENDORS[id];
  return {
    vendor: name,
    service,
    factory: toCamelCase(service),
    options,
    init: init ? `${indent(start(id, code, init), 6)}\n\n` : '',
    reload: oneOf(['if-unverified', 'never'], query.reload),
    links: VENDORS.map((other) => link(other, id)).join('\n        '),
  };
}

const start = (id, code, init) =>
  `const load = () => import('/vendor-real/${id}.js');\nfunction init(${code}) {${indent(init, 2)}\n}`;

function link(id, current) {
  const here = id === current ? ' aria-current="page"' : '';
  return `<a href="?vendor=${id}"${here}>${REAL_VENDORS[id].name}</a>`;
}

const toCamelCase = (words) => words.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

function indent(text, spaces) {
  return text
    .split('\n')
    .map((line) => line && ' '.repeat(spaces) + line)
    .join('\n');
}
