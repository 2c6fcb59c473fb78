import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { storeArchive } from '../../scripts/lib/store-archive.mjs';
import { Built } from '../support/dist.ts';

describe('what Chrome’s store gets', () => {
  const built = new Built('dist/chrome');
  const files = unzipSync(storeArchive(built.folder));

  it('is all that was built, to the byte, but for the manifest', () => {
    expect(Object.keys(files).toSorted()).toEqual(built.files);
    expect(built.files.filter((file) => !built.bytes(file).equals(files[file]!))).toEqual(['manifest.json']);
  });

  it('has no key, which is for who loads what was built: the store has its own', () => {
    const { key, ...rest } = built.json('manifest.json') as Record<string, unknown>;
    expect(typeof key).toBe('string');
    const packed = strFromU8(files['manifest.json']!);
    expect(JSON.parse(packed)).toEqual(rest);
    expect(packed).not.toContain('"key"');
    expect(packed).toBe(`${JSON.stringify(rest, null, 2)}\n`);
  });
});
