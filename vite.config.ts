import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

type Target = 'chrome' | 'firefox';

/** The extension's own pages that the manifest does not name: windows and tabs it opens itself. */
const PAGES = ['src/ui/prompt/prompt.html', 'src/ui/welcome/welcome.html'];

/**
 * One manifest for both browsers; what one of them would refuse or warn about is left out for it.
 * Chrome wants a service worker, Firefox an event page.
 */
function manifestFor(target: Target): typeof manifest {
  const { minimum_chrome_version, browser_specific_settings, background, ...common } = manifest;
  return (
    target === 'chrome'
      ? { ...common, background, minimum_chrome_version }
      : {
          ...common,
          background: { scripts: [background.service_worker], type: background.type },
          browser_specific_settings,
        }
  ) as typeof manifest;
}

/**
 * The plugin lists run-time content scripts as web-accessible for every site, which lets any page test whether
 * Sayso is installed. `scripting.registerContentScripts` does not need it, so the key goes from what is shipped.
 */
function noWebAccessibleResources(): Plugin {
  return {
    name: 'sayso:no-web-accessible-resources',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const asset = bundle['manifest.json'];
        if (asset?.type !== 'asset') {
          return;
        }
        const emitted = JSON.parse(String(asset.source)) as Record<string, unknown>;
        delete emitted['web_accessible_resources'];
        asset.source = `${JSON.stringify(emitted, null, 2)}\n`;
      },
    },
  };
}

/** The plugin builds each content script twice, and ships the chunks of the first time, which nothing loads: they go. */
function noOrphanedChunks(): Plugin {
  return {
    name: 'sayso:no-orphaned-chunks',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const reached = new Set<string>();
        const reach = (chunk: Rolldown.OutputChunk): void => {
          if (!reached.has(chunk.fileName)) {
            reached.add(chunk.fileName);
            for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
              const imported = bundle[name];
              if (imported?.type === 'chunk') {
                reach(imported);
              }
            }
          }
        };
        for (const chunk of chunks) {
          if (chunk.isEntry && !chunk.facadeModuleId?.includes('.iife.ts')) {
            reach(chunk);
          }
        }
        for (const { fileName } of chunks) {
          if (!reached.has(fileName)) {
            delete bundle[fileName];
          }
        }
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      crx({ manifest: manifestFor(target) as never, browser: target }),
      noWebAccessibleResources(),
      noOrphanedChunks(),
    ],
    // The package's entry for bundlers is its ES5 form; this is the same code for the browsers we serve, 10 kB less.
    resolve: { alias: { dexie: fileURLToPath(import.meta.resolve('dexie/dist/modern/dexie.mjs')) } },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: ['chrome121', 'firefox140'],
      modulePreload: false,
      rollupOptions: { input: PAGES },
    },
  };
});
