import { describe, expect, it } from 'vitest';
import { groupImages } from '../../../src/store/group-images.ts';
import type { Image } from '../../../src/store/journal-entry.ts';

function image(table: Image['table'], key: string, before?: object): Image {
  return { table, key, before, after: undefined };
}

function groupsOf(images: readonly Image[], now: Readonly<Record<string, object>> = {}): string[][] {
  return groupImages(images, ({ key }) => now[key]).map((group) => group.map(({ key }) => key));
}

describe('groupImages', () => {
  it('keeps a thing together with its rating, names and history, and apart from others', () => {
    const images = [
      image('items', 'a'),
      image('ratings', 'a'),
      image('items', 'b'),
      image('identifiers', 'name-of-a', { itemId: 'a' }),
      image('versions', 'version-of-b', { itemId: 'b' }),
      image('preferences', 'p'),
    ];
    expect(groupsOf(images)).toEqual([['a', 'a', 'name-of-a'], ['b', 'version-of-b'], ['p']]);
  });

  it('knows what came with a change by what it is now', () => {
    const images = [image('items', 'a'), image('identifiers', 'name')];
    expect(groupsOf(images, { name: { itemId: 'a' } })).toEqual([['a', 'name']]);
  });

  it('joins two things that a change joined or parted, by whatever of it shows', () => {
    const two = [image('items', 'a'), image('items', 'b')];
    expect(groupsOf(two)).toHaveLength(2);
    expect(groupsOf([...two, image('identifiers', 'name', { itemId: 'a' })], { name: { itemId: 'b' } })).toHaveLength(
      1,
    );
    expect(groupsOf([...two, image('refusedJoins', 'a b')])).toHaveLength(1);
    expect(groupsOf([...two, image('merges', 'm')], { m: { from: 'a', into: 'b' } })).toHaveLength(1);
    expect(groupsOf([...two, image('versions', 'v', { itemId: 'b' })], { v: { itemId: 'a' } })).toHaveLength(1);
  });

  it('keeps things apart whose sources now name no item', () => {
    const images = [image('sourceRecords', 'one', { itemId: 'a' }), image('sourceRecords', 'two', { itemId: 'b' })];
    expect(groupsOf(images, { one: { said: 'print' }, two: { said: 'print' } })).toEqual([['one'], ['two']]);
    expect(groupsOf([image('sourceRecords', 'one'), image('items', 'a')], { one: { said: '' } })).toHaveLength(2);
  });

  it('joins a chain of things', () => {
    const images = ['a', 'b', 'c', 'd'].map((key) => image('items', key));
    const chain = [
      ['a', 'b'],
      ['c', 'd'],
      ['b', 'c'],
    ].map(([from, into]) => image('merges', `${from}${into}`, { from, into }));
    expect(groupsOf([...images, ...chain])).toHaveLength(1);
  });

  it('takes all that is left of a site for one', () => {
    const images = (['vendors', 'grants', 'grantChanges', 'decisions', 'disclosures'] as const).map((table) =>
      image(table, table),
    );
    expect(groupsOf(images)).toHaveLength(1);
  });

  it('makes nothing of nothing', () => {
    expect(groupsOf([])).toEqual([]);
  });
});
