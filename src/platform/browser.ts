/** The one value import of the polyfill: whoever needs the browser needs this folder. */
export { default as browser } from 'webextension-polyfill';
