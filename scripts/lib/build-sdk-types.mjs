import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRIES = ['sdk/index', 'sdk/server/index'];

/** Writes the SDK's declarations, and those of the words they name, below `outDir`. */
export function buildSdkTypes(outDir) {
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  const options = {
    declaration: true,
    emitDeclarationOnly: true,
    noEmit: false,
    rewriteRelativeImportExtensions: true,
    allowImportingTsExtensions: true,
    rootDir: 'src',
    outDir,
    target: 'es2023',
    lib: 'es2023,es2024.string,dom,dom.iterable',
    module: 'preserve',
    moduleResolution: 'bundler',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    ignoreConfig: true,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [tsc, ...flags, ...ENTRIES.map((entry) => `src/${entry}.ts`)],
    { encoding: 'utf8' },
  );
  const faults = faultsIn(stdout ?? '');
  if (error !== undefined || status === null || faults.length > 0 || (status !== 0 && stdout === '')) {
    throw new Error(['The types of the SDK were not built.', ...faults, stderr ?? ''].join('\n'), { cause: error });
  }
  removeUnnamed(outDir);
}

/**
 * What the compiler has to say that matters. The schemas that a vendor's server checks with can't be declared, for their
 * brands have no name (TS4023), and need not be: nothing that is exported names them, or it is missed when they are looked for.
 */
export function faultsIn(output) {
  return output.split('\n').filter((line) => /\berror TS\d+:/u.test(line) && !/\berror TS4023:/u.test(line));
}

/** The compiler declares every file that it read. Only those that a declaration leads to are anybody's business. */
function removeUnnamed(outDir) {
  const named = new Set();
  const follow = (file) => {
    if (named.has(file)) {
      return;
    }
    named.add(file);
    for (const [, to] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/gu)) {
      follow(resolve(dirname(file), to.replace(/\.(?:js|ts)$/u, '.d.ts')));
    }
  };
  ENTRIES.forEach((entry) => follow(resolve(outDir, `${entry}.d.ts`)));
  for (const entry of readdirSync(outDir, { recursive: true, withFileTypes: true })) {
    const file = resolve(join(entry.parentPath, entry.name));
    if (entry.isFile() && !named.has(file)) {
      rmSync(file);
    }
  }
}
