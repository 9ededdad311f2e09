export {startConsent} from './start-consent.js';
export {ConfigError} from './core/config-error.js';
export {ConsentActionEvent} from './core/action-event.js';
export {ConsentChangeEvent} from './core/change-event.js';
export type * from './types.js';
