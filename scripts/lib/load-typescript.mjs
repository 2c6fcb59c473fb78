// @ts-check
/**
 * Runs our TypeScript from a script, as the tests run it: through Vite, without a build.
 * Imported only once packages are there.
 */
import { createServer } from 'vite';

/**
 * @param {string} root - the folder of package.json
 * @param {string} path - of a module, from `root`: `/scripts/tour/play-tour.ts`
 * @returns {Promise<{ module: Record<string, unknown>, close: () => Promise<void> }>} `close` ends what was started
 */
export async function loadTypeScript(root, path) {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  return { module: await server.ssrLoadModule(path), close: () => server.close() };
}
