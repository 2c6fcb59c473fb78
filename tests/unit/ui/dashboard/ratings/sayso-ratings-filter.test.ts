// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RatingsView } from '../../../../../src/ui/dashboard/ratings/ratings-view.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-ratings-filter.ts';
import { fieldWithin, mount, within } from '../../../../support/mount.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function filter(view: Partial<RatingsView> = {}) {
  const element = await mount('sayso-ratings-filter', {
    view: { search: '', sort: 'newest', page: 3, ...view },
    kinds: [
      { kind: 'Movie', count: 1200 },
      { kind: 'Book', count: 3 },
    ],
    tags: [{ tag: '<b>calm</b>', count: 2 }],
  });
  const heard = vi.fn();
  element.addEventListener('view-changed', ({ detail }) => void heard(detail));
  return { element, heard };
}

function type(element: HTMLElement, text: string): void {
  const field = fieldWithin(element, '#search');
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

function choose(element: HTMLElement, id: string, value: string): void {
  const select = within(element, id) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

describe('sayso-ratings-filter', () => {
  it('searches once when typing rests, from the first page', async () => {
    const { element, heard } = await filter();
    type(element, 'me');
    vi.advanceTimersByTime(150);
    type(element, 'metro');
    vi.advanceTimersByTime(150);
    expect(heard).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(heard).toHaveBeenCalledExactlyOnceWith({ search: 'metro', sort: 'newest', page: 0 });
  });

  it('searches at once on Enter', async () => {
    const { element, heard } = await filter();
    type(element, 'metro');
    within(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    vi.advanceTimersByTime(1000);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('does not lose what is being typed when another choice is made meanwhile', async () => {
    const { element, heard } = await filter();
    type(element, 'metro');
    choose(element, '#kind', 'Book');
    vi.advanceTimersByTime(1000);
    expect(heard).toHaveBeenCalledExactlyOnceWith({ search: 'metro', kind: 'Book', sort: 'newest', page: 0 });
  });

  it('offers kinds and tags with their counts, as text', async () => {
    const { element } = await filter();
    const options = [...element.shadowRoot!.querySelectorAll('option')].map(({ textContent }) => textContent.trim());
    expect(options).toEqual(
      expect.arrayContaining(['All kinds (1,203)', 'Films (1,200)', 'Books (3)', '<b>calm</b> (2)']),
    );
  });

  it('leaves a kind or tag by choosing all', async () => {
    const { element, heard } = await filter({ kind: 'Book', tag: '<b>calm</b>' });
    choose(element, '#kind', '');
    choose(element, '#tag', '');
    expect(heard.mock.calls).toEqual([
      [{ search: '', tag: '<b>calm</b>', sort: 'newest', page: 0 }],
      [{ search: '', kind: 'Book', sort: 'newest', page: 0 }],
    ]);
  });

  it('keeps the tag in use on offer when no rating has it any more', async () => {
    const { element } = await filter({ tag: 'gone' });
    const offered = [...element.shadowRoot!.querySelectorAll<HTMLOptionElement>('#tag option')];
    expect(offered.map(({ value }) => value)).toEqual(['', '<b>calm</b>', 'gone']);
  });
});
