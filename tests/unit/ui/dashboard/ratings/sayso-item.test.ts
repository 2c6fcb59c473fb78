// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { editRating } from '../../../../../src/app/edit-rating.ts';
import { joinItems } from '../../../../../src/app/join-items.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import type { ItemId } from '../../../../../src/domain/ids.ts';
import type { Moment } from '../../../../../src/domain/moment.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-item.ts';
import { bring } from '../../../../support/bring.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film, id, product, stars } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

vi.mock('../../../../../src/platform/tell.ts', () => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn() }));

afterEach(() => document.body.replaceChildren());

async function page(context: TestContext, itemId: ItemId) {
  const element = await mount('sayso-item', { context, itemId });
  const told: ToastMessage[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  await vi.waitFor(() => within(element, 'h1'));
  return { element, told };
}

describe('sayso-item', () => {
  it('tells what was thought before, newest first', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(1), text: 'Dull.' });
    await editRating(context, { itemId: item.id, given: stars(3), text: 'Grew on me.' });
    await editRating(context, { itemId: item.id, given: stars(5), text: null });
    const { element } = await page(context, item.id);
    const versions = [...within(element, 'sayso-item-history').shadowRoot!.querySelectorAll('sayso-rating-told')];
    expect(versions.map((version) => textOf(version))).toEqual([
      expect.stringContaining('Grew on me.'),
      expect.stringContaining('Dull.'),
    ]);
  });

  it('links identifiers that have a page, safely, and shows others as text', async () => {
    const context = testContext();
    const facts = { ...film(1), identifiers: [id('imdb:tt0000001'), id('gtin:04006381333931')] };
    const { item } = await rateItem(context, { facts, given: stars(4) });
    const { element } = await page(context, item.id);
    const links = [...within(element, 'sayso-item-facts').shadowRoot!.querySelectorAll('a')];
    expect(links.map(({ href, rel }) => [href, rel])).toEqual([
      ['https://www.imdb.com/title/tt0000001/', 'noreferrer'],
    ]);
    expect(textOf(within(element, 'sayso-item-facts'))).toContain('04006381333931');
  });

  it('shows the original name where it is another', async () => {
    const context = testContext();
    const shown = async (originalName: string, number: number) => {
      const { item } = await rateItem(context, { facts: { ...film(number), originalName }, given: stars(4) });
      const { element } = await page(context, item.id);
      return textOf(within(element, 'sayso-item-facts'));
    };
    expect(await shown('Der Film', 1)).toContain('Original nameDer Film');
    expect(await shown(film(2).name, 2)).not.toContain('Original name');
  });

  it('takes apart what was wrongly joined, and joins it again', async () => {
    const context = testContext();
    const gtin = 'gtin:04006381333931';
    const { item } = await rateItem(context, { facts: product('Kettle', 'sku:one.example/1'), given: stars(4) });
    await rateItem(context, { facts: product('Pot', gtin), given: stars(2) });
    await rateItem(context, { facts: product('Kettle', 'sku:one.example/1', gtin), given: stars(4) });
    const { element, told } = await page(context, item.id);
    const joined = () => within(element, 'sayso-item-joined');
    within(joined(), 'button[aria-label="Take Pot apart"]').click();
    await vi.waitFor(() => expect(textOf(joined())).toBe(''));
    await told[0]!.undo!();
    await vi.waitFor(() => expect(textOf(joined())).toContain('Pot'));
  });

  it('says who joined things: the person, Sayso, or one of them a long time ago', async () => {
    const context = testContext();
    const one = await rateItem(context, { facts: product('Kettle', 'sku:one.example/1'), given: stars(4) });
    const other = await rateItem(context, { facts: product('Pot', 'gtin:04006381333931'), given: stars(2) });
    const { item } = await joinItems(context, { one: one.item.id, other: other.item.id });
    const { element } = await page(context, item.id);
    const joined = () => textOf(within(element, 'sayso-item-joined'));
    expect(joined()).toContain('You said that these are the same thing.');
    expect(joined()).not.toContain('Sayso took these');

    const third = product('Jug', 'sku:three.example/3');
    await rateItem(context, { facts: third, given: stars(3) });
    await rateItem(context, {
      facts: { ...third, identifiers: [...third.identifiers, ...item.identifiers] },
      given: stars(3),
    });
    await vi.waitFor(() => expect(joined()).toMatch(/You said that.*Pot.*Sayso took these.*Jug/su));

    await context.database.journal.clear();
    // Made in one moment, they stand in either order.
    await vi.waitFor(() => expect(joined()).toMatch(/by you, or by Sayso.*(?:Pot.*Jug|Jug.*Pot)/su));
    expect(joined()).not.toContain('You said that');
  });

  it('says so where there is no such thing, and leads to what can be brought back', async () => {
    const { element } = await page(testContext(), 'nope' as ItemId);
    expect(textOf(within(element, 'h1'))).toBe('This rating is not there');
    expect(within(element, 'a[href="#changes"]')).toBeTruthy();
  });

  it('says after its rating was deleted that it is gone, and shows it again when it is brought back', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    const { element, told } = await page(context, item.id);
    within(element, 'button.danger').click();
    await vi.waitFor(() => expect(textOf(within(element, 'h1'))).toBe('This rating is not there'));
    await told[0]!.undo!();
    await vi.waitFor(() => expect(textOf(within(element, 'h1'))).toBe('Film 1'));
  });

  it('takes the mark off, keeps the thing with what it was, and deletes it only when told to', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    const { element, told } = await page(context, item.id);
    expect(textOf(within(element, '.rating'))).toContain('keeps the thing');
    const edit = within(element, 'sayso-edit-mark');
    edit.dispatchEvent(new CustomEvent('rating-changed', { detail: { halfStars: 0 } }));
    await vi.waitFor(() => expect(textOf(within(element, '.rating'))).toMatch(/Rated before/u));
    expect(told[0]!.text).toBe('Rating of Film 1 cleared. You find it under ‘Not rated’.');
    expect(within(element, 'sayso-item-history').shadowRoot!.querySelectorAll('sayso-mark')).toHaveLength(1);
    await told[0]!.undo!();
    await vi.waitFor(() => expect(within(element, 'sayso-edit-mark')).toBeTruthy());
    within(element, 'sayso-edit-mark').dispatchEvent(new CustomEvent('rating-changed', { detail: { halfStars: 0 } }));
    await vi.waitFor(() => expect(within(element, '.rating sayso-stars')).toBeTruthy());
    within(element, 'button.danger').click();
    await vi.waitFor(() => expect(textOf(within(element, 'h1'))).toBe('This rating is not there'));
  });

  it('shows a thing that was never rated with what its sources say, and has it rated', async () => {
    const context = testContext();
    const facts = film(1, { identifiers: [] });
    const [itemId] = await bring(context, { facts, content: { text: 'Wet.', uses: [{ at: '2024-03' as Moment }] } });
    const { element, told } = await page(context, itemId!);
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-item-sources'))).toMatch(/Wet\..*March 2024/u));
    await vi.waitFor(() => expect(textOf(within(element, '.rating'))).toMatch(/Seen .*March 2024.* · .*Reviewed/u));
    expect(element.shadowRoot!.querySelector('sayso-item-history')).toBeNull();
    const give = within(element, 'sayso-stars');
    give.dispatchEvent(new CustomEvent('rating-changed', { detail: { halfStars: 7 } }));
    await vi.waitFor(() => expect(within(element, 'sayso-edit-mark')).toBeTruthy());
    expect(element.shadowRoot!.querySelector('.rating sayso-stars')).toBeNull();
    await told[0]!.undo!();
    await vi.waitFor(() => expect(within(element, '.rating sayso-stars')).toBeTruthy());
  });
});
