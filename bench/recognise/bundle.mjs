import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * The recogniser as one script that leaves its exports on `globalThis.recogniser`, built as the content script is.
 *
 * @returns {Promise<{ code: string, minifiedBytes: number, gzipBytes: number }>}
 */
export async function bundleRecogniser() {
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
        name: 'recogniser',
        fileName: 'recogniser',
      },
    },
  });
  const [{ output }] = Array.isArray(result) ? result : [result];
  const code = output[0].code.replace(/^var recogniser\s*=/u, 'globalThis.recogniser =');
  return { code, minifiedBytes: Buffer.byteLength(code), gzipBytes: gzipSync(code, { level: 9 }).length };
}
