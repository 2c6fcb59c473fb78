import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** The rooms that know neither document nor browser: their tests share a worker, which loads what they test once. */
const PURE = 'tests/unit/{app,domain,policy,protocol,scripts,store,transfer}/**/*.test.ts';

/**
 * Fast tests: Node, with IndexedDB in memory, new for each file, and properties of one seed. A file that needs a document
 * says `// @vitest-environment happy-dom`.
 */
function fast(
  name: string,
  include: string,
  { exclude = [], isolate = true }: { readonly exclude?: string[]; readonly isolate?: boolean } = {},
): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      include: [include],
      exclude,
      isolate,
      environment: 'node',
      setupFiles: [
        'tests/support/setup-indexeddb.ts',
        'tests/support/setup-seed.ts',
        'tests/support/setup-patience.ts',
      ],
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
      // They bound a test that hangs, and time nothing: two browsers share a core.
      testTimeout: 120_000,
      hookTimeout: 120_000,
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
      fast('unit-pure', PURE, { isolate: false }),
      fast('unit-alone', 'tests/unit/**/*.test.ts', { exclude: [PURE] }),
      fast('integration', 'tests/integration/**/*.test.ts'),
      fast('meta', 'tests/meta/**/*.test.ts'),
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'], environment: 'node' } },
      endToEnd('chromium', 1),
      endToEnd('firefox', 2),
    ],
  },
});
