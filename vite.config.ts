import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import { build, defineConfig, type Plugin, type Rolldown } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { licences } from './scripts/lib/licences.mjs';

type Target = 'chrome' | 'firefox';

const BACKGROUND = 'background.js';
const TARGETS = ['chrome121', 'firefox140'];
// The package's entry for bundlers is its ES5 form; this is the same code for the browsers we serve, 10 kB less.
const ALIASES = { alias: { dexie: fileURLToPath(import.meta.resolve('dexie/dist/modern/dexie.mjs')) } };

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
          if (chunk.isEntry && !/\.iife\.ts|background\/background\.ts$/u.test(chunk.facadeModuleId ?? '')) {
            reach(chunk);
          }
        }
        for (const { fileName } of chunks) {
          if (!reached.has(fileName)) {
            Reflect.deleteProperty(bundle, fileName);
          }
        }
      },
    },
  };
}

/**
 * The background as one file. The browser wakes it for every first message, and each chunk it shares with the pages
 * would be one more file to fetch before it can answer (docs/decisions/).
 */
function backgroundInOneFile(): Plugin {
  return {
    name: 'sayso:background-in-one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const asset = bundle['manifest.json'];
        if (asset?.type !== 'asset') {
          return;
        }
        const built = (await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          plugins: [scriptsByPath()],
          resolve: ALIASES,
          build: {
            write: false,
            target: TARGETS,
            modulePreload: false,
            rolldownOptions: {
              input: manifest.background.service_worker,
              output: { entryFileNames: BACKGROUND, codeSplitting: false },
            },
          },
        })) as Rolldown.RolldownOutput;
        const [chunk] = built.output;
        this.emitFile({ type: 'asset', fileName: BACKGROUND, source: chunk.code });
        const emitted = JSON.parse(String(asset.source)) as { background: Record<string, unknown> };
        emitted.background =
          'scripts' in emitted.background
            ? { scripts: [BACKGROUND], type: 'module' }
            : { service_worker: BACKGROUND, type: 'module' };
        asset.source = `${JSON.stringify(emitted, null, 2)}\n`;
        delete bundle['service-worker-loader.js'];
      },
    },
  };
}

/** What the packages that are built in ask of whoever passes their code on. */
function withLicences(): Plugin {
  return {
    name: 'sayso:with-licences',
    generateBundle() {
      const { ours, theirs } = licences(import.meta.dirname);
      this.emitFile({ type: 'asset', fileName: 'LICENSE.txt', source: ours });
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: theirs });
    },
  };
}

/** What `?script&iife` means in the background's own build: where the other one puts that script. */
function scriptsByPath(): Plugin {
  return {
    name: 'sayso:scripts-by-path',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('?script&iife') && importer ? `\0${resolve(dirname(importer), source)}` : undefined,
    load: (id) =>
      id.startsWith('\0') && id.endsWith('?script&iife')
        ? `export default ${JSON.stringify(`/${relative(process.cwd(), id.slice(1)).replace(/\.ts\?.*$/u, '.js')}`)}`
        : undefined,
  };
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      crx({ manifest: manifestFor(target) as never, browser: target }),
      noWebAccessibleResources(),
      noOrphanedChunks(),
      backgroundInOneFile(),
      withLicences(),
    ],
    resolve: ALIASES,
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: TARGETS,
      modulePreload: false,
      rolldownOptions: { input: PAGES },
    },
  };
});
