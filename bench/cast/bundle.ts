import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Sayso's own use-cases as one script that leaves them on `globalThis.useCases`: for a page of Sayso's. */
export async function bundleUseCases(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      minify: 'oxc',
      lib: {
        entry: fileURLToPath(new URL('./entry.ts', import.meta.url)),
        formats: ['iife'],
        name: 'useCases',
        fileName: 'use-cases',
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!('output' in first)) {
    throw new Error('Nothing was built');
  }
  return first.output[0].code.replace(/^var useCases\s*=/u, 'globalThis.useCases =');
}
