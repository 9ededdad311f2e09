/**
 * What visitors download at most, in bytes after brotli. README states these figures and no others: each stands
 * behind a marker, `<!-- size:gate -->4.5 kB`.
 *
 * `files` are patterns within `dist/`. Each file counts with everything it imports at once; `together` adds up
 * what a pattern matches, otherwise each file must keep to the limit by itself.
 *
 * @type {Record<string, {files: readonly RegExp[], limit: number, together?: boolean}>}
 */
export const BUDGETS = {
  gate: {files: [/^gate\.js$/], limit: 4500},
  banner: {files: [/^gate\.js$/, /^consent-ui\.js$/], limit: 11_000, together: true},
  enforce: {files: [/^enforce\.js$/], limit: 5500},
  stay: {files: [/^stay\.js$/], limit: 600},
  arrangement: {files: [/^arrangement\.js$/], limit: 2100},
  withdrawal: {files: [/^withdrawal\.js$/], limit: 2000},
  placed: {files: [/^placed\.js$/], limit: 700},
  button: {files: [/^button\.js$/], limit: 900},
  frames: {files: [/^frames\.js$/], limit: 500},
  embed: {files: [/^embed\.js$/], limit: 1800},
  outcome: {files: [/^outcome\.js$/], limit: 1500},
  receipts: {files: [/^receipts\.js$/], limit: 2500},
  preferences: {files: [/^preferences\.js$/], limit: 5000},
  declaration: {files: [/^declaration\.js$/], limit: 3000},
  receipt: {files: [/^receipt\.js$/], limit: 3000},
  kept: {files: [/^kept\.js$/], limit: 1200},
  locale: {files: [/^locales\/[\w-]+\.js$/], limit: 1600},
  service: {files: [/^services\/[\w-]+\.js$/], limit: 800},
};
