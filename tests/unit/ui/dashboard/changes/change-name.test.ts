import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { ChangeEntry } from '../../../../../src/app/list-changes.ts';
import { changedNames, changeName } from '../../../../../src/ui/dashboard/changes/change-name.ts';

function change(names: ChangeEntry['names'], count = names.length): ChangeEntry {
  return { names, count } as ChangeEntry;
}

describe('changeName', () => {
  it('says what was done', () => {
    expect(changeName('delete-preference')).toBe('Deleted a preference');
  });
});

describe('changedNames', () => {
  const film = { kind: 'item', name: 'M' } as const;
  const size = { kind: 'preference', preference: { key: 'shoe-size', value: '42', unit: 'EU' } } as const;

  it.each([
    [change([]), ''],
    [change([], 4), ''],
    [change([film]), 'M'],
    [change([film, film, film], 50), 'M, M, M and 47 more'],
    [change([size]), 'Shoe size 42 EU'],
  ])('%#: names what was changed', (entry, names) => {
    expect(changedNames(entry)).toBe(names);
  });
});
