import {SERVICES} from '../vendors/services.mjs';
import {oneOf} from './one-of.mjs';
import {toScriptJson} from './script-json.mjs';

const USES = Object.keys(SERVICES)
  .filter((use) => !SERVICES[use].isBundled)
  .sort();

/**
 * The service that `services.html?use=…` shows, and the links to the others. Where host names are not led to
 * this machine, as they are for the journeys, `answered` sends what the page asks other hosts for to the
 * stand-ins here.
 */
export function fillServices(query, {fixtures}) {
  const use = oneOf(USES, query.use);
  const reload = oneOf(['if-unverified', 'never'], query.reload);
  const {name, options, markup = '', ...standIn} = SERVICES[use];
  return {
    name,
    reload,
    service: toScriptJson({use: standIn.use ?? use, id: use, ...options}).replace(/\n\s*/g, ' '),
    markup: fixtures ? markup : markup.replaceAll('https://', '/vendor/'),
    links: USES.map((other) => `<a href="?use=${other}">${SERVICES[other].name}</a>`).join('\n        '),
    answered: fixtures ? '' : '<script src="/__demo/answered-here.js"></script>',
  };
}
