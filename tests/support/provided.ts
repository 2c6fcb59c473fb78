import type { BrowserName } from './browsers/extension-browser.ts';

/** What `vitest.config.ts` tells the tests of a project. */
declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: BrowserName;
    /** A profile that each test's own begins as a copy of; absent where a new one costs little. */
    readonly profile?: string;
  }
}
