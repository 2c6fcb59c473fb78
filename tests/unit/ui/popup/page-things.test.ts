import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../../src/platform/recognise-page.ts';
import { pageThings } from '../../../../src/ui/popup/page-things.ts';
import { film } from '../../../support/samples.ts';

const url = 'https://blog.example/post?utm_source=letter';

function facts(more: Partial<PageFacts> = {}): PageFacts {
  return { page: 'none', entries: [], title: 'On bees', ...more };
}

describe('pageThings', () => {
  it('begins with what the page is about', () => {
    const things = pageThings(facts({ page: 'detail', main: film(1) }), url, 'x');
    expect(things.first).toEqual(film(1));
    expect(things.recognised).toEqual([film(1)]);
  });

  it('begins with the page itself when nothing was recognised, known by its address without tracking', () => {
    const things = pageThings(facts(), url, 'x');
    expect(things.first).toBe(things.itself);
    expect(things.itself).toEqual({
      kind: 'WebPage',
      name: 'On bees',
      identifiers: ['url:https://blog.example/post'],
    });
  });

  it('knows the page by the address it says is its own', () => {
    const things = pageThings(facts({ canonicalUrl: 'https://blog.example/bees' }), url, 'x');
    expect(things.itself.identifiers).toEqual(['url:https://blog.example/bees']);
  });

  it.each([
    ['On bees', 'tab', 'On bees'],
    ['  ', 'Tab title', 'Tab title'],
    ['', '', 'blog.example'],
  ])('names the page itself: %j in the page, %j on the tab', (title, tab, name) => {
    expect(pageThings(facts({ title }), url, tab).itself.name).toBe(name);
  });

  it('lists each thing of a list once, and not thousands', () => {
    const entries = Array.from({ length: 1_000 }, (_, index) => film(1 + (index % 500)));
    const things = pageThings(facts({ page: 'list', entries }), url, 'x');
    expect(things.recognised).toHaveLength(200);
    expect(new Set(things.recognised.map(({ name }) => name)).size).toBe(200);
    expect(things.first).toBe(things.itself);
  });
});
