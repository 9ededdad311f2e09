/**
 * Finds the browsers that the tests drive, and installs them where Debian packages can be had.
 *
 *     node scripts/browsers.mjs            says what is here and what is missing
 *     node scripts/browsers.mjs --install  installs what is missing, where it can
 *
 * `CHROMIUM` and `FIREFOX` name another executable. Nothing but the operating system's packages is used:
 * no test ever downloads a browser from somewhere else.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {delimiter, join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/**
 * What an engine needs on this machine: the paths that were found, or what is missing and how to get it.
 *
 * @typedef {object} Found
 * @property {Record<string, string>} paths - `browser`, and for WebKit also `driver` and `xvfb`.
 * @property {string[]} missing - Empty when the engine can be used.
 * @property {string} remedy - What the developer can do about it.
 */

/** @type {readonly Engine[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** What each engine is made of, in Debian packages. */
const PACKAGES = {
  chromium: ['chromium', 'fonts-dejavu-core'],
  firefox: ['firefox-esr', 'fonts-dejavu-core'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth', 'glib-networking', 'fonts-dejavu-core'],
};

/**
 * Where one engine is on this machine.
 *
 * @param {Engine} engine
 * @returns {Found}
 */
export function findBrowser(engine) {
  const paths = PARTS[engine]();
  const missing = Object.keys(paths).filter((part) => !paths[part]);
  return {paths, missing: missing.map((part) => NAMES[engine][part]), remedy: remedyFor(engine)};
}

/** The engines that can be used now. */
export function availableEngines() {
  return ENGINES.filter((engine) => findBrowser(engine).missing.length === 0);
}

/**
 * Installs what the engines lack from Debian packages, where this user may; elsewhere does nothing.
 *
 * @param {readonly Engine[]} engines
 */
export function installMissing(engines) {
  const missing = engines.filter((engine) => findBrowser(engine).missing.length > 0);
  const prefix = missing.length > 0 ? commandPrefix() : null;
  if (!prefix) return;
  run([...prefix, 'apt-get', 'update', '-q']);
  // One call per engine: a distribution without one of the packages still gets the others.
  for (const engine of missing) {
    run([...prefix, 'apt-get', 'install', '-q', '-y', '--no-install-recommends', ...PACKAGES[engine]]);
  }
}

const NAMES = {
  chromium: {browser: 'Chromium or Chrome'},
  firefox: {browser: 'Firefox'},
  webkit: {browser: "WebKitGTK's MiniBrowser", driver: 'WebKitWebDriver', xvfb: 'Xvfb'},
};

const PARTS = {
  chromium: () => ({browser: process.env.CHROMIUM ?? firstExisting(chromiumPaths())}),
  firefox: () => ({browser: process.env.FIREFOX ?? firstExisting(firefoxPaths())}),
  webkit: () => ({
    browser: firstExisting(miniBrowserPaths()),
    driver: firstExisting(onPath('WebKitWebDriver')),
    xvfb: firstExisting(onPath('Xvfb')),
  }),
};

function chromiumPaths() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  return [
    ...names.flatMap(onPath),
    ...inApplications('Google Chrome.app/Contents/MacOS/Google Chrome'),
    ...inApplications('Chromium.app/Contents/MacOS/Chromium'),
    ...inProgramFiles('Google/Chrome/Application/chrome.exe'),
    ...inProgramFiles('Chromium/Application/chrome.exe'),
  ];
}

function firefoxPaths() {
  return [
    ...['firefox-esr', 'firefox'].flatMap(onPath),
    ...inApplications('Firefox.app/Contents/MacOS/firefox'),
    ...inProgramFiles('Mozilla Firefox/firefox.exe'),
  ];
}

/** Debian keeps it beside the library: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser. */
function miniBrowserPaths() {
  if (process.platform !== 'linux') return [];
  const folders = ['/usr/lib', ...foldersIn('/usr/lib', /-linux-gnu/), '/usr/libexec', '/usr/lib64'];
  return folders.flatMap((folder) =>
    foldersIn(folder, /^webkit2?gtk-[\d.]+$/).map((version) => join(version, 'MiniBrowser')),
  );
}

/** @param {string} folder @param {RegExp} name */
function foldersIn(folder, name) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((entry) => name.test(entry));
  return names
    .sort()
    .reverse()
    .map((entry) => join(folder, entry));
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return process.platform === 'win32' ? [] : folders.map((folder) => join(folder, name));
}

/** @param {string} path */
function inApplications(path) {
  if (process.platform !== 'darwin') return [];
  return ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, path));
}

/** @param {string} path */
function inProgramFiles(path) {
  if (process.platform !== 'win32') return [];
  const {ProgramFiles, LOCALAPPDATA, 'ProgramFiles(x86)': older} = process.env;
  return [ProgramFiles, older, LOCALAPPDATA].flatMap((folder) => (folder ? [join(folder, path)] : []));
}

/** @param {string[]} paths */
function firstExisting(paths) {
  return paths.find((path) => existsSync(path)) ?? '';
}

/** @param {Engine} engine */
function remedyFor(engine) {
  if (isDebian()) return `sudo apt-get install --no-install-recommends ${PACKAGES[engine].join(' ')}`;
  if (engine === 'webkit') return 'WebKitGTK runs on Linux only; CI covers it';
  return `install it, or set ${engine.toUpperCase()} to its executable`;
}

/** How to become root without being asked anything: `[]`, `['sudo', '-n']`, or `null` for "not at all". */
function commandPrefix() {
  if (!isDebian()) return null;
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  if (process.getuid?.() === 0) return environment;
  const sudo = spawnSync('sudo', ['-n', 'true'], {stdio: 'ignore'});
  return sudo.status === 0 ? ['sudo', '-n', ...environment] : null;
}

function isDebian() {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'));
}

/** @param {string[]} command */
function run([program, ...args]) {
  console.log(`$ ${[program, ...args].join(' ')}`);
  spawnSync(program, args, {stdio: ['ignore', 'inherit', 'inherit']});
}

/** @param {Engine} engine */
function describe(engine) {
  const {paths, missing, remedy} = findBrowser(engine);
  if (missing.length > 0) return `${engine}: ${missing.join(', ')} not found. ${remedy}`;
  return `${engine}: ${Object.values(paths).join(', ')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--install')) installMissing(ENGINES);
  for (const engine of ENGINES) console.log(describe(engine));
}
