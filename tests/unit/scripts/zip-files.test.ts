import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { namesIn, zipFiles } from '../../../scripts/lib/zip-files.mjs';

describe('zipFiles', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sayso-zip-'));
    mkdirSync(join(folder, 'icons'));
    writeFileSync(join(folder, 'manifest.json'), '{}');
    writeFileSync(join(folder, 'icons', 'star.svg'), '<svg/>');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('holds every file below the folder, by its path', () => {
    const files = unzipSync(zipFiles(folder, namesIn(folder)));
    expect(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
      ['icons/star.svg', '<svg/>'],
      ['manifest.json', '{}'],
    ]);
  });

  it('is the same whatever the order and age of the files', () => {
    const before = zipFiles(folder, ['manifest.json', 'icons/star.svg']);
    utimesSync(join(folder, 'manifest.json'), 1_000_000_000, 1_000_000_000);
    expect(zipFiles(folder, ['icons/star.svg', 'manifest.json'])).toEqual(before);
  });

  it('differs when a byte differs', () => {
    const before = zipFiles(folder, namesIn(folder));
    writeFileSync(join(folder, 'manifest.json'), '[]');
    expect(zipFiles(folder, namesIn(folder))).not.toEqual(before);
  });

  it('holds what stands instead of a file', () => {
    const files = unzipSync(zipFiles(folder, namesIn(folder), { 'manifest.json': strToU8('[]') }));
    expect(strFromU8(files['manifest.json']!)).toBe('[]');
    expect(strFromU8(files['icons/star.svg']!)).toBe('<svg/>');
  });

  it('is the same in every time zone', async () => {
    const archives = [];
    for (const zone of ['UTC', 'Asia/Kolkata', 'America/St_Johns']) {
      vi.stubEnv('TZ', zone);
      vi.resetModules();
      const fresh = await import('../../../scripts/lib/zip-files.mjs');
      archives.push(fresh.zipFiles(folder, namesIn(folder)));
    }
    expect(archives[1]).toEqual(archives[0]);
    expect(archives[2]).toEqual(archives[0]);
  });
});
