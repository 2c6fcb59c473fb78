import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Where tests need a document, each file one of its own: elements are defined once a document. */
const WITH_DOCUMENT = 'tests/unit/{inline,recognise,ui}/**/*.test.ts';

/**
 * Fast tests: with IndexedDB in memory, new for each file, and properties of one seed. A file that needs a document says
 * `// @vitest-environment happy-dom`; the others share their worker, which loads what they test once.
 */
function fast(name: string, include: string, { hasDocument = false } = {}): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      include: [include],
      exclude: hasDocument ? [] : [WITH_DOCUMENT],
      environment: 'node',
      isolate: hasDocument,
      setupFiles: ['tests/support/setup-indexeddb.ts', 'tests/support/setup-seed.ts'],
      // Bounds a test that hangs. Properties over thousands of inputs take seconds on a machine that is busy.
      testTimeout: 60_000,
    },
  };
}

/**
 * The same files, in one real browser, two at a time, each in a profile of its own: up to half the time one waits, for
 * a browser to start, for the half minute that a refusal may take.
 */
function endToEnd(browser: 'chromium' | 'firefox', groupOrder: number): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: `e2e-${browser}`,
      include: ['tests/e2e/**/*.e2e.ts'],
      environment: 'node',
      provide: { browser },
      ...(browser === 'firefox' && { globalSetup: 'tests/support/settle-firefox.ts' }),
      maxWorkers: 2,
      isolate: false, // a browser of its own keeps each file apart; its driver takes a second to load
      sequence: { groupOrder },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    // A test that forgets to assert, or a promise left behind, is a failure.
    dangerouslyIgnoreUnhandledErrors: false,
    passWithNoTests: false,
    restoreMocks: true,
    unstubGlobals: true,
    maxWorkers: '100%', // a browser test asks for less
    projects: [
      fast('unit', 'tests/unit/**/*.test.ts'),
      fast('unit-document', WITH_DOCUMENT, { hasDocument: true }),
      fast('integration', 'tests/integration/**/*.test.ts'),
      fast('meta', 'tests/meta/**/*.test.ts'),
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'], environment: 'node' } },
      endToEnd('chromium', 1),
      endToEnd('firefox', 2),
    ],
  },
});
