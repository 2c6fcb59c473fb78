// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listRatingIds } from '../../../../../src/app/list-rating-ids.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-ratings.ts';
import { bring } from '../../../../support/bring.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

vi.mock('../../../../../src/platform/tell.ts', () => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn() }));

/** On a machine that is busy a list takes its time. */
const LONG = { timeout: 20_000 };

afterEach(() => document.body.replaceChildren());

async function withThings(): Promise<TestContext> {
  const context = testContext();
  await bring(
    context,
    { facts: film(1), content: { uses: [{}] } },
    { facts: film(2), source: 'netflix', content: { liked: {} } },
    { facts: film(3), wanted: {} },
  );
  return context;
}

async function unrated(context: TestContext, query = 'list=unrated') {
  const element = await mount('sayso-ratings', { context, query });
  const told: ToastMessage[] = [];
  const narrowed: string[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  element.addEventListener('narrowed', ({ detail }) => void narrowed.push(detail.query));
  await vi.waitFor(
    () => expect(element.shadowRoot!.querySelector('sayso-empty') ?? rows(element)[0]).toBeTruthy(),
    LONG,
  );
  return { element, told, narrowed };
}

function rows(element: HTMLElement): HTMLElement[] {
  const list = element.shadowRoot!.querySelector('sayso-ratings-list');
  return [...(list?.shadowRoot!.querySelectorAll<HTMLElement>('sayso-unrated-row') ?? [])];
}

describe('sayso-ratings, of things without one', () => {
  it('shows all that is not rated, with nothing to select', async () => {
    const { element } = await unrated(await withThings());
    expect(rows(element)).toHaveLength(3);
    expect(textOf(within(element, 'h2'))).toBe('3 things without a rating');
    expect(element.shadowRoot!.querySelector('sayso-bulk')).toBeNull();
    expect(within(element, 'sayso-rated-switch')).toBeTruthy();
  });

  it('shows what the address narrows it to', async () => {
    const { element } = await unrated(await withThings(), 'list=unrated&source=netflix&trace=liked');
    expect(textOf(within(element, 'h2'))).toBe('1 thing without a rating');
  });

  it('has what is rated here go to the other list, and come back when that is undone', async () => {
    const context = await withThings();
    const { element, told } = await unrated(context);
    rows(element)[0]!.dispatchEvent(new CustomEvent('rating-changed', { detail: { halfStars: 8 } }));
    await vi.waitFor(() => expect(rows(element)).toHaveLength(2), LONG);
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^Rating of Film \d saved\.$/u)]);
    expect((await listRatingIds(context, { sort: 'newest' })).total).toBe(1);
    await told[0]!.undo!();
    await vi.waitFor(() => expect(rows(element)).toHaveLength(3), LONG);
  });

  it('goes over to the ratings and back with the address', async () => {
    const { element } = await unrated(await withThings());
    element.query = '';
    await vi.waitFor(() => expect(within(element, 'sayso-empty').getAttribute('heading')).toBe('No ratings yet'), LONG);
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-rated-switch'))).toContain('Not rated 3'), LONG);
    element.query = 'list=unrated';
    await vi.waitFor(() => expect(rows(element)).toHaveLength(3), LONG);
  });

  it('leads out of a search that finds nothing, within this list', async () => {
    const { element, narrowed } = await unrated(await withThings(), 'list=unrated&search=nowhere&sort=name');
    within(element, 'sayso-empty button').click();
    expect(narrowed).toEqual(['list=unrated&sort=name']);
  });

  it('says how there comes to be something where there is nothing', async () => {
    const { element } = await unrated(testContext());
    expect(within(element, 'sayso-empty').getAttribute('heading')).toBe('Nothing without a rating');
    expect(within(element, 'sayso-empty a').getAttribute('href')).toBe('#import');
  });
});
