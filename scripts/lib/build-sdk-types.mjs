import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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
    lib: 'es2023,dom,dom.iterable',
    module: 'preserve',
    moduleResolution: 'bundler',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    ignoreConfig: true,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  execFileSync(process.execPath, [tsc, ...flags, 'src/sdk/index.ts'], { stdio: 'inherit' });
}
