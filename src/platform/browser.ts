import browser from 'webextension-polyfill';

/** The browser's extension API, with promises in both browsers. The only place the polyfill is imported. */
export { browser };
