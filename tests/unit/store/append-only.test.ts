import { describe, expect, it } from 'vitest';

const sources = Object.entries(
  import.meta.glob<string>('../../../src/{app,store,background,ui}/**/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** What passed between the person and vendors: a change of mind is a new record. */
const LOGS = '(?:grants|grantChanges|decisions|disclosures)';

function filesWith(pattern: RegExp): string[] {
  return sources.filter(([, text]) => pattern.test(text)).map(([path]) => path.split('/src/')[1] ?? path);
}

describe('the logs of what passed', () => {
  it('are found by these rules', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(filesWith(new RegExp(String.raw`\.append\(\s*'${LOGS}'`, 'u')).length).toBeGreaterThan(3);
  });

  it('are overwritten by no code', () => {
    const overwriting = String.raw`\b${LOGS}\s*\.\s*(?:put|bulkPut|update|bulkUpdate|upsert|modify|clear)\(`;
    // The one exception counts how often a read came again within its minute, and changes nothing that it says.
    expect(filesWith(new RegExp(overwriting, 'u')).filter((file) => file !== 'app/repeat-read.ts')).toEqual([]);
  });

  it('are deleted from only when a vendor is forgotten', () => {
    const deleting = String.raw`\b${LOGS}\s*\.\s*(?:delete|bulkDelete)\(|\.remove\(\s*'${LOGS}'`;
    expect(filesWith(new RegExp(deleting, 'u'))).toEqual(['store/erase-vendor.ts']);
  });

  it('come back only by an undo', () => {
    expect(filesWith(/\.restore\(/u)).toEqual(['store/undo-images.ts']);
  });
});

describe('the database', () => {
  it('is written to in transactions of the store alone', () => {
    expect(filesWith(/\.transaction\(/u).filter((file) => !file.startsWith('store/'))).toEqual([]);
  });

  it('is known by name to nothing but the store', () => {
    expect(filesWith(/from 'dexie'/u).filter((file) => !file.startsWith('store/'))).toEqual([]);
  });
});
