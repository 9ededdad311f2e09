/**
 * The panel beside each page of the demo: what left the browser, what is stored in it, what the visitor
 * said and what became of it. It watches the library from outside and is no part of it. The server
 * leaves it out with `?panel=off`.
 */
import {createPanel} from './panel-view.js';

const EVERY = 1000; // ms
const panel = createPanel({startOver});
let consent;
let report;
let drawn = '';

document.body.append(panel.root);
document.addEventListener('consent-change', (event) => {
  consent = event.consent;
  keepReport(event.change);
  refresh();
});
setInterval(() => document.hidden || refresh(), EVERY);
refresh();

async function refresh() {
  panel.makeRoom(document.querySelector('consent-banner'));
  const answer = await fetch('/__demo/state').catch(() => undefined);
  if (!answer?.ok) return;
  const {now, cookies, change, ...state} = await answer.json();
  const facts = {
    ...state,
    change: report ?? change,
    consent: window.consentGate?.consent ?? consent,
    stored: await listStored(cookies),
  };
  const text = JSON.stringify(facts);
  if (text === drawn) return;
  drawn = text;
  panel.draw({...facts, pageStart: now - performance.now()});
}

/** The server keeps it over a reload; the browser must stay as empty as the visitor left it. */
function keepReport(change) {
  if (change.cause === 'restored') return;
  report = {...change, time: Date.now()};
  navigator.sendBeacon('/__demo/change', JSON.stringify(report));
}

/** Everything this page can see, and the names of what only the server sees. */
async function listStored(cookieNames) {
  const cookies = document.cookie.split('; ').filter(Boolean).map(readCookie);
  const seen = new Set(cookies.map(({name}) => name));
  const unseen = cookieNames.filter((name) => !seen.has(name));
  return [
    ...cookies,
    ...unseen.map((name) => ({name, area: 'cookie', value: 'hidden from scripts'})),
    ...listArea('localStorage'),
    ...listArea('sessionStorage'),
    ...(await listDatabases()).map(({name}) => ({name, area: 'indexedDB', value: ''})),
  ];
}

function readCookie(pair) {
  const [name, ...value] = pair.split('=');
  return {name, area: 'cookie', value: value.join('=')};
}

function listArea(area) {
  return Object.entries(window[area]).map(([name, value]) => ({name, area, value: String(value)}));
}

async function listDatabases() {
  return (await indexedDB.databases?.().catch(() => [])) ?? [];
}

/** As if the visitor had never been here. */
async function startOver() {
  window.consentGate?.reset();
  localStorage.clear();
  sessionStorage.clear();
  for (const {name} of await listDatabases()) indexedDB.deleteDatabase(name);
  await fetch('/__demo/forget', {method: 'POST'});
  location.reload();
}
