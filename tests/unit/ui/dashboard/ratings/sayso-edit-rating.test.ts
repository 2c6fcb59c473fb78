// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { ratingHistory } from '../../../../../src/app/rating-history.ts';
import { AppError } from '../../../../../src/domain/errors.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-edit-rating.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

vi.mock('../../../../../src/platform/tell.ts', () => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn() }));
const describeItem = vi.hoisted(() => vi.fn());
vi.mock('../../../../../src/app/describe-item.ts', async (actual) => {
  const module = await actual<{ describeItem: (...input: unknown[]) => unknown }>();
  describeItem.mockImplementation(module.describeItem);
  return { describeItem };
});

afterEach(() => document.body.replaceChildren());

async function dialog() {
  const context = testContext();
  const { item, rating } = await rateItem(context, { facts: film(1), given: stars(4), text: 'Towers.' });
  const element = await mount('sayso-edit-rating', { context, row: { item, rating } });
  const told: ToastMessage[] = [];
  const closed = vi.fn();
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  element.addEventListener('dialog-closed', closed);
  return { context, item, element, told, closed };
}

function type(element: HTMLElement, selector: string, text: string): void {
  const field = fieldWithin(element, selector);
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

function save(element: HTMLElement): void {
  within(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
}

describe('sayso-edit-rating', () => {
  it('saves what was changed, of the rating and of the item, and takes both back together', async () => {
    const { context, item, element, told, closed } = await dialog();
    type(element, '#note', 'Still towers.');
    type(element, '#name', 'Metropolis');
    save(element);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    expect(told.map(({ text }) => text)).toEqual(['Rating of Metropolis saved.']);
    const after = await ratingHistory(context, { itemId: item.id });
    expect([after.item.name, after.current?.text]).toEqual(['Metropolis', 'Still towers.']);

    await told[0]!.undo!();
    const before = await ratingHistory(context, { itemId: item.id });
    expect([before.item.name, before.current?.text]).toEqual(['Film 1', 'Towers.']);
  });

  it('changes nothing and says nothing when nothing was changed', async () => {
    const { context, item, element, told, closed } = await dialog();
    save(element);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    expect(told).toEqual([]);
    expect((await ratingHistory(context, { itemId: item.id })).versions).toEqual([]);
  });

  it('says at the field what is wrong, and stays open', async () => {
    const { element, closed } = await dialog();
    type(element, '#name', '  ');
    save(element);
    await drawn(element);
    expect(textOf(within(element, '#name-fault'))).toBe('It needs a name.');
    expect(within(element, '#name').getAttribute('aria-invalid')).toBe('true');
    expect(closed).not.toHaveBeenCalled();
  });

  it('tells a full disk and keeps what was typed', async () => {
    const { element, closed } = await dialog();
    describeItem.mockRejectedValueOnce(new AppError('storage-full', 'full'));
    type(element, '#name', 'Metropolis');
    type(element, '#note', 'Much to say.');
    save(element);
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('Free some space'));
    expect(fieldWithin(element, '#note').value).toBe('Much to say.');
    expect(fieldWithin(element, '#name').value).toBe('Metropolis');
    expect(closed).not.toHaveBeenCalled();
  });
});
