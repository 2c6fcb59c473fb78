import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import { build, defineConfig, type Plugin, type Rolldown } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { licences } from './scripts/lib/licences.mjs';

type Target = 'chrome' | 'firefox';

const BACKGROUND = 'background.js';
const SCRIPT = '?script&iife';
/** The dashboard is in one piece: it comes from the disk. Only the pictures, which few open and need much, are apart. */
const LARGEST_PAGE_KB = 560;
/** How long a plugin took is no warning to whoever builds. */
const CHECKS = { bundlerTimings: false };
const TARGETS = ['chrome121', 'firefox140'];
// The package's entry for bundlers is its ES5 form; this is the same code for the browsers we serve, 10 kB less.
const ALIASES = { alias: { dexie: fileURLToPath(import.meta.resolve('dexie/dist/modern/dexie.mjs')) } };

/** The extension's own pages that the manifest does not name: windows and tabs it opens itself. */
const PAGES = ['src/ui/prompt/prompt.html', 'src/ui/welcome/welcome.html'];

/**
 * One manifest for both browsers; what one of them would refuse or warn about is left out for it.
 * Chrome wants a service worker, Firefox an event page. The key is the public half of one whose other half nobody has: it signs
 * nothing, and makes the address of Sayso's pages the same for everybody who loads it into Chrome.
 */
function manifestFor(target: Target): typeof manifest {
  const { minimum_chrome_version, key, browser_specific_settings, background, ...common } = manifest;
  return (
    target === 'chrome'
      ? { ...common, background, minimum_chrome_version, key }
      : {
          ...common,
          background: { scripts: [background.service_worker], type: background.type },
          browser_specific_settings,
        }
  ) as typeof manifest;
}

/** The plugin ships chunks of the background as it builds it, which nothing loads: they go. */
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
          if (chunk.isEntry && !chunk.facadeModuleId?.endsWith('background/background.ts')) {
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
              checks: CHECKS,
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

/** Where a content script stands in what is shipped: where its source stands here. */
const scriptFile = (source: string): string => relative(process.cwd(), source).replace(/\.ts$/u, '.js');

/**
 * What `?script&iife` means: the path of a content script in what is shipped. The plugin has the like, but builds each
 * script twice and with an option that the bundler warns of each time.
 */
function scriptsByPath(onScript: (source: string) => void = () => undefined): Plugin {
  return {
    name: 'sayso:scripts-by-path',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith(SCRIPT) && importer ? `\0${resolve(dirname(importer), source)}` : undefined,
    load: (id) => {
      if (!id.startsWith('\0') || !id.endsWith(SCRIPT)) {
        return undefined;
      }
      const source = id.slice(1, -SCRIPT.length);
      onScript(source);
      return `export default ${JSON.stringify(`/${scriptFile(source)}`)}`;
    },
  };
}

/** Each content script that something names, as one file that needs no other. */
function contentScripts(): Plugin[] {
  const sources = new Set<string>();
  return [
    scriptsByPath((source) => sources.add(source)),
    {
      name: 'sayso:content-scripts',
      async generateBundle() {
        for (const source of [...sources].sort()) {
          const fileName = scriptFile(source);
          const built = (await build({
            configFile: false,
            publicDir: false,
            logLevel: 'warn',
            build: {
              write: false,
              target: TARGETS,
              lib: { entry: source, formats: ['iife'], name: 'sayso', fileName: () => fileName },
              rolldownOptions: { checks: CHECKS },
            },
          })) as Rolldown.RolldownOutput[];
          for (const { output } of built) {
            this.emitFile({ type: 'asset', fileName, source: output[0].code });
          }
        }
      },
    },
  ];
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      contentScripts(),
      crx({ manifest: manifestFor(target) as never, browser: target }),
      noOrphanedChunks(),
      backgroundInOneFile(),
      withLicences(),
    ],
    resolve: ALIASES,
    worker: { rolldownOptions: { checks: CHECKS } },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: TARGETS,
      modulePreload: false,
      chunkSizeWarningLimit: LARGEST_PAGE_KB,
      rolldownOptions: { checks: CHECKS, input: PAGES },
    },
  };
});
