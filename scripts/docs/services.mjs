import {readdirSync} from 'node:fs';
import ts from 'typescript';
import {en} from '../../dist/esm/locales/en.js';
import {formatLifetime} from '../../dist/esm/ui/format.js';
import {cell, codeCell, commentOf, interfaceOf, membersOf, parse, sentences, table} from './typescript.mjs';

const INTRODUCTION = `# Services

<!-- Written by scripts/docs.mjs from src/services. -->

What the library can load, stop and clean up by itself. A page names one in its JSON
(\`{"use": "matomo", …}\`) or imports its function (\`consent-gate/services/matomo\`). Those whose code the site
bundles itself (PostHog, Mixpanel, Amplitude, Segment, Snowplow, Sentry) take a function, and so are imported.

How sure a stop is, after consent ended while the service ran:

- **verified**: it sends and stores nothing more. The page does not reload.
- **best-effort**: it was told, and part of it stays in the page. The page reloads.
- **impossible**: it has no call for it. The page reloads.

Storage marked "no" cannot be removed by a page: it lies on the provider's own domain, or is hidden from
scripts. It is declared, and every withdrawal reports it. A source that says "unverified" has not been checked
against the running service. Provider names and the addresses of policies are from memory throughout.

How sure a stop is follows the vendor's source or documentation. The tests hold Matomo, Google Analytics and AdRoll
against stand-ins that behave like them, and the other files to the contract that all services share; they run none
of these files against the vendor's own script.
`;

/** docs/services.md. */
export async function describeServices() {
  const files = readdirSync('src/services').filter((file) => file.endsWith('.ts'));
  const services = (await Promise.all(files.map(readService))).filter(Boolean);
  const rows = services.map(({file, service}) => [
    `[${service.name}](#${slug(service.name)})`,
    `\`${file}\``,
    service.category,
    stopOf(service),
  ]);
  const overview = table(['service', '`use`', 'category', 'stop'], rows);
  return [INTRODUCTION, overview, ...services.map(describe)].join('\n\n');
}

/** A file's function with its comments, called with `{name}` for each required option. */
async function readService(name) {
  const tree = parse(`src/services/${name}`);
  const file = name.replace('.ts', '');
  const build = tree.statements.find(
    (node) => ts.isFunctionDeclaration(node) && node.type?.getText() === 'Service',
  );
  if (!build) return undefined;
  const shape = interfaceOf(tree, build.parameters[0].type.getText());
  const options = [...membersOf(shape), ...inherited(shape)];
  const required = options.filter(({isRequired}) => isRequired);
  const module = await import(`../../dist/esm/services/${file}.js`);
  const service = module[build.name.text](Object.fromEntries(required.map(({name}) => [name, `{${name}}`])));
  const sources = [tree, ...(tree.text.includes('META_STORAGE') ? [parse('src/services/storage.ts')] : [])]
    .map(({statements}) => statements.find((node) => /storage/i.test(nameOf(node))))
    .filter(Boolean);
  return {
    file,
    function: build.name.text,
    comment: commentOf(build),
    manual: commentOf(shape),
    options,
    service,
    source: sources.map(commentOf).join(' '),
  };
}

/** The options that several services share, from the shared file that is named for them. */
function inherited({heritageClauses = []}) {
  return heritageClauses
    .flatMap(({types}) => types.map((type) => type.getText()))
    .flatMap((name) => {
      const file = name.replace(/Options$/, '').replace(/\B[A-Z]/g, '-$&');
      return membersOf(interfaceOf(parse(`src/services/${file.toLowerCase()}.ts`), name));
    });
}

/** @param {ts.Statement} node */
const nameOf = (node) => (node.name ?? node.declarationList?.declarations[0].name)?.getText() ?? '';

function describe({file, function: name, comment, manual, options, service, source}) {
  const {category, provider, hosts = [], loads = [], mode, storage = []} = service;
  const facts = [
    ['use', `\`"use": "${file}"\`, or \`import {${name}} from 'consent-gate/services/${file}'\``],
    ['category', category],
    ['provider', provider ?? 'the site itself'],
    ['talks to', hosts.map((host) => `\`${host}\``).join(', ')],
    ...(loads.length ? [['may load', loads.join(', ')]] : []),
    ...(mode === 'signal' ? [['while denied', 'loads, and is told so']] : []),
    ['stop', stopOf(service)],
    ['manual', manual],
  ];
  const optionRows = options.map((option) => [
    `\`${option.name}\``,
    codeCell(option.type.getText().replaceAll('readonly ', '')),
    cell(sentences(option.comment, option.isRequired && 'Required')),
  ]);
  return [
    `## ${service.name}`,
    cell(comment),
    table(['', ''], facts),
    table(['option', 'type', 'meaning'], optionRows),
    table(
      ['stores', 'where', 'purpose', 'kept for', 'removable'],
      storage.map((item) => storageRow(item, source)),
    ),
    source && `Source: ${cell(sentences(source))}`,
  ].join('\n\n');
}

/** What a source calls unverified is marked where it stands. */
function storageRow(item, source) {
  const {name, in: area = 'cookie', purpose = '', lifetime, party, httpOnly} = item;
  const isRemovable = party !== 'third' && !httpOnly;
  const why = httpOnly ? 'no: hidden from scripts' : 'no: provider’s domain';
  const text = Object.hasOwn(en.purposes, purpose) ? en.purposes[purpose] : purpose;
  const isUnverified = party === 'third' && /third-party.*unverified/.test(source);
  return [
    `\`${name}\`${isUnverified ? ' (unverified)' : ''}`,
    area,
    cell(text),
    formatLifetime(lifetime, en, 'en'),
    isRemovable ? 'yes' : why,
  ];
}

/** The least sure of the answers that its code can give; none at all proves nothing. */
function stopOf({onRevoke}) {
  const answers = onRevoke?.toString().match(/\b(verified|best-effort|impossible)\b/g) ?? ['impossible'];
  return ['impossible', 'best-effort', 'verified'].find((answer) => answers.includes(answer));
}

const slug = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
