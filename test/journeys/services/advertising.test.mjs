import {proveService} from './cases.mjs';

proveService({
  use: 'x-pixel',
  stop: 'impossible',
  view: /\/\/t\.co\/.*PageView/,
  event: () => window.twq('event', 'lamp'),
  queue: () => window.twq?.queue,
  again: 'next page',
});
