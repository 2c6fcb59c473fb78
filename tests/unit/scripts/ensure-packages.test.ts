import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arePackagesCurrent, ensurePackages } from '../../../scripts/lib/ensure-packages.mjs';

type Packages = Record<string, { version: string; optional?: true }>;

describe('packages', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sayso-packages-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function lock(packages: Packages): void {
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({ packages: { '': { version: '0.1.0' }, ...packages } }),
    );
  }

  function install(packages: Packages, folder = join(root, 'node_modules')): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.package-lock.json'), JSON.stringify({ packages }));
  }

  it.each<[string, Packages, Packages | undefined, boolean]>([
    ['nothing is installed', { 'node_modules/lit': { version: '3.3.3' } }, undefined, false],
    [
      'all is installed',
      { 'node_modules/lit': { version: '3.3.3' } },
      { 'node_modules/lit': { version: '3.3.3' } },
      true,
    ],
    ['one is missing', { 'node_modules/lit': { version: '3.3.3' } }, {}, false],
    [
      'one is of another version',
      { 'node_modules/lit': { version: '3.3.3' } },
      { 'node_modules/lit': { version: '3.3.2' } },
      false,
    ],
    [
      'what only another system needs is missing',
      { 'node_modules/mac': { version: '1.0.0', optional: true } },
      {},
      true,
    ],
  ])('are current or not: %s', (_what, locked, installed, isCurrent) => {
    lock(locked);
    if (installed) {
      install(installed);
    }
    expect(arePackagesCurrent(root)).toBe(isCurrent);
  });

  it('are never installed through a link, which would empty what another checkout uses', () => {
    const elsewhere = join(root, 'elsewhere');
    install({ 'node_modules/lit': { version: '3.3.2' } }, elsewhere);
    symlinkSync(elsewhere, join(root, 'node_modules'), 'junction');
    lock({ 'node_modules/lit': { version: '3.3.3' } });

    expect(() => ensurePackages(root)).toThrow('is a link');
    expect(readdirSync(elsewhere)).toEqual(['.package-lock.json']);
  });
});
