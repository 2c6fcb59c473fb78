import type { BrowserName } from './browsers/extension-browser.ts';

/** What `vitest.config.ts` tells the tests of a project. */
declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: BrowserName;
  }
}
