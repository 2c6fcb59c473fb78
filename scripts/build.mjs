/**
 * Builds everything that is shipped: `dist/chrome` and `dist/firefox` (the extension), `dist/sdk` (for vendors).
 * One source, the same bytes from run to run.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, createServer } from 'vite';
import { buildSdkTypes } from './lib/build-sdk-types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

process.chdir(root);
// Libraries have other code for development; what is built must not depend on who builds.
process.env.NODE_ENV = 'production';
for (const mode of ['chrome', 'firefox']) {
  await build({ mode, logLevel: 'warn' });
  console.log(`Built dist/${mode}`);
}
await buildSdk();
await writeProtocolSchema();
console.log('Built dist/sdk');

async function buildSdk() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: 'dist/sdk',
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      // How long a plugin took is no warning to whoever builds.
      rolldownOptions: { checks: { bundlerTimings: false } },
      lib: { entry: 'src/sdk/index.ts', formats: ['es'], fileName: () => 'index.js' },
    },
  });
  await buildSdkServer();
  buildSdkTypes('dist/sdk/types');
  await cp('src/sdk/README.md', 'dist/sdk/README.md');
  await cp('LICENSE', 'dist/sdk/LICENSE');
  const { version, license } = JSON.parse(await readFile('package.json', 'utf8'));
  const manifest = {
    name: '@sayso/customer',
    version,
    description: 'What a vendor\u2019s page needs to talk with Sayso.',
    license,
    type: 'module',
    sideEffects: false,
    exports: {
      '.': { types: './types/sdk/index.d.ts', default: './index.js' },
      './server': { types: './types/sdk/server/index.d.ts', default: './server.js' },
      './protocol.schema.json': './protocol.schema.json',
      './protocol.openapi.json': './protocol.openapi.json',
    },
    bin: { 'sayso-conformance': './conformance.js' },
    engines: { node: '>=20.19' },
  };
  await writeFile('dist/sdk/package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What runs on a vendor's server, and the suite that `npx` runs against it. Both have in them all that they need. */
async function buildSdkServer() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: 'dist/sdk',
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        output: {
          chunkFileNames: 'parts.js',
          banner: ({ name }) => (name === 'conformance' ? '#!/usr/bin/env node' : ''),
        },
      },
      lib: {
        entry: { server: 'src/sdk/server/index.ts', conformance: 'src/sdk/server/conformance-cli.ts' },
        formats: ['es'],
        fileName: (_format, name) => `${name}.js`,
      },
    },
  });
}

/** The protocol as JSON Schema and OpenAPI, from the very schemas that the background checks with. */
async function writeProtocolSchema() {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { protocolJsonSchema } = await server.ssrLoadModule('/scripts/lib/protocol-json-schema.ts');
    const { protocolOpenApi } = await server.ssrLoadModule('/scripts/lib/protocol-openapi.ts');
    await mkdir('dist/sdk', { recursive: true });
    await writeFile('dist/sdk/protocol.schema.json', `${JSON.stringify(protocolJsonSchema(), null, 2)}\n`);
    await writeFile('dist/sdk/protocol.openapi.json', `${JSON.stringify(protocolOpenApi(), null, 2)}\n`);
  } finally {
    await server.close();
  }
}
