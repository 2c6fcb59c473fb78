// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RatingsView } from '../../../../../src/ui/dashboard/ratings/ratings-view.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-more-filters.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { bring } from '../../../../support/bring.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

afterEach(() => document.body.replaceChildren());

async function filters(view: Partial<RatingsView> = {}) {
  const element = await mount('sayso-more-filters', {
    context: testContext(),
    view: { search: 'x', sort: 'newest', ...view },
    facets: {
      kinds: [],
      tags: [{ tag: '<b>calm</b>', count: 2 }],
      sources: [
        { source: 'letterboxd', count: 1200 },
        { source: 'person', count: 3 },
      ],
    },
  });
  const heard = vi.fn();
  element.addEventListener('filters-changed', ({ detail }) => void heard(detail));
  return { element, heard };
}

function choose(element: HTMLElement, id: string, value: string): void {
  const field = within(element, id) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change'));
}

describe('sayso-more-filters', () => {
  it('is folded while nothing of it is in use, and open when something is', async () => {
    const { element } = await filters();
    expect(within(element, 'details').hasAttribute('open')).toBe(false);
    const used = await filters({ years: { from: 1990 }, tag: '<b>calm</b>' });
    expect(within(used.element, 'details').hasAttribute('open')).toBe(true);
    expect(textOf(within(used.element, 'summary'))).toBe('More filters (2 in use)');
  });

  it('offers sources by their names and tags as the text they are', async () => {
    const { element } = await filters({ search: '' });
    const texts = [...element.shadowRoot!.querySelectorAll('option')].map(({ textContent }) => textContent.trim());
    expect(texts).toEqual(
      expect.arrayContaining(['Letterboxd (1,200)', 'You, in Sayso (3)', '<b>calm</b> (2)', '0.5 stars', '1 star']),
    );
  });

  it.each([
    ['#stars-from', '8', { stars: { from: 8 } }],
    ['#stars-to', '3', { stars: { to: 3 } }],
    ['#year-from', ' 1990', { years: { from: 1990 } }],
    ['#source', 'letterboxd', { source: 'letterboxd' }],
    ['#tag', '<b>calm</b>', { tag: '<b>calm</b>' }],
  ])('narrows by %s', async (id, value, expected) => {
    const { element, heard } = await filters();
    choose(element, id, value);
    expect(heard).toHaveBeenCalledExactlyOnceWith({ search: 'x', sort: 'newest', ...expected });
  });

  it('widens again, and takes no year that is none', async () => {
    const { element, heard } = await filters({ stars: { from: 8 }, years: { from: 1990, to: 1999 } });
    choose(element, '#stars-from', '');
    choose(element, '#year-to', 'soon');
    expect(heard.mock.calls).toEqual([
      [{ search: 'x', sort: 'newest', years: { from: 1990, to: 1999 } }],
      [{ search: 'x', sort: 'newest', stars: { from: 8 }, years: { from: 1990 } }],
    ]);
  });

  it('lets the end in hand count when a span would be none', async () => {
    const { element, heard } = await filters({ stars: { from: 2, to: 4 } });
    choose(element, '#stars-from', '9');
    expect(heard).toHaveBeenCalledExactlyOnceWith({ search: 'x', sort: 'newest', stars: { from: 9, to: 9 } });
  });

  it('counts for each source what is found under it, once it is open', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    await rateItem(context, { facts: film(2), given: stars(3) });
    await bring(
      context,
      { facts: film(1), source: 'goodreads', content: { liked: {} } },
      { facts: film(1), source: 'storygraph', content: { uses: [{}] } },
      { facts: film(3), source: 'netflix', content: { uses: [{}] } },
    );
    const facets = { kinds: [], tags: [], sources: [{ source: 'person' }, { source: 'gone' }] };
    const element = await mount('sayso-more-filters', { context, view: { search: '', sort: 'newest' }, facets });
    const offered = () =>
      [...element.shadowRoot!.querySelectorAll('#source option')].map(({ textContent }) => textContent.trim());
    expect(offered()).toEqual(['All sources', 'You, in Sayso', 'gone']);
    const details = within(element, 'details') as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await vi.waitFor(() =>
      expect(offered()).toEqual(['All sources', 'You, in Sayso (2)', 'Goodreads (1)', 'StoryGraph (1)']),
    );
  });

  it('says no nought of what is in use and found nowhere', async () => {
    const { element } = await filters({ tag: 'gone', source: 'vivino' });
    const texts = [...element.shadowRoot!.querySelectorAll('option')].map(({ textContent }) => textContent.trim());
    expect(texts).toEqual(expect.arrayContaining(['gone', 'Vivino']));
  });

  it('keeps what is in use on offer when no rating has it any more', async () => {
    const { element } = await filters({ isUnrated: true, tag: 'gone', source: 'vivino' });
    const offered = (id: string) =>
      [...element.shadowRoot!.querySelectorAll<HTMLOptionElement>(`${id} option`)].map(({ value }) => value);
    expect(offered('#tag')).toEqual(['', '<b>calm</b>', 'gone']);
    expect(offered('#source')).toEqual(['', 'letterboxd', 'person', 'vivino']);
  });
});
