import {readTokens} from './scripts/docs/tokens.mjs';

/** What `custom-elements.json` tells of the elements: their comments, and nothing that is private. */
export default {
  globs: ['src/ui/*.ts'],
  plugins: [publicElements()],
};

/**
 * The elements are defined under a variable, so their tags are read where TypeScript has them; and the files
 * are named as the package ships them.
 */
function publicElements() {
  const tags = new Map();
  return {
    name: 'public-elements',
    collectPhase({ts, node}) {
      if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'HTMLElementTagNameMap') return;
      for (const {name, type} of node.members) tags.set(type.getText(), name.text);
    },
    packageLinkPhase({customElementsManifest: manifest}) {
      const elements = manifest.modules.flatMap((module) => describeElement(module, tags));
      manifest.modules = elements.sort((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}

/** @param {{path: string, declarations: any[]}} module @param {Map<string, string>} tags */
function describeElement({path: source, declarations}, tags) {
  const element = declarations.find(({name}) => tags.has(name));
  if (!element) return [];
  const path = source.replace('src/', 'dist/esm/').replace('.ts', '.js');
  const {name} = element;
  const tagName = tags.get(name);
  const members = element.members.filter(isPublic).map(({inheritedFrom: _, ...member}) => member);
  // An event that is raised by its class has a name in its comment only.
  const events = element.events?.filter((event) => event.name);
  const declaration = {
    ...element,
    members,
    events,
    // Every element has the tokens in its shadow root.
    cssProperties: readTokens(),
    superclass: {name: 'HTMLElement'},
    tagName,
    customElement: true,
  };
  const reference = {name, module: path};
  const exports = [
    {kind: 'js', name, declaration: reference},
    {kind: 'custom-element-definition', name: tagName, declaration: reference},
  ];
  return [{kind: 'javascript-module', path, declarations: [declaration], exports}];
}

/** The analyzer takes the shadow root's own properties for the element's. */
const isPublic = ({name, privacy}) => !privacy && name !== 'adoptedStyleSheets';
