import { spawnSync } from 'node:child_process';
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

/**
 * In a process of its own, since the test runner's is not like one that builds.
 *
 * @returns what it had to warn of
 */
function buildTo(outDir: string, mode: string): string {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--mode', mode, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    { env, cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return stdout + stderr;
}

describe('threat 32: a second build', () => {
  it.each(TARGETS)(
    'of %s is the same to the byte, somewhere else and later, and there is nothing to warn of',
    async (mode) => {
      const outDir = join(folder, mode);
      expect(buildTo(outDir, mode)).toBe('');
      const [first, second] = [new Built(`dist/${mode}`), new Built(outDir)];
      expect(second.files).toEqual(first.files);
      expect(second.files.filter((file) => !second.bytes(file).equals(first.bytes(file)))).toEqual([]);
    },
    180_000,
  );
});
