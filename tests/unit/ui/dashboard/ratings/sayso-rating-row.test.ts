// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RatingRow } from '../../../../../src/app/rating-rows.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-rating-row.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';

afterEach(() => document.body.replaceChildren());

function row(name: string, tags: readonly string[] = []): RatingRow {
  return {
    item: { id: 'item-1', kind: 'Movie', name, identifiers: [], year: 1927 },
    rating: { given: { value: 64, best: 100, worst: 1 }, value: 64, ratedAt: '2024-03', source: 'person', tags },
  } as unknown as RatingRow;
}

describe('sayso-rating-row', () => {
  it('tells what was rated, when and from where, and leads to its page', async () => {
    const element = await mount('sayso-rating-row', { row: row('Metropolis', ['silent']) });
    expect(textOf(element)).toContain('March 2024 · in Sayso');
    expect(textOf(element)).toContain('silent');
    expect(within(element, 'a').getAttribute('href')).toBe('#ratings/item-1');
  });

  it('says that a date is unknown, not when the rating came here', async () => {
    const { item, rating } = row('Metropolis');
    const undated = { item, rating: { ...rating, isUndated: true, source: 'movielens' } } as RatingRow;
    const element = await mount('sayso-rating-row', { row: undated });
    expect(textOf(element)).toContain('Date unknown · from MovieLens');
    expect(textOf(element)).not.toContain('2024');
  });

  it('says of what a source said that the person has changed it since', async () => {
    const { item, rating } = row('Metropolis');
    const changed = { ...rating, source: 'imdb', editedAt: '2026-11-23T12:00:00.000Z' };
    const element = await mount('sayso-rating-row', { row: { item, rating: changed } as RatingRow });
    expect(textOf(element)).toContain('March 2024 · from IMDb · changed by you on Nov 23, 2026');
    const own = await mount('sayso-rating-row', {
      row: { item, rating: { ...changed, source: 'person' } } as RatingRow,
    });
    expect(textOf(own)).not.toContain('changed by you');
  });

  it('shows markup in a name as the text it is', async () => {
    const element = await mount('sayso-rating-row', { row: row('<img src=x onerror=alert(1)>') });
    expect(within(element, 'a').textContent).toBe('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot!.querySelector('img')).toBeNull();
  });

  it('keeps labels short whatever the name is', async () => {
    const element = await mount('sayso-rating-row', { row: row('x'.repeat(10_000)) });
    const labels = [...element.shadowRoot!.querySelectorAll('[aria-label]')].map(
      (labelled) => labelled.ariaLabel ?? '',
    );
    expect(labels.length).toBeGreaterThan(2);
    expect(Math.max(...labels.map(({ length }) => length))).toBeLessThan(150);
  });

  it.each([
    ['input', 'select'],
    ['a.name', 'open'],
    ['.acts button', 'edit'],
    ['button.danger', 'delete'],
  ])('says that %s was pressed to %s', async (selector, wish) => {
    const element = await mount('sayso-rating-row', { row: row('M') });
    const heard = vi.fn();
    element.addEventListener('row-pressed', ({ detail }) => void heard(detail.wish));
    within(element, selector).click();
    expect(heard).toHaveBeenCalledExactlyOnceWith(wish);
  });

  it('opens its mark into stars that can be pressed, and shuts them when the person is done', async () => {
    const element = await mount('sayso-rating-row', { row: row('M') });
    const mark = within(element, 'sayso-edit-mark');
    within(mark, 'button').click();
    await drawn(mark);
    const stars = within(mark, 'sayso-stars');
    expect((stars as unknown as { label: string }).label).toBe('Your rating of M');
    stars.dispatchEvent(new CustomEvent('rating-changed', { detail: { halfStars: 2 }, bubbles: true, composed: true }));
    await drawn(mark);
    expect(textOf(within(mark, 'button'))).toContain('change the rating of M');
  });
});
