/** Every service, one line each. Import the ones you use from their own file; tests and docs read this one. */
export {adroll} from './adroll.js';
export {googleAnalytics} from './google-analytics.js';
export {matomo} from './matomo.js';
