// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PastImport } from '../../../../../src/app/list-imports.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import '../../../../../src/ui/dashboard/import/sayso-import-done.ts';
import { bring } from '../../../../support/bring.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

afterEach(() => document.body.replaceChildren());

const COUNTS = { rows: 3, skipped: 0, ratings: 1, reviews: 0, intentions: 1, likes: 0, owned: 0, seen: 1, added: 3 };

async function done(context = testContext(), state: PastImport['state'] = 'standing') {
  const past = { id: 'id', state, sources: ['letterboxd', 'netflix'], files: ['a.csv'], undoId: 'u', counts: COUNTS };
  const result = { id: 'id', counts: { ...COUNTS, changed: 0, joined: 0, same: 0 } };
  return mount('sayso-import-done', { context, past, result } as never);
}

function ways(element: HTMLElement): (readonly [string, string | null, boolean])[] {
  return [...element.shadowRoot!.querySelectorAll('.row a[href^="#ratings"]')].map((way) => [
    textOf(way),
    way.getAttribute('href'),
    way.classList.contains('primary'),
  ]);
}

describe('sayso-import-done', () => {
  it('leads to what has a mark and to what has none, by source, one way first', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4), source: 'letterboxd' });
    await bring(
      context,
      { facts: film(2), content: {} },
      { facts: film(3), content: {} },
      { facts: film(4), source: 'netflix', content: {} },
    );
    const element = await done(context);
    await vi.waitFor(() =>
      expect(ways(element)).toEqual([
        ['See what came from Letterboxd', '#ratings?source=letterboxd', true],
        ['2 from Letterboxd without a rating', '#ratings?list=unrated&source=letterboxd', false],
        ['See what came from Netflix', '#ratings?list=unrated&source=netflix', false],
      ]),
    );
  });

  it('says where everything is, and what became of a list of wishes', async () => {
    const element = await done();
    expect(textOf(element)).toContain('what has a mark under Rated, all the rest under Not rated');
    expect(textOf(element)).toContain('1 thing on a list has become an intention.');
    expect(textOf(element)).not.toContain('which becomes');
    expect(within(element, 'p a').getAttribute('href')).toBe('#ratings?list=unrated&trace=wanted');
  });

  it('says of one in which nothing was new that nothing was changed', async () => {
    const element = await done(testContext(), 'nothing');
    expect(textOf(within(element, 'h2'))).toBe('Nothing new');
    expect(textOf(element)).toContain('nothing was changed');
    expect(textOf(element)).not.toContain('It is under Ratings now');
  });

  it('says of one that was undone only that', async () => {
    const element = await done(testContext(), 'undone');
    expect(textOf(within(element, 'h2'))).toBe('Undone');
    expect(element.shadowRoot!.querySelector('li')).toBeNull();
    expect(ways(element)).toEqual([]);
  });

  it('says of one that a restore took away that it is not here, and how it comes back', async () => {
    const element = await done(testContext(), 'gone');
    expect(textOf(within(element, 'h2'))).toBe('Not here any more');
    expect(textOf(element)).not.toContain('It is under Ratings now');
    expect(element.shadowRoot!.querySelector('li')).toBeNull();
    expect(ways(element)).toEqual([]);
    expect(textOf(within(element, 'sayso-import-undo'))).toContain('Undo the restore under Changes');
  });
});
