import { describe, expect, it } from 'vitest';
import { languageName, namedLanguages } from '../../../../../src/ui/dashboard/preferences/languages.ts';

describe('namedLanguages', () => {
  it('names languages in the language of the reader and sorts them by it', () => {
    const names = namedLanguages('de');
    expect(names).toContainEqual({ tag: 'en', name: 'Englisch' });
    expect(names.map(({ name }) => name)).toEqual(
      names.map(({ name }) => name).toSorted(new Intl.Collator('de').compare),
    );
  });
});

describe('languageName', () => {
  it.each([
    ['de', 'German'],
    ['not a tag', 'not a tag'],
    ['', ''],
  ])('%j → %j', (tag, name) => {
    expect(languageName(tag, 'en')).toBe(name);
  });
});
