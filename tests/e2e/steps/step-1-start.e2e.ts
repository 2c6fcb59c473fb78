import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { describe, expect, inject, it } from 'vitest';

const PNG = '89504e470d0a1a0a';

interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** Runs what `npm start` runs, on what is built, where there is no display unless `env` names one. */
function start(flags: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [resolve('scripts/start.mjs'), '--no-build', ...flags],
      { env: { ...rest, ...env } },
      (_failed, said, complained) => done({ code: child.exitCode, said, complained }),
    );
  });
}

describe('step 1: start', () => {
  const name = inject('browser');
  // Elsewhere there always is a display, and the story is played beside it.
  const flags = [...(name === 'firefox' ? ['--firefox'] : []), ...(process.platform === 'linux' ? [] : ['--tour'])];

  it('plays the story without a display, prints each step, and keeps a picture of each', {
    timeout: 240_000,
  }, async () => {
    const folder = resolve('tour', name);
    rmSync(folder, { recursive: true, force: true });
    const { code, said, complained } = await start(flags);
    expect(complained).toBe('');
    const steps = [...said.matchAll(/^ *(\d+)\. (.+)$/gmu)];
    expect(steps.length).toBeGreaterThanOrEqual(8);
    expect(steps.map(([, number]) => Number(number))).toEqual(steps.map((_step, index) => index + 1));
    // Under each step stands what was seen of it.
    expect(
      said
        .split(/^ *\d+\. .+$/mu)
        .slice(1)
        .every((seen) => /^ {5}\S/mu.test(seen)),
    ).toBe(true);
    expect(said).toContain(`All ${String(steps.length)} steps held.`);
    const pictures = readdirSync(folder);
    expect(pictures).toHaveLength(steps.length);
    for (const picture of pictures) {
      const bytes = readFileSync(join(folder, picture));
      expect(bytes.subarray(0, 8).toString('hex'), picture).toBe(PNG);
      expect(bytes.length, picture).toBeGreaterThan(5_000);
    }
    expect(code).toBe(0);
  });

  it('takes the browser that a variable names, and says in one line when that is none', async () => {
    const variable = name === 'firefox' ? 'SAYSO_FIREFOX' : 'SAYSO_CHROMIUM';
    const { code, complained } = await start(flags, { [variable]: resolve('README.md') });
    expect(complained.trim()).toMatch(new RegExp(`^${variable} names .*README\\.md, which is not a program\\.$`, 'u'));
    expect(code).toBe(1);
  });
});
