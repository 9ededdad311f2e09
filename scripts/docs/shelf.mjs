import {readdirSync} from 'node:fs';
import ts from 'typescript';
import {commentOf, interfaceOf, membersOf, parse} from './typescript.mjs';

/**
 * One file of `src/services`, with what its comments say and what its function answers.
 *
 * @typedef {object} Shelved
 * @property {string} use - The name of the file.
 * @property {string} function - The name of its function.
 * @property {string} comment - What stands above the function.
 * @property {string} manual - The address above its options.
 * @property {ReturnType<typeof membersOf>} options
 * @property {boolean} isBundled - Started by a function of the site's, which JSON cannot hold.
 * @property {import('../../src/types.ts').Service} service - With nothing but what is required.
 * @property {readonly Variant[]} variants - The same, and one for each further option that may change it.
 * @property {string} source - What stands above its storage.
 * @property {readonly string[]} stops - What it may answer when it is stopped.
 */

/**
 * A service as it is with one option more than the required ones, or with none.
 *
 * @typedef {{service: import('../../src/types.ts').Service, scripts: readonly string[], option: string}} Variant
 */

/** Every service that ships. An option `name` has the value `{name}`. @returns {Promise<Shelved[]>} */
export async function readShelf() {
  const files = readdirSync('src/services').filter((file) => file.endsWith('.ts'));
  return (await Promise.all(files.map(readFile))).filter(Boolean);
}

/** @param {string} name @returns {Promise<Shelved | undefined>} */
async function readFile(name) {
  const tree = parse(`src/services/${name}`);
  const use = name.replace('.ts', '');
  const build = tree.statements.find(
    (node) => ts.isFunctionDeclaration(node) && node.type?.getText() === 'Service',
  );
  if (!build) return undefined;
  const shape = interfaceOf(tree, withoutParameters(build.parameters[0].type));
  const own = membersOf(shape);
  const options = [
    ...own,
    ...inherited(shape).filter(({name}) => !own.some((member) => member.name === name)),
  ];
  const module = await import(`../../dist/esm/services/${use}.js`);
  const variants = await Promise.all(
    settings(options).map((given) => tryOut(module[build.name.text], given)),
  );
  const sources = [tree, ...(tree.text.includes('metaStorage') ? [parse('src/services/storage.ts')] : [])]
    .map(({statements}) => statements.find((node) => /storage/i.test(nameOf(node))))
    .filter(Boolean);
  return {
    use,
    function: build.name.text,
    comment: commentOf(build),
    manual: commentOf(shape),
    options,
    isBundled: options.some(({name}) => name === 'init'),
    service: variants[0].service,
    variants,
    source: sources.map(commentOf).join(' '),
    stops: STOPS.filter((stop) => wordsIn(tree).includes(stop)),
  };
}

/** The options that several services share, from the shared file that is named for them. */
function inherited({heritageClauses = []}) {
  return heritageClauses
    .flatMap(({types}) => types.map(withoutParameters))
    .flatMap((name) => {
      const file = name.replace(/Options$/, '').replace(/\B[A-Z]/g, '-$&');
      return membersOf(interfaceOf(parse(`src/services/${file.toLowerCase()}.ts`), name));
    });
}

/** `SdkOptions` of `SdkOptions<Client, Code>`. @param {ts.Node} type */
const withoutParameters = (type) => type.getText().replace(/<.*$/s, '');

/** What the function may be called with: the required options, then one more at a time. */
function settings(options) {
  const given = ({name, isRequired}) => isRequired && [[name, `{${name}}`]];
  const required = Object.fromEntries(options.flatMap((option) => given(option) || []));
  // Another address for the script says nothing of the vendor's own.
  const further = options.filter(({name, isRequired}) => !isRequired && !name.endsWith('Url'));
  const values = further.flatMap(({name, type}) => valuesOf(name, type).map((value) => [name, value]));
  return [
    {given: required, option: ''},
    ...values.map(([name, value]) => ({given: {...required, [name]: value}, option: `${name}: ${value}`})),
  ];
}

/** The words of a union, or a stand-in for any text. @param {string} name @param {ts.TypeNode} type */
function valuesOf(name, type) {
  if (type.kind === ts.SyntaxKind.StringKeyword) return [`{${name}}`];
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return [true, false];
  if (!ts.isUnionTypeNode(type)) return [];
  return type.types.filter(ts.isLiteralTypeNode).map(({literal}) => literal.text);
}

/** @returns {Promise<Variant>} */
async function tryOut(build, {given, option}) {
  const service = build(given);
  const scripts = [];
  // What the site bundles itself is not for us to start.
  if (given.init) return {service, scripts, option};
  globalThis.window = {};
  const loading = service.load?.({script: async ({src}) => void scripts.push(addressOf(src))});
  delete globalThis.window;
  await loading;
  return {service, scripts, option};
}

/** From the least sure to the surest. */
const STOPS = ['impossible', 'best-effort', 'verified'];

/** Every text in a file's code. @param {ts.Node} node @returns {string[]} */
const wordsIn = (node) =>
  ts.isStringLiteral(node) ? [node.text] : node.getChildren().flatMap((child) => wordsIn(child));

/** Without the query, and with `{option}` as it was given. @param {string} src */
const addressOf = (src) => decodeURIComponent(src.replace(/\?.*$/, ''));

/** @param {ts.Statement} node */
const nameOf = (node) => (node.name ?? node.declarationList?.declarations[0].name)?.getText() ?? '';
