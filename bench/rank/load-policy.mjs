import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const policy = fileURLToPath(new URL('../../src/policy/', import.meta.url));

/** Bundles what is measured, as it ships, and loads it: Node runs no TypeScript. */
export async function loadPolicy() {
  const folder = await mkdtemp(join(tmpdir(), 'sayso-rank-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        minify: false,
        target: 'es2023',
        lib: {
          entry: { rank: join(policy, 'rank.ts'), 'build-taste': join(policy, 'build-taste.ts') },
          formats: ['es'],
          fileName: (_format, name) => `${name}.mjs`,
        },
      },
    });
    const load = (name) => import(pathToFileURL(join(folder, name)).href);
    const [{ rank }, { buildTaste }] = await Promise.all([load('rank.mjs'), load('build-taste.mjs')]);
    return { rank, buildTaste };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
