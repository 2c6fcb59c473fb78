// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseSite } from '../../../../../src/app/choose-site.ts';
import { clearMark } from '../../../../../src/app/clear-mark.ts';
import { deleteRating } from '../../../../../src/app/delete-rating.ts';
import { describeItem } from '../../../../../src/app/describe-item.ts';
import { editRating } from '../../../../../src/app/edit-rating.ts';
import { forgetVendor } from '../../../../../src/app/forget-vendor.ts';
import { lookUpRatings } from '../../../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { undoChange } from '../../../../../src/app/undo-change.ts';
import { formatTime } from '../../../../../src/ui/format.ts';
import '../../../../../src/ui/dashboard/changes/sayso-changes.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film, SHOP, stars } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn(), requestSite: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../../src/platform/permissions.ts', () => platform);

afterEach(() => document.body.replaceChildren());

async function changes(context: TestContext) {
  const element = await mount('sayso-changes', { context });
  await vi.waitFor(() => within(element, 'li, sayso-empty'));
  return element;
}

function plain(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '');
}

function lines(element: HTMLElement): string[] {
  return [...element.shadowRoot!.querySelectorAll('li p:first-child')].map((line) => plain(textOf(line)));
}

describe('sayso-changes', () => {
  it('says what will stand here', async () => {
    const element = await changes(testContext());
    expect(within(element, 'sayso-empty').getAttribute('heading')).toBe('Nothing changed yet');
  });

  it('takes back a deletion, and says of it that it was taken back', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    await deleteRating(context, { itemIds: [item.id] });
    const element = await changes(context);
    expect(lines(element)).toEqual(['Deleted: Film 1', 'Rated: Film 1']);
    within(element, 'li button').click();
    await vi.waitFor(() => expect(lines(element)[0]).toBe('Took back: Deleted: Film 1'));
    expect(textOf(element)).toContain('taken back');
    const [known] = await lookUpRatings(context, { things: [film(1).identifiers] });
    expect(known?.rating?.given).toEqual(stars(4));
    expect(platform.ratingsChanged).toHaveBeenCalled();
  });

  it('says what to do where nothing is left that could be undone first', async () => {
    const context = testContext();
    const rated = await rateItem(context, { facts: film(1), given: stars(4) });
    const edit = await editRating(context, { itemId: rated.item.id, tags: ['sea'] });
    const element = await changes(context);
    await context.database.journal.delete(edit.journalId); // as what is past undoing
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('li button')].at(-1)!.click();
    await vi.waitFor(() => expect(within(element, 'sayso-notice').textContent).toContain('change it where it stands'));
  });

  it('says what became of what', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(3) });
    await editRating(context, { itemId: item.id, given: stars(4), text: 'Grows on me.', tags: ['noir'] });
    await describeItem(context, { itemId: item.id, name: 'M', year: 1931 });
    await clearMark(context, { itemId: item.id });
    const element = await changes(context);
    const details = [...element.shadowRoot!.querySelectorAll('li p.small:not(.quiet)')].map((line) =>
      plain(textOf(line)),
    );
    expect(details).toEqual([
      '★ 4 / 5 → not rated · note removed · Tags: noir → nothing',
      'Name: Film 1 → M · Year it came out: nothing → 1931',
      '★ 3 / 5 → ★ 4 / 5 · note added · Tags: nothing → noir',
      '★ 3 / 5',
    ]);
  });

  it('asks the browser first for a connected site that comes back, and has it felt again', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await forgetVendor(context, { origin: SHOP });
    const element = await changes(context);
    within(element, 'li button').click();
    // In the very turn of the click, while the browser still believes in it.
    expect(platform.requestSite).toHaveBeenCalledExactlyOnceWith(SHOP);
    await vi.waitFor(() => expect(platform.siteChanged).toHaveBeenCalledExactlyOnceWith(SHOP));
  });

  it('names what has to be taken back first, and changes nothing', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    context.clock.advance(60_000);
    const { item } = await rateItem(context, { facts: film(1), given: stars(2) });
    const element = await changes(context);
    const press = (which: number): void => {
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('li button')].at(which)!.click();
    };
    press(-1);
    await vi.waitFor(() =>
      expect(plain(within(element, 'sayso-notice').textContent)).toBe(
        `It was changed again since. First undo “Rated: Film 1” (${formatTime(context.clock.nowMs())}).`,
      ),
    );
    expect(await context.database.ratings.get(item.id)).toMatchObject({ given: stars(2) });
    press(0);
    await vi.waitFor(() => expect(lines(element)[0]).toBe('Took back: Rated: Film 1'));
    expect(element.shadowRoot!.querySelector('sayso-notice')).toBeNull();
    press(-1);
    await vi.waitFor(() => expect(lines(element)).toHaveLength(4));
    expect(await context.database.ratings.get(item.id)).toHaveProperty('deletedAt');
  });

  it('says so where nothing that stands is in the way', async () => {
    const context = testContext();
    const { journalId } = await rateItem(context, { facts: film(1), given: stars(4) });
    const element = await changes(context);
    const button = within(element, 'li button');
    await undoChange(context, { journalId });
    button.click();
    await vi.waitFor(() => expect(within(element, 'sayso-notice').textContent).toContain('undone already'));
  });
});
