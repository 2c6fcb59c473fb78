// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { editRating } from '../../../../../src/app/edit-rating.ts';
import { listRatingIds } from '../../../../../src/app/list-rating-ids.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import type { ItemId } from '../../../../../src/domain/ids.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-ratings-list.ts';
import { drawn, mount } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

vi.mock('../../../../../src/platform/tell.ts', () => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn() }));

afterEach(() => {
  document.body.replaceChildren();
  window.scrollTo(0, 0);
});

const UNKNOWN = Array.from({ length: 10_000 }, (_, index) => `id-${String(index)}` as ItemId);

async function list(ids: readonly ItemId[], context = testContext()) {
  const element = await mount('sayso-ratings-list', { context, ids, total: ids.length, revision: '1' });
  // There is no layout here: the list stands at the top of the page, and moves with it.
  vi.spyOn(element, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, -window.scrollY, 800, 0));
  await vi.waitFor(() => expect(placesIn(element).length).toBeGreaterThan(0));
  return element;
}

function placesIn(element: HTMLElement): number[] {
  return [...element.shadowRoot!.querySelectorAll('li')].map((row) => Number(row.getAttribute('aria-posinset')));
}

async function scroll(element: HTMLElement, top: number): Promise<void> {
  window.scrollTo(0, top);
  window.dispatchEvent(new Event('scroll'));
  await vi.waitFor(() => expect(Math.max(...placesIn(element))).toBeGreaterThan(1000));
}

describe('sayso-ratings-list', () => {
  it('draws what is in sight, each row with its place among all', async () => {
    const element = await list(UNKNOWN);
    expect(placesIn(element).length).toBeLessThan(60);
    expect(element.shadowRoot!.querySelector('li')!.getAttribute('aria-setsize')).toBe('10000');
    await scroll(element, 200_000);
    expect(Math.min(...placesIn(element))).toBeGreaterThan(1000);
  });

  it('tells which row is in the middle of what is in sight, and of none at its top', async () => {
    const element = await list(UNKNOWN);
    expect(element.middle).toBeUndefined();
    await scroll(element, 200_000);
    const middle = UNKNOWN.indexOf(element.middle!) + 1;
    expect(middle).toBeGreaterThan(Math.min(...placesIn(element)));
    expect(middle).toBeLessThan(Math.max(...placesIn(element)));
  });

  it('keeps the row that has the focus, wherever the list is scrolled to', async () => {
    const element = await list(UNKNOWN);
    const row = element.shadowRoot!.querySelectorAll('li')[2]!;
    row.firstElementChild!.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await scroll(element, 200_000);
    expect(placesIn(element)[0]).toBe(3);
    expect(row.isConnected).toBe(true);
    row.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: document.body }));
    await scroll(element, 300_000);
    await vi.waitFor(() => expect(placesIn(element)).not.toContain(3));
  });

  it('fills its rows from the store, and anew when the store has changed', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(3) });
    await rateItem(context, { facts: film(2), given: stars(4) });
    const { ids, revision } = await listRatingIds(context, { sort: 'name' });
    const element = await list(ids, context);
    const rows = () => [...element.shadowRoot!.querySelectorAll('sayso-rating-row')];
    await vi.waitFor(() => expect(rows().map(({ row }) => row.item.name)).toEqual(['Film 1', 'Film 2']));
    await editRating(context, { itemId: item.id, given: stars(5) });
    element.revision = (await listRatingIds(context, { sort: 'name' })).revision;
    expect(element.revision).not.toBe(revision);
    await drawn(element);
    await vi.waitFor(() => expect(rows()[0]?.row.rating.given.value).toBe(5));
  });

  it('says once that its first rows stand there', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    const { ids } = await listRatingIds(context, { sort: 'name' });
    const shown = vi.fn();
    document.body.addEventListener('rows-shown', shown, { capture: true });
    await list(ids, context);
    await vi.waitFor(() => expect(shown).toHaveBeenCalledOnce());
    document.body.removeEventListener('rows-shown', shown, { capture: true });
  });

  it('tells when its rows cannot be read', async () => {
    const context = testContext();
    const failed = vi.fn();
    const element = await mount('sayso-ratings-list', { context });
    element.addEventListener('rows-failed', failed);
    vi.spyOn(context.database.ratings, 'bulkGet').mockRejectedValue(new Error('broken'));
    Object.assign(element, { ids: UNKNOWN.slice(0, 3), total: 3, revision: '1' });
    await vi.waitFor(() => expect(failed).toHaveBeenCalled());
  });

  it('brings a row into sight to come back to', async () => {
    const element = await list(UNKNOWN);
    expect(await element.reveal('nowhere' as ItemId)).toBe(false);
    vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(1_000_000);
    expect(await element.reveal('id-5000' as ItemId)).toBe(true);
    window.dispatchEvent(new Event('scroll'));
    await vi.waitFor(() => expect(placesIn(element)).toContain(5001));
  });
});
