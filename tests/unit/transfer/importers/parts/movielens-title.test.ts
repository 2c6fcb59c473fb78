import { describe, expect, it } from 'vitest';
import { movielensTitle } from '../../../../../src/transfer/importers/parts/movielens-title.ts';

describe('movielensTitle', () => {
  it.each([
    ['Ledger (1995)', { name: 'Ledger', year: 1995 }],
    ['Harbour, The (1999)', { name: 'The Harbour', year: 1999 }],
    ['Harbour, The: A Story (1999)', { name: 'The Harbour: A Story', year: 1999 }],
    ["Heure, L' (1999)", { name: "L'Heure", year: 1999 }],
    [
      'Quay of Storms, The (Quai des orages, Le) (1995)',
      { name: 'The Quay of Storms (Le Quai des orages)', year: 1995 },
    ],
    [
      'Seven Knots (a.k.a. Knots, The) (Sieben) (1995)',
      { name: 'Seven Knots (a.k.a. The Knots) (Sieben)', year: 1995 },
    ],
    ['(500) Knots (2009)', { name: '(500) Knots', year: 2009 }],
    ['Paris, Texas (1984)', { name: 'Paris, Texas', year: 1984 }],
    ['Harbour Stories (2006–2007)', { name: 'Harbour Stories', year: 2006 }],
    ['Harbour Stories (2016- )', { name: 'Harbour Stories', year: 2016 }],
    ['Undated', { name: 'Undated' }],
    ['(1999)', { name: '(1999)' }],
    ['Far (9999)', { name: 'Far' }],
    ['', { name: '' }],
  ])('reads %s', (title, read) => {
    expect(movielensTitle(title)).toEqual(read);
  });
});
