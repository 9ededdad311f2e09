import {readFileSync, readdirSync} from 'node:fs';
import {basename} from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import {minifyLiterals} from './rollup-plugin-minify-literals.mjs';
import {NAMES, packLocales} from './rollup-plugin-pack-locales.mjs';

const modules = 'dist/esm';
/** The others in the folder are what services share. */
const services = readdirSync('src/services')
  .filter((file) => readFileSync(`src/services/${file}`, 'utf8').includes('export const optionNames'))
  .map((file) => file.replace('.ts', ''));
const locales = readdirSync('src/locales')
  .map((file) => file.replace('.ts', ''))
  .filter((name) => !['all', 'load', 'en-banner'].includes(name));

/** The npm package: one module per source file, with its types. Everything below is bundled from it. */
const npm = {
  input: [
    'src/index.ts',
    'src/development.ts',
    'src/gate.ts',
    ...services.map((name) => `src/services/${name}.ts`),
  ],
  external: [/^lit($|\/)/, 'js-cookie', 'tslib'],
  plugins: [typescript({outDir: modules, declaration: true, declarationDir: modules, noEmitOnError: true})],
  output: {dir: modules, format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true},
};

/** What the gate fetches, by the names that filter lists and README know. */
const PARTS = {
  enforce: 'enforce',
  withdrawal: 'withdrawal',
  kept: 'gate/kept',
  'consent-ui': 'ui/mount',
  receipts: 'receipts/recorder',
  lint: 'gate/lint',
  ...Object.fromEntries(services.map((name) => [`services/${name}`, `services/${name}`])),
};

const plugins = [
  packLocales(modules),
  resolve({exportConditions: ['production', 'browser']}),
  minifyLiterals(),
];
const minify = terser({
  ecma: 2020,
  module: true,
  compress: {passes: 3, unsafe_arrows: true},
  format: {comments: false},
});

/** gate.js is one classic script: what it imports later stays a separate file. */
const keepPartsApart = {
  name: 'keep-parts-apart',
  resolveDynamicImport(specifier) {
    const [name] = Object.entries(PARTS).find(([, path]) => String(specifier).endsWith(`/${path}.js`)) ?? [];
    return name ? {id: `./${name}.js`, external: 'relative'} : null;
  },
};

/**
 * A browser resolves an import of a classic script by the script's address, but not for one from
 * another host, nor for one inside the page: so the address is worked out at the start.
 */
const importFromHome = {
  name: 'import-from-home',
  renderDynamicImport: () => ({left: 'import(new URL(', right: ',home))'}),
};
const home =
  'const home=document.currentScript?.src||new URL(document.currentScript?.dataset.home||"",document.baseURI);';

const gate = {
  input: `${modules}/gate.js`,
  plugins: [keepPartsApart, importFromHome, ...plugins],
  output: {file: 'dist/gate.js', format: 'iife', intro: home, plugins: [minify]},
};

/** What parts of the interface share beyond the banner: each has a copy, since a file of its own would come a request later. */
const SHARED =
  /\/(core\/(consent|placed)|ui\/(button-styles|download|format|page-styles|provider|rare|reserve|storage-table|table-styles))\.js$/;
const copyShared = {
  name: 'copy-shared',
  async resolveId(source, importer) {
    if (!importer?.includes('/ui/')) return null;
    const {id} = (await this.resolve(source, importer, {skipSelf: true})) ?? {id: ''};
    return SHARED.test(id) ? `${id}?${basename(importer)}` : null;
  },
  load: (id) => (id.includes('?') ? readFileSync(id.split('?')[0], 'utf8') : null),
};

/** Each part is a build of its own, so that none needs a second request for what it shares with another. */
const parts = Object.entries(PARTS).map(([name, path]) => build({[name]: `${modules}/${path}.js`}));

/** Languages share nothing, so one build makes them all. */
const languages = build({
  'locales/names': NAMES,
  ...Object.fromEntries(locales.map((name) => [`locales/${name}`, `${modules}/locales/${name}.js`])),
});

function build(input) {
  return {
    input,
    preserveEntrySignatures: 'allow-extension',
    plugins: [keepPartsApart, copyShared, ...plugins],
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      plugins: [minify],
    },
  };
}

export default [npm, gate, ...parts, languages];
