import {en} from '../../dist/esm/locales/en.js';
import {formatLifetime} from '../../dist/esm/ui/format.js';
import {doubtsOf} from './doubts.mjs';
import {EVIDENCE, describeEvidence, kindOfEvidence} from './evidence.mjs';
import {readShelf} from './shelf.mjs';
import {cell, codeCell, sentences, table} from './typescript.mjs';

const INTRODUCTION = `# Services

<!-- Written by scripts/docs.mjs from src/services. -->

What the library can load, stop and clean up by itself. A page names one in its JSON
(\`{"use": "matomo", …}\`) or imports its function (\`consent-gate/services/matomo\`). Those whose code the site
bundles itself (PostHog, Mixpanel, Amplitude, Segment, Snowplow, Sentry) take a function, and so are imported.

How sure a stop is, after consent ended while the service ran:

- **verified**: it sends and stores nothing more. The page does not reload.
- **best-effort**: it was told, and part of it stays in the page. The page reloads.
- **impossible**: it has no call for it. The page reloads.

What that rests on:

- **real script**: journeys in browsers run the vendor's own code, of the version that is named.
- **stand-in**: journeys run a script that was written to behave like the vendor's; what it does is as sure as the
  source that is named.
- **documentation**: what the vendor says or its source shows. The tests hold the file to the contract that all
  services share, and run nothing of the vendor's.

Storage that is not removable lies on the provider's own domain, or is hidden from scripts. It is declared, and
every withdrawal reports it. Addresses of scripts and options are from the manual. Where "(unverified)" stands, no
source is known for that fact, or it has not been checked against the running service. Purposes are this project's
own words for what the source says.
`;

/** docs/services.md. */
export async function describeServices() {
  const shelf = await readShelf();
  const rows = shelf.map(({use, service, stops}) => [
    `[${service.name}](#${slug(service.name)})`,
    `\`${use}\``,
    service.category,
    describeStop(stops),
    kindOfEvidence(use),
  ]);
  const overview = table(['service', '`use`', 'category', 'stop', 'which rests on'], rows);
  return [INTRODUCTION, overview, ...shelf.map(describe)].join('\n\n');
}

function describe(shelved) {
  const {comment, options, service, source} = shelved;
  const items = itemsOf(shelved);
  const doubts = doubtsOf(
    source,
    items.map(({item}) => item),
  );
  const optionRows = options.map((option) => [
    `\`${option.name}\``,
    codeCell(option.type.getText().replaceAll('readonly ', '')),
    cell(sentences(option.comment, option.isRequired && 'Required')),
  ]);
  const stored = table(
    ['stores', 'where', 'purpose', 'kept for', 'party', 'removable'],
    items.map((entry) => storageRow(entry, doubts)),
  );
  return [
    `## ${service.name}`,
    cell(comment),
    table(['', ''], factsOf(shelved)),
    table(['option', 'type', 'meaning'], optionRows),
    items.length ? stored : 'It stores nothing that it has to declare.',
    source && `Source of what it stores: ${cell(sentences(source))}`,
  ].join('\n\n');
}

/** @param {import('./shelf.mjs').Shelved} shelved */
function factsOf(shelved) {
  const {use, function: name, isBundled, service, stops, manual, source} = shelved;
  const {category, provider, policy, loads = [], mode} = service;
  const imported = `\`import {${name}} from 'consent-gate/services/${use}'\``;
  return [
    ['use', [...(isBundled ? [] : [`\`"use": "${use}"\``]), imported].join(', or ')],
    ['category', category],
    ['provider', provider ? `${provider} (unverified)` : 'the site itself'],
    ...(policy ? [['its policy', `${policy} (unverified)`]] : []),
    ['loads', describeScripts(shelved)],
    ['talks to', (service.hosts ?? []).map((host) => describeHost(host, shelved)).join(', ')],
    ...(loads.length ? [['may load by itself', loads.map((id) => `\`${id}\``).join(', ')]] : []),
    ...(mode === 'signal' ? [['while denied', 'loads, and is told so']] : []),
    ['stop', describeStop(stops) + (stops.length > 1 ? ', as the circumstances are' : '')],
    ['which rests on', cell(describeEvidence(shelved))],
    ['manual', manual],
    ...(source ? [] : [['source', 'none is named beyond the manual']]),
  ];
}

/** The surest first. None at all proves nothing. */
const describeStop = (stops) => stops.toReversed().join(' or ') || 'impossible';

/** What the gate inserts for it. */
function describeScripts({isBundled, variants}) {
  if (isBundled) return 'nothing: the site bundles it, and starts it by `init`';
  const scripts = [...new Set(variants.flatMap((variant) => variant.scripts))];
  return scripts.map((script) => `\`${script}\``).join(', ') || 'nothing: frames in the markup of the page';
}

/** A host is believed if the script is from there, or if the vendor's real script has been seen to talk to it. */
function describeHost(host, {use, variants}) {
  const isScripts = variants.some(({scripts}) => scripts.some((script) => script.includes(bare(host))));
  const isOwn = host.includes('{');
  const isBelieved = isScripts || isOwn || EVIDENCE[use]?.package;
  return `\`${host}\`${isBelieved ? '' : ' (unverified)'}`;
}

const bare = (host) => host.replace(/^https?:\/\/|^\*|\/.*$/g, '');

/** What it stores as it is, and what only some option makes it store. */
function itemsOf({variants}) {
  const [plain, ...others] = variants;
  const entries = (plain.service.storage ?? []).map((item) => ({item, option: ''}));
  for (const {service, option} of others) {
    for (const item of service.storage ?? []) {
      const isNew = !entries.some((entry) => entry.item.name === item.name && entry.item.in === item.in);
      if (isNew && !item.name.includes('{')) entries.push({item, option});
    }
  }
  return entries;
}

function storageRow({item, option}, doubts) {
  const {name, in: area = 'cookie', purpose = '', lifetime, party = 'first', httpOnly} = item;
  const isRemovable = party !== 'third' && !httpOnly;
  const why = httpOnly ? 'no: hidden from scripts' : 'no: provider’s domain';
  const text = Object.hasOwn(en.purposes, purpose) ? en.purposes[purpose] : purpose;
  const mark = (aspect) => (doubts[aspect].has(item) ? ' (unverified)' : '');
  return [
    `\`${name}\`${option && ` with \`${option}\``}${mark('name')}`,
    area,
    cell(text),
    formatLifetime(lifetime, en, 'en') + mark('lifetime'),
    party,
    isRemovable ? 'yes' : why,
  ];
}

const slug = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
