// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quotesToCompare } from '../../../../../src/app/compare-quotes.ts';
import { keptDelivery } from '../../../../../src/app/delivery-details.ts';
import type { RequestForProposals } from '../../../../../src/domain/request-for-proposals.ts';
import { weigh } from '../../../../../src/app/weigh-quotes.ts';
import '../../../../../src/ui/dashboard/compare/sayso-accept-quote.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import { DAY, DELIVERY, NOW } from '../../../../support/request-samples.ts';
import { quoted, quoteNow, vendorNamed } from '../../../../support/quoted.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ requestChanged: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);

beforeEach(() => platform.requestChanged.mockReset().mockResolvedValue(undefined));
afterEach(() => document.body.replaceChildren());

async function accepting(changes: Partial<RequestForProposals> = {}) {
  const context = testContext();
  context.clock.ms = NOW;
  const { id, threads } = await quoted(
    context,
    [
      { vendor: vendorNamed('one'), quote: quoteNow(context, 'a') },
      { vendor: vendorNamed('two'), quote: quoteNow(context, 'b') },
    ],
    changes,
  );
  const { request, quotes } = await quotesToCompare(context, { id });
  const compared = weigh(context, { request, quote: quotes[0]!, makers: new Map() });
  const element = await mount('sayso-accept-quote', { context, request, compared });
  return { context, id, element, thread: threads[0]!.thread, other: threads[1]!.thread };
}

function type(element: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const [field, value] of Object.entries(values)) {
    const control = fieldWithin(element, `#${field}`);
    control.value = value;
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  }
}

async function phases({ database }: TestContext): Promise<string[]> {
  return (await database.threads.toArray()).map(({ thread }) => thread.phase.kind).toSorted();
}

const { words: _words, ...TYPED } = { words: '', ...DELIVERY };

describe('accepting a quote', () => {
  it('says what is bought of whom, and that only they get the address', async () => {
    const { element } = await accepting();
    expect(textOf(element)).toContain('1 × Rover Duo');
    expect(textOf(element)).toContain('Only https://one.example gets it, and only when you accept.');
    expect(within(element, '#accept').textContent.trim()).toBe('Accept for €548.80');
    expect(within(element, '#country option[selected]').getAttribute('value')).toBe('DE');
  });

  it('offers the country that the browser is set to where the vendors were told none, and tells nobody of it unasked', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en', 'fr-CH', 'de-DE']);
    const { context, element } = await accepting({ area: undefined as never });
    expect(within(element, '#country option[selected]').getAttribute('value')).toBe('CH');
    expect(JSON.stringify(await context.database.messages.toArray())).not.toContain('CH"');
    expect(JSON.stringify(await context.database.threads.toArray())).not.toMatch(/"country"|"area"/u);
  });

  it('offers no country where the browser names only a language', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en', 'de']);
    const { element } = await accepting({ area: undefined as never });
    expect(within(element, '#country option[selected]').getAttribute('value')).toBe('');
  });

  it('accepts nothing while something is missing, and marks it', async () => {
    const { context, element } = await accepting();
    type(element, { name: 'Kim Petersen' });
    within(element, '#accept').click();
    await drawn(element);
    expect(fieldWithin(element, '#street').getAttribute('aria-invalid')).toBe('true');
    expect(fieldWithin(element, '#name').getAttribute('aria-invalid')).toBe('false');
    expect(await phases(context)).toEqual(['quoted', 'quoted']);
  });

  it('gives the one vendor what delivery needs, tells the background, and keeps nothing unasked', async () => {
    const { context, id, element, thread, other } = await accepting();
    type(element, TYPED);
    within(element, '#accept').click();
    await vi.waitFor(() => expect(platform.requestChanged).toHaveBeenCalledWith(id));
    const said = (await context.database.messages.toArray()).filter(({ entry }) => entry.kind === 'said');
    const withAddress = said.filter(({ entry }) => JSON.stringify(entry).includes(DELIVERY.street));
    expect(withAddress.map(({ threadId }) => threadId)).toEqual([thread]);
    expect(JSON.stringify(await context.database.threads.get(other))).not.toContain(DELIVERY.street);
    expect(await context.database.threads.get(thread)).toMatchObject({
      thread: { phase: { kind: 'accepted', acceptance: { total: { minor: 54_880 } } } },
    });
    expect(await keptDelivery(context)).toBeUndefined();
  });

  it('keeps the address for the next time when that is ticked, and forgets it when it no longer is', async () => {
    const first = await accepting();
    type(first.element, TYPED);
    within(first.element, '#keep').click();
    within(first.element, '#accept').click();
    await vi.waitFor(() => expect(platform.requestChanged).toHaveBeenCalled());
    expect(await keptDelivery(first.context)).toEqual(DELIVERY);
    const { id } = await quoted(first.context, [{ vendor: vendorNamed('three'), quote: quoteNow(first.context, 'c') }]);
    const { request, quotes } = await quotesToCompare(first.context, { id });
    const compared = weigh(first.context, { request, quote: quotes[0]!, makers: new Map() });
    const next = await mount('sayso-accept-quote', { context: first.context, request, compared });
    await vi.waitFor(() => expect(fieldWithin(next, '#street').value).toBe(DELIVERY.street));
    within(next, '#keep').click();
    within(next, '#accept').click();
    await vi.waitFor(() => expect(platform.requestChanged).toHaveBeenCalledWith(id));
    expect(await keptDelivery(first.context)).toBeUndefined();
  });

  it('says why not, when the quote is no longer valid', async () => {
    const { context, element } = await accepting();
    context.clock.advance(6 * DAY);
    type(element, TYPED);
    within(element, '#accept').click();
    await vi.waitFor(() => expect(textOf(element)).toContain('Their quote is no longer valid.'));
    expect(await phases(context)).toEqual(['quoted', 'quoted']);
  });
});
