// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lookUpRatings } from '../../../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import type { Moment } from '../../../../../src/domain/moment.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-ratings.ts';
import type { SaysoRatingsList } from '../../../../../src/ui/dashboard/ratings/sayso-ratings-list.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

const ratingsChanged = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('../../../../../src/platform/tell.ts', () => ({ ratingsChanged, siteChanged: vi.fn() }));

afterEach(() => document.body.replaceChildren());

async function withFilms(count: number): Promise<TestContext> {
  const context = testContext();
  for (let number = 1; number <= count; number += 1) {
    const ratedAt = `2024-01-${String((number % 28) + 1).padStart(2, '0')}` as Moment;
    await rateItem(context, { facts: film(number), given: stars((number % 10) / 2 + 0.5), ratedAt });
  }
  return context;
}

async function ratings(context: TestContext, query = '') {
  const element = await mount('sayso-ratings', { context, query });
  const told: ToastMessage[] = [];
  const narrowed: string[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  element.addEventListener('narrowed', ({ detail }) => void narrowed.push(detail.query));
  await vi.waitFor(() => within(element, 'sayso-ratings-filter, sayso-empty'));
  await vi.waitFor(() => expect(element.shadowRoot!.querySelector('sayso-empty') ?? rows(element)[0]).toBeTruthy());
  return { element, told, narrowed };
}

function listOf(element: HTMLElement): SaysoRatingsList {
  return element.shadowRoot!.querySelector('sayso-ratings-list')!;
}

function rows(element: HTMLElement): HTMLElement[] {
  const list = element.shadowRoot!.querySelector('sayso-ratings-list');
  return [...(list?.shadowRoot!.querySelectorAll<HTMLElement>('sayso-rating-row') ?? [])];
}

function press(row: HTMLElement, wish: 'edit' | 'delete' | 'select'): void {
  const detail = { row: (row as never as { row: object }).row, wish };
  row.dispatchEvent(new CustomEvent('row-pressed', { detail, bubbles: true, composed: true }));
}

describe('sayso-ratings', () => {
  it('says what to do where nothing is rated yet', async () => {
    const { element } = await ratings(testContext());
    expect(within(element, 'sayso-empty').getAttribute('heading')).toBe('No ratings yet');
    expect(textOf(element)).toContain('click Sayso in the toolbar');
  });

  it('shows all in one list, each with its place', async () => {
    const { element } = await ratings(await withFilms(53));
    await vi.waitFor(() => expect(rows(element).length).toBeGreaterThan(8));
    expect(textOf(within(element, 'h2'))).toBe('53 ratings');
    const [first] = listOf(element).shadowRoot!.querySelectorAll('li');
    expect(first!.getAttribute('aria-posinset')).toBe('1');
    expect(first!.getAttribute('aria-setsize')).toBe('53');
  });

  it('asks for the beginning of a long list first, then for the whole of it', async () => {
    const { element } = await ratings(await withFilms(130));
    expect(textOf(within(element, 'h2'))).toBe('130 ratings');
    await vi.waitFor(() => expect(listOf(element).ids).toHaveLength(130));
  });

  it('shows what the address narrows it to, and follows the address', async () => {
    const { element } = await ratings(await withFilms(12), 'search=film+1');
    expect(textOf(within(element, 'h2'))).toBe('4 ratings');
    element.query = 'search=film+12';
    await vi.waitFor(() => expect(textOf(within(element, 'h2'))).toBe('1 rating'));
  });

  it('keeps the old list while another one is looked for, and says so', async () => {
    const { element } = await ratings(await withFilms(3));
    element.query = 'search=film+1';
    await drawn(element);
    expect(within(element, '.results').getAttribute('aria-busy')).toBe('true');
    expect(textOf(within(element, '.wait'))).toBe('One moment …');
    expect(rows(element)).toHaveLength(3);
    await vi.waitFor(() => expect(within(element, '.results').getAttribute('aria-busy')).toBe('false'));
    expect(rows(element)).toHaveLength(1);
  });

  it('leads out of a search that finds nothing', async () => {
    const { element, narrowed } = await ratings(await withFilms(1), 'search=nowhere&sort=name');
    expect(within(element, 'sayso-empty').getAttribute('heading')).toBe('Nothing matches');
    within(element, 'sayso-empty button').click();
    expect(narrowed).toEqual(['sort=name']);
  });

  it('deletes a rating, says so, and brings it back', async () => {
    const context = await withFilms(2);
    const { element, told } = await ratings(context);
    press(rows(element)[0]!, 'delete');
    await vi.waitFor(() => expect(rows(element)).toHaveLength(1));
    expect(told.map(({ text }) => text)).toEqual(['Film 2 deleted, with all that was said of it.']);
    expect(ratingsChanged).toHaveBeenCalled();
    await told[0]!.undo!();
    await vi.waitFor(() => expect(rows(element)).toHaveLength(2));
  });

  it('deletes what is selected at once, in one change', async () => {
    const context = await withFilms(3);
    const { element, told } = await ratings(context);
    within(element, 'sayso-bulk').dispatchEvent(new CustomEvent('bulk-pressed', { detail: 'all' }));
    press(rows(element)[0]!, 'select');
    await drawn(element);
    expect(textOf(within(element, 'sayso-bulk'))).toContain('2 selected');
    within(element, 'sayso-bulk').dispatchEvent(new CustomEvent('bulk-pressed', { detail: 'delete' }));
    await vi.waitFor(() => expect(rows(element)).toHaveLength(1));
    expect(told.map(({ text }) => text)).toEqual(['2 things deleted, with all that was said of them.']);
    await told[0]!.undo!();
    await vi.waitFor(() => expect(rows(element)).toHaveLength(3));
  });

  it('changes a mark where it stands, and takes it off when it is cleared', async () => {
    const context = await withFilms(1);
    const { element, told } = await ratings(context);
    const change = (halfStars: number) =>
      rows(element)[0]!.dispatchEvent(new CustomEvent('rating-changed', { detail: { halfStars } }));
    change(9);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    const [known] = await lookUpRatings(context, { things: [film(1).identifiers] });
    expect(known?.rating?.given).toEqual(stars(4.5));
    change(0);
    await vi.waitFor(() => within(element, 'sayso-empty'));
  });

  it('tells what went wrong and keeps the list', async () => {
    const context = await withFilms(1);
    const { element } = await ratings(context);
    const [row] = rows(element);
    const gone = { item: { id: '01900000-0000-7000-8000-000000000000', name: 'Gone' } };
    const detail = { row: gone, wish: 'delete' };
    row!.dispatchEvent(new CustomEvent('row-pressed', { detail, bubbles: true, composed: true }));
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('not there any more'));
    expect(rows(element)).toHaveLength(1);
  });
});
