import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { ChangeEntry } from '../../../../../src/app/list-changes.ts';
import { changeTitle } from '../../../../../src/ui/dashboard/changes/change-title.ts';

const film = { kind: 'item', name: 'M' } as const;
const other = { kind: 'item', name: 'Metropolis' } as const;
const size = { kind: 'preference', preference: { key: 'shoe-size', value: '42', unit: 'EU' } } as const;

function change(
  label: ChangeEntry['label'],
  names: ChangeEntry['names'],
  more: Partial<ChangeEntry> = {},
): ChangeEntry {
  return { label, names, count: names.length, ...more } as ChangeEntry;
}

function imported(...files: string[]): Partial<ChangeEntry> {
  return { told: { kind: 'import', files, counts: {} } } as unknown as ChangeEntry;
}

describe('changeTitle', () => {
  it.each([
    [change('delete-preference', []), 'Deleted a preference'],
    [change('delete-rating', [], { count: 4 }), 'Deleted'],
    [change('edit-rating', [film]), 'Changed a rating: M'],
    [change('delete-rating', [film, film, film], { count: 50 }), 'Deleted: M, M, M and 47 more'],
    [change('save-preference', [size]), 'Saved a preference: Shoe size 42 EU'],
    [change('join-items', [film, other]), 'M joined with Metropolis'],
    [change('split-items', [film, other]), 'M and Metropolis taken apart'],
    [change('refuse-join', [film, other]), 'M and Metropolis are not one'],
    [change('refuse-join', [film]), 'Said that things are not one: M'],
    [change('run-import', [film], imported('ratings.csv')), 'Import of ratings.csv'],
    [change('run-import', [], imported('ratings.csv', 'diary.csv')), 'Import of ratings.csv and 1 more'],
    [change('undo-change', [film]), 'Took a change back: M'],
    [change('undo-change', [film], { of: { label: 'delete-rating', isAgain: false } }), 'Took back: Deleted: M'],
    [
      change('undo-change', [], { ...imported('ratings.csv'), of: { label: 'run-import', isAgain: true } }),
      'Did again: Import of ratings.csv',
    ],
  ])('%#: says what was done, and to what', (entry, title) => {
    expect(changeTitle(entry).replaceAll(/[\u2068\u2069]/gu, '')).toBe(title);
  });
});
