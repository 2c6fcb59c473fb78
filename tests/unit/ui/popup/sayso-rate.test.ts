// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { editRating } from '../../../../src/app/edit-rating.ts';
import { listWanted } from '../../../../src/app/list-wanted.ts';
import { lookUpRatings } from '../../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import type { ItemFacts } from '../../../../src/domain/item.ts';
import type { Rating } from '../../../../src/domain/rating.ts';
import type { ToastMessage } from '../../../../src/ui/components/sayso-toast.ts';
import '../../../../src/ui/popup/sayso-rate.ts';
import { fieldWithin, mount, textOf, within } from '../../../support/mount.ts';
import { film, stars } from '../../../support/samples.ts';
import { type TestContext, testContext } from '../../../support/test-context.ts';

const ratingsChanged = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('../../../../src/platform/tell.ts', () => ({ ratingsChanged }));
const openOwnPage = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('../../../../src/platform/tabs.ts', () => ({ openOwnPage }));

afterEach(() => document.body.replaceChildren());

async function rate(context: TestContext, facts: ItemFacts) {
  const itself: ItemFacts = { kind: 'WebPage', name: 'Page', identifiers: [] };
  const element = await mount('sayso-rate', { context, things: { recognised: [facts], itself, first: facts } });
  const told: ToastMessage[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  return { element, told };
}

function press(element: HTMLElement, halfStars: number): void {
  within(element, 'sayso-stars').dispatchEvent(new CustomEvent('rating-changed', { detail: { halfStars } }));
}

async function kept(context: TestContext, facts: ItemFacts): Promise<Rating | undefined> {
  const [known] = await lookUpRatings(context, { things: [facts.identifiers] });
  return known?.rating;
}

describe('sayso-rate', () => {
  it('saves a press at once, says so, tells open pages, and takes it back', async () => {
    const context = testContext();
    const { element, told } = await rate(context, film(1));
    press(element, 9);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]!.text).toBe('Saved: 4.5 stars.');
    expect(await kept(context, film(1))).toMatchObject({ given: stars(4.5) });
    expect(ratingsChanged).toHaveBeenCalled();

    await told[0]!.undo!();
    expect(await kept(context, film(1))).toBeUndefined();
  });

  it('takes nothing back that was written since, be it as it was', async () => {
    const context = testContext();
    const { element, told } = await rate(context, film(1));
    press(element, 9);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    const { itemId } = (await kept(context, film(1)))!;
    for (const tags of [['sea'], []]) {
      await editRating(context, { itemId, tags });
    }
    await expect(told[0]!.undo!()).rejects.toMatchObject({ code: 'conflict' });
    expect(await kept(context, film(1))).toMatchObject({ given: stars(4.5) });
  });

  it('shows what the person said before, and keeps the words when the mark changes', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3), text: 'Slow.', tags: ['sea'] });
    const { element, told } = await rate(context, film(1));
    await vi.waitFor(() => expect(within(element, 'sayso-stars')).toMatchObject({ halfStars: 6 }));
    expect(within(element, 'sayso-note')).toMatchObject({ text: 'Slow.' });
    press(element, 8);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(await kept(context, film(1))).toMatchObject({ given: stars(4), text: 'Slow.', tags: ['sea'] });
  });

  it('keeps the words of a rating that it does not know of yet when it is pressed', async () => {
    const context = testContext();
    const aspects = [{ name: 'sound', given: stars(2) }];
    await rateItem(context, { facts: film(1), given: stars(3), text: 'Slow.', tags: ['sea'], aspects });
    const { element, told } = await rate(context, film(1));
    press(element, 8);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(await kept(context, film(1))).toMatchObject({ given: stars(4), text: 'Slow.', tags: ['sea'], aspects });
  });

  it('puts what is wanted on the watch-list, and opens an intention about it', async () => {
    const context = testContext();
    const { element } = await rate(context, film(1));
    within(element, '.want button').click();
    await vi.waitFor(() => expect(openOwnPage).toHaveBeenCalled());
    const { wanted } = await listWanted(context, { limit: 10 });
    expect(wanted.map(({ item }) => item.name)).toEqual([film(1).name]);
    expect(openOwnPage).toHaveBeenCalledWith(
      `src/ui/dashboard/dashboard.html#intentions/new?item=${String(wanted[0]?.item.id)}`,
    );
  });

  it('offers no intention about a page that nothing is recognised on, until it is said to be something', async () => {
    const context = testContext();
    const { element } = await rate(context, { kind: 'WebPage', name: 'A page', identifiers: [] });
    expect(element.shadowRoot!.querySelector('.want')).toBeNull();
    within(element, 'sayso-thing').dispatchEvent(new CustomEvent('item-described', { detail: { kind: 'Product' } }));
    await vi.waitFor(() => within(element, '.want button'));
  });

  it('removes a rating when the stars are cleared', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    const { element, told } = await rate(context, film(1));
    await vi.waitFor(() => expect(within(element, 'sayso-stars')).toMatchObject({ halfStars: 6 }));
    press(element, 0);
    await vi.waitFor(() => expect(told.map(({ text }) => text)).toEqual(['Rating removed.']));
    expect(await kept(context, film(1))).toBeUndefined();
  });

  it('saves note and tags without touching the mark', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    const { element, told } = await rate(context, film(1));
    await vi.waitFor(() => within(element, 'sayso-note'));
    within(element, 'sayso-note').dispatchEvent(new CustomEvent('note-changed', { detail: { text: '<b>bold</b>' } }));
    within(element, 'sayso-tags').dispatchEvent(new CustomEvent('tags-changed', { detail: { tags: ['calm'] } }));
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(await kept(context, film(1))).toMatchObject({ given: stars(3), text: '<b>bold</b>', tags: ['calm'] });
  });

  it('rates a thing under the name and kind the person corrected', async () => {
    const context = testContext();
    const { element, told } = await rate(context, film(1));
    const thing = within(element, 'sayso-thing');
    fieldWithin(thing, '#name').value = 'Better name';
    fieldWithin(thing, '#name').dispatchEvent(new Event('change'));
    const kind = fieldWithin(thing, '#kind');
    kind.value = 'TVSeries';
    kind.dispatchEvent(new Event('change'));
    press(element, 10);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    const [known] = await lookUpRatings(context, { things: [film(1).identifiers] });
    expect(known?.item).toMatchObject({ name: 'Better name', kind: 'TVSeries' });
  });

  it('shows another thing of the page when it is chosen', async () => {
    const { element } = await rate(testContext(), film(1));
    const thing = within(element, 'sayso-thing');
    const choice = fieldWithin(thing, '#choice');
    choice.value = '-1';
    choice.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(textOf(within(thing, 'h1'))).toBe('Page'));
  });

  it('says what to do when the disk is full, and shows again what is kept', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    const { element, told } = await rate(context, film(1));
    await vi.waitFor(() => expect(within(element, 'sayso-stars')).toMatchObject({ halfStars: 6 }));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    press(element, 10);
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('Free some space'));
    expect(told).toEqual([]);
    expect(within(element, 'sayso-stars')).toMatchObject({ halfStars: 6 });
  });
});
