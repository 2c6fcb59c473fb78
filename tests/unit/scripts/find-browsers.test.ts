import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../scripts/lib/find-browsers.mjs';

describe('findBrowser', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sayso-find-'));
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  function program(name: string): string {
    const path = join(folder, name);
    writeFileSync(path, '');
    chmodSync(path, 0o755);
    return path;
  }

  it('takes the one that the environment names', () => {
    const path = program('mine');
    vi.stubEnv('SAYSO_CHROMIUM', path);
    const found = findBrowser('chromium', console.log, () => '130.0.6723.58');
    expect(found).toEqual({ name: 'chromium', path, version: '130.0.6723.58' });
  });

  it.each([
    ['chromium', 'SAYSO_CHROMIUM', '120.0.1', '121 or later'],
    ['firefox', 'SAYSO_FIREFOX', '139.0', '140 or later'],
    ['firefox', 'SAYSO_FIREFOX', '0', '140 or later'],
  ] as const)('refuses a %s that is too old, and says which is needed', (name, variable, version, message) => {
    vi.stubEnv(variable, program('old'));
    expect(() => findBrowser(name, console.log, () => version)).toThrow(message);
  });

  it('says so when the environment names something that is not there', () => {
    vi.stubEnv('SAYSO_FIREFOX', join(folder, 'nothing'));
    expect(() => findBrowser('firefox')).toThrow('which is not a program');
  });
});
