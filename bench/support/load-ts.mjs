import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/**
 * Runs `use` with a TypeScript module of this repository, by its path from the root, as Vite reads it.
 *
 * @template T
 * @param {string} path `/bench/reads/bench-reads.ts`
 * @param {(module: Record<string, any>) => Promise<T>} use
 */
export async function withModule(path, use) {
  const server = await createServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await use(await server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
}
