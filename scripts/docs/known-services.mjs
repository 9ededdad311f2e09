import {readShelf} from './shelf.mjs';

const BEGINNING = `// Written by scripts/docs.mjs from src/services.

/** A service that ships, as far as \`debug\` has to recognise it. */
export interface KnownService {
  readonly use: string;
  readonly name: string;
  /** Where it is usually filed. */
  readonly category: string;
  /** \`*\` stands for any run of characters, here and in the addresses of scripts. */
  readonly hosts: readonly string[];
  /** Without protocol and query. */
  readonly scripts: readonly string[];
  /** The site bundles its code and starts it by a function, so only a module can list it. */
  readonly isBundled?: true;
}

// prettier-ignore
export const KNOWN_SERVICES: readonly KnownService[] = [
`;

/** src/gate/known-services.ts: the folder of the gate may not import the services. */
export async function writeKnownServices() {
  const shelf = await readShelf();
  const lines = shelf.flatMap((shelved) => entriesOf(shelved, shelf).map(toLine));
  return `${BEGINNING}${lines.join('')}];\n`;
}

/** One entry, and another for what an option moves to a category of its own. */
function entriesOf({use, isBundled, service, variants}, shelf) {
  const about = {use, name: service.name, isBundled};
  const categories = new Set(variants.map((variant) => variant.service.category));
  const taken = new Set(shelf.filter((other) => service.loads?.includes(other.use)).flatMap(hostsIn));
  const entries = [...categories].flatMap((category) => {
    const own = variants.filter((variant) => variant.service.category === category);
    const hosts = unique(own.flatMap(hostsIn)).filter((host) => !taken.has(host));
    // One whose whole address is an option is anywhere.
    const scripts = unique(own.flatMap((variant) => variant.scripts.map(toPattern))).filter(
      (script) => script !== '*',
    );
    hosts.forEach((host) => taken.add(host));
    return hosts.length + scripts.length ? [{...about, category, hosts, scripts}] : [];
  });
  // One that is on the site's own hosts alone is known by its name.
  return entries.length ? entries : [{...about, category: service.category, hosts: [], scripts: []}];
}

/** Those that are the same for every site. */
const hostsIn = ({service: {hosts = []}}) =>
  hosts.map((host) => host.replace(/^https?:\/\/|\/.*$/g, '')).filter((host) => !host.includes('{'));

const toPattern = (script) => script.replace(/^https?:\/\//, '').replace(/\{\w+\}/g, '*');
const unique = (list) => [...new Set(list)];

/** As the code style has it. */
function toLine({use, name, category, hosts, scripts, isBundled}) {
  const list = (words) => `[${words.map((word) => `'${word}'`).join(', ')}]`;
  const lists = `hosts: ${list(hosts)}, scripts: ${list(scripts)}${isBundled ? ', isBundled: true' : ''}`;
  return `  {use: '${use}', name: '${name}', category: '${category}', ${lists}},\n`;
}
