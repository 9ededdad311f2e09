import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {cell, table} from './typescript.mjs';

const INTRODUCTION = `# Elements

<!-- Written by scripts/docs.mjs from custom-elements.json. -->

The library puts the banner and the preference center into the page by itself. \`<consent-button>\` is the one
that a site writes into its own markup. All of them draw what they get in \`view\`, ask by raising
\`consent-action\`, and decide nothing themselves. Each takes its look from the
[custom properties](theming.md#custom-properties) of the page.
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

function describe({tagName, name, path, description, members, events = [], cssParts = [], attributes = []}) {
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
    listOf('Part', cssParts),
  ].join('\n\n');
}

const listOf = (heading, entries, suffix = '') =>
  entries.length
    ? table(
        [heading, 'Meaning'],
        entries.map(({name, description = ''}) => [`\`${name}${suffix}\``, cell(description)]),
      )
    : '';
