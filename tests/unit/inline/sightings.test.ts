// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readIdentifier } from '../../../src/domain/identifier.ts';
import type { ItemFacts } from '../../../src/domain/item.ts';
import { contentOf, sightingsOf } from '../../../src/inline/sightings.ts';

const thing = (name: string, identifier: string): ItemFacts => ({
  kind: 'Product',
  name,
  identifiers: [readIdentifier(identifier)!],
});

function heading(text: string): Element {
  const element = document.createElement('h1');
  element.append(text);
  return element;
}

describe('sightingsOf', () => {
  it('sees the one thing of a detail page in full', () => {
    const anchor = heading('Kettle');
    const main = thing('Kettle', 'gtin:4006381333931');
    const [only, ...more] = sightingsOf({ page: 'detail', main, anchor, entries: [], title: '' });
    expect(only).toMatchObject({ anchor, form: 'full', facts: main });
    expect(more).toEqual([]);
  });

  it('sees each entry of a list once, and none that nothing on the page names', () => {
    const [one, two] = [heading('One'), heading('Two')];
    const sightings = sightingsOf({
      page: 'list',
      title: '',
      entries: [
        { facts: thing('One', 'imdb:tt1'), element: one },
        { facts: thing('Also one', 'imdb:tt3'), element: one },
        { facts: thing('Two', 'imdb:tt2'), element: two },
        { facts: thing('Nowhere', 'imdb:tt4') },
        { facts: { ...thing('Nameless to others', 'imdb:tt5'), identifiers: [] }, element: heading('') },
      ],
    });
    expect(sightings.map(({ facts, form }) => [facts.name, form])).toEqual([
      ['One', 'compact'],
      ['Two', 'compact'],
    ]);
  });

  it('knows the same thing by the same key, and another by another', () => {
    const key = (facts: ItemFacts) =>
      sightingsOf({ page: 'list', title: '', entries: [{ facts, element: heading('x') }] })[0]?.key;
    expect(key(thing('A', 'imdb:tt1'))).toBe(key(thing('A', 'imdb:tt1')));
    expect(key(thing('A', 'imdb:tt1'))).not.toBe(key(thing('A', 'imdb:tt2')));
    expect(key(thing('A', 'imdb:tt1'))).not.toBe(key(thing('B', 'imdb:tt1')));
  });
});

describe('contentOf', () => {
  it('tells one thing from another, and nothing of lists', () => {
    const page = (name: string) =>
      contentOf({ page: 'detail', main: thing(name, 'imdb:tt1'), anchor: heading(name), entries: [], title: '' });
    expect(page('A')).toBe(page('A'));
    expect(page('A')).not.toBe(page('B'));
    expect(contentOf({ page: 'list', entries: [], title: 'A' })).toBeUndefined();
  });
});
