/**
 * Who may import whom. One row per folder of src/: the folders it may import besides itself.
 * ARCHITECTURE.md draws the same table; a test in tests/meta/ reads both (here: the comments of the layer rules).
 */
const mayImport = {
  domain: [],
  protocol: ['domain'],
  policy: ['domain'],
  recognise: ['domain'],
  transfer: ['domain'],
  store: ['domain'],
  sync: ['domain'],
  app: ['domain', 'policy', 'store', 'transfer', 'sync'],
  platform: ['domain'],
  page: ['protocol'],
  bridge: ['protocol'],
  inline: ['domain', 'recognise', 'protocol'],
  background: ['domain', 'protocol', 'app', 'platform'],
  ui: ['domain', 'protocol', 'app', 'platform'],
  sdk: ['domain', 'protocol', 'policy'],
};

/** The packages whose values a folder may use. Types are free. A folder without a row may use none. */
const mayUse = {
  protocol: ['valibot'],
  transfer: ['valibot', 'entities', 'saxes', '@zip.js/zip.js', '@noble/hashes'],
  store: ['dexie'],
  platform: ['webextension-polyfill'],
  background: ['valibot'],
  ui: ['lit', 'tldts', 'chart.js', '@tanstack/lit-virtual'],
};

/** What runs on a vendor's page takes only types from the wire, so that no schema is shipped to it. */
const onVendorPages = ['page/', 'bridge/', 'inline/', 'sdk/(?!server/)'];

const folders = Object.keys(mayImport);

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|examples|bench|scripts)/' },
    },
    {
      name: 'no-unknown-folder',
      severity: 'error',
      comment: 'a new folder of src/ needs a row in mayImport',
      from: { path: '^src/', pathNot: `^src/(${folders.join('|')})/` },
      to: {},
    },
    {
      name: 'no-node-in-src',
      severity: 'error',
      comment: 'src/ runs in a browser',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'wire-types-only',
      severity: 'error',
      comment: `src/(${onVendorPages.join('|')}) may take only types from src/protocol, and the words of page-wire.ts`,
      from: { path: `^src/(${onVendorPages.join('|')})` },
      to: { path: '^src/protocol/', pathNot: '^src/protocol/page-wire\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-types-only',
      severity: 'error',
      comment: 'what of the SDK runs on a page takes only types from src/domain, and nothing of its server’s part',
      from: { path: '^src/sdk/(?!server/)' },
      to: { path: '^src/(domain|policy|sdk/server)/', dependencyTypesNot: ['type-only'] },
    },
    ...folders.map((folder) => layerRule(folder, mayImport[folder])),
    ...folders.map((folder) => packageRule(folder, mayUse[folder] ?? [])),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};

function layerRule(folder, allowed) {
  const inside = [folder, ...allowed].join('|');
  return {
    name: `layer-${folder}`,
    severity: 'error',
    comment: `src/${folder} may import only: ${[folder, ...allowed].join(', ')}`,
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: [`^src/(${inside})/`, ...(folder === 'platform' ? ['\\.iife\\.ts(\\?|$)'] : [])] },
  };
}

function packageRule(folder, allowed) {
  const some = allowed.length > 0;
  return {
    name: `packages-${folder}`,
    severity: 'error',
    comment: `src/${folder} may use ${some ? `only ${allowed.join(', ')}` : 'no package'}`,
    from: { path: `^src/${folder}/` },
    to: {
      path: 'node_modules/',
      ...(some ? { pathNot: `node_modules/(${allowed.join('|')})/` } : {}),
      dependencyTypesNot: ['type-only'],
    },
  };
}
