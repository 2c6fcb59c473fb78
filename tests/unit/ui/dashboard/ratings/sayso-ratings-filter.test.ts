// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RatingsView } from '../../../../../src/ui/dashboard/ratings/ratings-view.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-ratings-filter.ts';
import { drawn, fieldWithin, mount, within } from '../../../../support/mount.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function filter(view: Partial<RatingsView> = {}) {
  const element = await mount('sayso-ratings-filter', {
    view: { search: '', sort: 'newest', ...view },
    facets: {
      kinds: [
        { kind: 'Movie', count: 1200 },
        { kind: 'Book', count: 3 },
      ],
      tags: [],
      sources: [],
    },
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
  it('answers a letter at once, and those that follow quickly together', async () => {
    const { element, heard } = await filter();
    type(element, 'm');
    expect(heard).toHaveBeenCalledExactlyOnceWith({ search: 'm', sort: 'newest' });
    type(element, 'me');
    vi.advanceTimersByTime(50);
    type(element, 'met');
    expect(heard).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(60);
    expect(heard).toHaveBeenLastCalledWith({ search: 'met', sort: 'newest' });
    vi.advanceTimersByTime(1000);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('searches at once on Enter', async () => {
    const { element, heard } = await filter();
    type(element, 'm');
    type(element, 'metro');
    within(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    expect(heard).toHaveBeenLastCalledWith({ search: 'metro', sort: 'newest' });
    vi.advanceTimersByTime(1000);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('does not lose what is being typed when another choice is made meanwhile', async () => {
    const { element, heard } = await filter();
    type(element, 'm');
    type(element, 'metro');
    choose(element, '#kind', 'Book');
    expect(heard).toHaveBeenLastCalledWith({ search: 'metro', kind: 'Book', sort: 'newest' });
    within(element, 'sayso-more-filters').dispatchEvent(
      new CustomEvent('filters-changed', { detail: { search: '', tag: 'calm', sort: 'newest' } }),
    );
    expect(heard).toHaveBeenLastCalledWith({ search: 'metro', tag: 'calm', sort: 'newest' });
  });

  it('offers kinds with their counts', async () => {
    const { element } = await filter();
    const options = [...element.shadowRoot!.querySelectorAll('option')].map(({ textContent }) => textContent.trim());
    expect(options).toEqual(expect.arrayContaining(['All kinds (1,203)', 'Films (1,200)', 'Books (3)']));
  });

  it('leaves a kind by choosing all', async () => {
    const { element, heard } = await filter({ kind: 'Book', tag: 'calm' });
    choose(element, '#kind', '');
    expect(heard).toHaveBeenCalledExactlyOnceWith({ search: '', tag: 'calm', sort: 'newest' });
  });

  it('offers of things without a mark why they are there, and no order by mark', async () => {
    const { element, heard } = await filter({ isUnrated: true });
    expect(element.shadowRoot!.querySelector('#trace')).toBeNull();
    element.facets = { ...element.facets, traces: [{ trace: 'wanted', count: 7 }] };
    await drawn(element);
    const options = [...element.shadowRoot!.querySelectorAll('option')].map(({ textContent }) => textContent.trim());
    expect(options).toContain('Wanted (7)');
    expect(options).not.toContain('Best first');
    choose(element, '#trace', 'wanted');
    expect(heard).toHaveBeenLastCalledWith({ isUnrated: true, search: '', sort: 'newest', trace: 'wanted' });
  });
});
