import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {cell, table} from './typescript.mjs';

const INTRODUCTION = `# Elements

<!-- Written by scripts/docs.mjs from custom-elements.json. -->

The library puts the banner, the preference center and the outcome of a withdrawal into the page by itself. A site
writes \`<consent-button>\`, \`<consent-embed>\`, \`<consent-declaration>\` and \`<consent-receipt>\` into its own
markup, each fetched with the first of its kind. All draw what they get in \`view\`, ask by raising
\`consent-action\`, and decide nothing themselves. Each takes its look from the
[custom properties](theming.md#custom-properties) of the page. Importing a class defines nothing: \`startConsent\` and
\`gate.js\` do, when the page needs the element.
`;

/** What the package says of its elements. https://github.com/webcomponents/custom-elements-manifest */
export const readManifest = () => cli({argv: ['analyze', '--quiet'], noWrite: true});

/** docs/elements.md. */
export function describeElements({modules}) {
  const elements = modules.flatMap(({path, declarations}) =>
    declarations.map((element) => ({...element, path})),
  );
  return [INTRODUCTION, ...elements.map(describe)].join('\n\n');
}

function describe({
  tagName,
  name,
  path,
  description,
  members,
  attributes = [],
  events = [],
  slots = [],
  cssParts = [],
}) {
  const entry = path.replace('dist/esm/ui/', 'consent-gate/elements/').replace('.js', '');
  const properties = members.filter(({kind}) => kind === 'field');
  const methods = members.filter(({kind}) => kind === 'method');
  return [
    `## \`<${tagName}>\``,
    description,
    `Class \`${name}\`, from \`${entry}\`.`,
    listOf('Attribute', attributes),
    listOf('Property', properties),
    listOf('Method', methods, '()'),
    listOf('Event', events),
    listOf('Slot', slots),
    listOf('Part', cssParts),
  ].join('\n\n');
}

const listOf = (heading, entries, suffix = '') =>
  entries.length
    ? table(
        [heading, 'Meaning'],
        // The slot that takes everything has no name.
        entries.map(({name, description = ''}) => [
          name ? `\`${name}${suffix}\`` : '(without a name)',
          cell(description),
        ]),
      )
    : '';
