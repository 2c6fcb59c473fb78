import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Built, TARGETS } from '../support/dist.ts';

const folder = mkdtempSync(join(tmpdir(), 'sayso-build-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** In a process of its own, since the test runner's is not like one that builds. */
function buildTo(outDir: string, mode: string): void {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  execFileSync(
    process.execPath,
    [vite, 'build', '--mode', mode, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    {
      env,
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: 'pipe',
    },
  );
}

describe('threat 32: a second build', () => {
  it.each(TARGETS)(
    'of %s is the same to the byte, somewhere else and later',
    async (mode) => {
      const outDir = join(folder, mode);
      buildTo(outDir, mode);
      const [first, second] = [new Built(`dist/${mode}`), new Built(outDir)];
      expect(second.files).toEqual(first.files);
      expect(second.files.filter((file) => !second.bytes(file).equals(first.bytes(file)))).toEqual([]);
    },
    180_000,
  );
});
