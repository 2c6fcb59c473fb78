// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptRequest } from '../../../../../src/app/list-requests.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { COMPARE_CRITERIA } from '../../../../../src/app/weigh-quotes.ts';
import type { RequestForProposals } from '../../../../../src/domain/request-for-proposals.ts';
import '../../../../../src/ui/dashboard/compare/sayso-compare-quotes.ts';
import type { SaysoCompareQuotes } from '../../../../../src/ui/dashboard/compare/sayso-compare-quotes.ts';
import type { SaysoQuoteBank } from '../../../../../src/ui/dashboard/compare/sayso-quote-bank.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import { decimal, euro, HOUR, messageId, NOW } from '../../../../support/request-samples.ts';
import { product, stars } from '../../../../support/samples.ts';
import { hear, pushchair, quoted, quoteIn, quoteNow, rainCover, vendorNamed } from '../../../../support/quoted.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ requestChanged: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
const files = vi.hoisted(() => ({ download: vi.fn<(name: string, file: Blob) => void>() }));
vi.mock('../../../../../src/ui/download.ts', () => files);

beforeEach(() => {
  platform.requestChanged.mockReset().mockResolvedValue(undefined);
  files.download.mockReset();
});

afterEach(() => document.body.replaceChildren());

function atNow(): TestContext {
  const context = testContext();
  context.clock.ms = NOW;
  return context;
}

/** All banks, once they are there and drawn to their last row. */
async function banksOf(element: SaysoCompareQuotes, count: number): Promise<SaysoQuoteBank[]> {
  return vi.waitFor(() => {
    const banks = [...element.shadowRoot!.querySelectorAll('sayso-quote-bank')];
    expect(banks).toHaveLength(count);
    expect(banks.every(({ isWhole }) => isWhole)).toBe(true);
    return banks;
  });
}

async function compared(context: TestContext, requestId: SaysoCompareQuotes['requestId'], count = 1) {
  const element = await mount('sayso-compare-quotes', { context, requestId });
  const banks = await banksOf(element, count);
  return { element, banks, bank: banks[0]! };
}

/** The vendors of a table, by the first part of their names. */
function headsOf(bank: SaysoQuoteBank): string[] {
  return [...bank.shadowRoot!.querySelectorAll('thead sayso-origin')].map(
    (one) => new URL((one as HTMLElement & { origin: string }).origin).hostname.split('.')[0] ?? '',
  );
}

/** The cells of the row of this heading. */
function row(bank: SaysoQuoteBank, heading: string, place = 0): Element[] {
  const rows = [...bank.shadowRoot!.querySelectorAll('tr')].filter((one) =>
    plain(one.querySelector('th[scope="row"]')).startsWith(heading),
  );
  return [...rows[place]!.querySelectorAll('td')];
}

function texts(cells: readonly Element[]): string[] {
  return cells.map(plain);
}

/** Without what keeps a vendor's words in their own direction. */
function plain(element: Element | null): string {
  return element ? textOf(element).replaceAll(/[\u2068\u2069]/gu, '') : '';
}

describe('the comparison of quotes', () => {
  it('is nothing where no quote stands', async () => {
    const context = atNow();
    const { id } = await quoted(context, []);
    const element = await mount('sayso-compare-quotes', { context, requestId: id });
    const read = vi.spyOn(element, 'requestUpdate');
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    await drawn(element);
    expect(textOf(element)).toBe('');
  });

  it('puts side by side what each costs to the door and what of the wishes it meets, those that suit first', async () => {
    const context = atNow();
    const { id } = await quoted(context, [
      {
        vendor: vendorNamed('heavy'),
        quote: quoteNow(context, 'h', { lines: [pushchair({ properties: [] }), rainCover()] }),
      },
      { vendor: vendorNamed('light'), quote: quoteNow(context, 'l', { freight: { kind: 'unknown' } }) },
    ]);
    const { bank } = await compared(context, id);
    expect(headsOf(bank)).toEqual(['light', 'heavy']);
    const [light, heavy] = texts(row(bank, 'Total to the door'));
    expect(light).toBe('at least €538.90?without Freight, which they don’t say');
    expect(heavy).toBe('€548.80');
    expect(texts(row(bank, 'must: weight at most 12 kg'))).toEqual(['✓Met: 11.5 kg', '?Not said']);
  });

  it('holds each total against the budget, in its own currency, whether or not vendors are told of it', async () => {
    const context = atNow();
    const { id } = await quoted(
      context,
      [
        { vendor: vendorNamed('near'), quote: quoteNow(context, 'a') },
        {
          vendor: vendorNamed('far'),
          quote: quoteNow(context, 'b', { freight: { kind: 'charged', amount: euro('99') } }),
        },
        { vendor: vendorNamed('vague'), quote: quoteNow(context, 'c', { freight: { kind: 'unknown' } }) },
      ],
      { budget: { max: euro('600'), isShown: false } },
    );
    const { element, bank } = await compared(context, id);
    const told = new Map(headsOf(bank).map((name, place) => [name, texts(row(bank, 'Your budget'))[place]]));
    expect(Object.fromEntries(told)).toEqual({
      near: '✓within €600.00',
      far: '✗above €600.00',
      vague: '?perhaps within €600.00: not all of it is said',
    });
    const first = within(element, '#first') as HTMLSelectElement;
    expect([...first.options].map(({ text }) => text.trim())).toContain('Within your budget');
    first.value = 'budget';
    first.dispatchEvent(new Event('change'));
    await drawn(element);
    await vi.waitFor(() => expect(headsOf(bank)).toEqual(['near', 'vague', 'far']));
    within(element, '#json').click();
    const { quotes } = JSON.parse(await files.download.mock.calls[0]![1].text()) as { quotes: object[] };
    expect(quotes).toMatchObject(['within', 'open', 'above'].map((meets) => ({ budget: { max: euro('600'), meets } })));
    expect(JSON.stringify(quotes)).not.toContain('isShown');
  });

  it('offers no order by a budget that the person has not', async () => {
    const context = atNow();
    const { id } = await quoted(context, [{ vendor: vendorNamed('near'), quote: quoteNow(context, 'a') }]);
    const row = (await context.database.requests.get(id)) as KeptRequest;
    const { budget: _budget, ...request } = row.cast.request;
    await context.database.requests.put({ ...row, cast: { ...row.cast, request } });
    const { element } = await compared(context, id);
    const first = within(element, '#first') as HTMLSelectElement;
    expect([...first.options].map(({ value }) => value)).toEqual(COMPARE_CRITERIA.filter((one) => one !== 'budget'));
  });

  it.each<[string, Parameters<typeof rainCover>[0]]>([
    ['✓in stock · 7 there', { availability: 'InStock', inventory: decimal('7') }],
    ['✓2 there', { inventory: decimal('2') }],
    ['✗in stock · 1 there', { availability: 'InStock', inventory: decimal('1') }],
    ['✗out of stock', { availability: 'OutOfStock' }],
    ['≈made to order', { availability: 'MadeToOrder' }],
    ['?Stock not said', {}],
  ])('says of each thing whether it is there, and enough of it: %s', async (expected, changes) => {
    const context = atNow();
    const lines = [pushchair(), rainCover(changes)];
    const { id } = await quoted(context, [
      { vendor: vendorNamed('one'), quote: quoteNow(context, 'a', { lines }) },
      { vendor: vendorNamed('two'), quote: quoteNow(context, 'b', { lines }) },
    ]);
    const { bank } = await compared(context, id);
    const told = row(bank, 'What they offer', 1).map((cell) => plain(cell.querySelector('.stock')));
    expect(told).toEqual([expected, expected]);
  });

  it('shows all of them again when the last one is quoted anew, though those before it are the same', async () => {
    const context = atNow();
    const names = ['a', 'b', 'c', 'd'];
    const { id, threads } = await quoted(
      context,
      names.map((name) => ({ vendor: vendorNamed(name), quote: quoteNow(context, name) })),
    );
    const { element, banks } = await compared(context, id, 2);
    expect(banks.flatMap(headsOf)).toEqual(names);
    const dearer = { kind: 'charged', amount: euro('20.00') } as const;
    await hear(context, threads[3]!, quoteNow(context, 'd2', { replaces: messageId('d'), freight: dearer }));
    await vi.waitFor(async () => {
      const [, last] = await banksOf(element, 2);
      expect(texts(row(last!, 'Total to the door'))).toEqual(['€558.90']);
    });
  });

  it('counts what is chosen into the total, and nothing else moves', async () => {
    const context = atNow();
    const { id } = await quoted(context, [
      { vendor: vendorNamed('one'), quote: quoteNow(context, 'a') },
      { vendor: vendorNamed('two'), quote: quoteNow(context, 'b') },
    ]);
    const { bank } = await compared(context, id);
    const [red, blue, built] = [...row(bank, 'What they offer')[0]!.querySelectorAll('input')];
    built!.click();
    red!.click();
    await vi.waitFor(() => expect(texts(row(bank, 'Total to the door'))).toEqual(['€598.80', '€548.80']));
    blue!.click();
    await vi.waitFor(() => expect(texts(row(bank, 'Total to the door'))).toEqual(['€583.80', '€548.80']));
    expect(red!.checked).toBe(false);
  });

  it('marks a total that is not of all that was asked for, and puts it after those that are', async () => {
    const context = atNow();
    const { id } = await quoted(context, [
      { vendor: vendorNamed('half'), quote: quoteNow(context, 'a', { lines: [pushchair()] }) },
      { vendor: vendorNamed('whole'), quote: quoteNow(context, 'b') },
    ]);
    const { bank } = await compared(context, id);
    expect(texts(row(bank, 'Total to the door'))).toEqual(['€548.80', '€508.90✗not for all of it: 1 of 2 in full']);
  });

  it('keeps currencies apart, and says of each which it is', async () => {
    const context = atNow();
    const { id } = await quoted(context, [
      { vendor: vendorNamed('here'), quote: quoteNow(context, 'a') },
      { vendor: vendorNamed('there'), quote: quoteIn(context, 'b', 'USD') },
      { vendor: vendorNamed('near'), quote: quoteNow(context, 'c') },
    ]);
    const { element, banks } = await compared(context, id, 2);
    const headings = [...element.shadowRoot!.querySelectorAll('h3')].map((one) => textOf(one));
    expect(headings).toEqual(['2 quotes in Euro (EUR)', '1 quote in US Dollar (USD)']);
    expect(texts(row(banks[1]!, 'Total to the door'))).toEqual(['$550.90']);
  });

  it('marks what is to follow, what is not offered and what is something else', async () => {
    const context = atNow();
    const lines = [pushchair({ isSubstitute: true, name: 'Rover Solo' }), { kind: 'pending', line: 2 } as const];
    const { id } = await quoted(context, [
      { vendor: vendorNamed('one'), quote: quoteNow(context, 'a', { lines }) },
      {
        vendor: vendorNamed('two'),
        quote: quoteNow(context, 'b', {
          lines: [pushchair(), { kind: 'not-offered', line: 2, reason: 'out-of-stock', words: '<b>Sorry</b>' }],
        }),
      },
    ]);
    const { bank } = await compared(context, id);
    expect(texts(row(bank, 'What they offer', 0)).join()).toContain('Something else instead');
    const second = texts(row(bank, 'What they offer', 1)).join();
    expect(second).toContain('Still to come');
    expect(second).toContain('it is out of stock');
    expect(second).toContain('<b>Sorry</b>');
    expect(bank.shadowRoot!.querySelector('b')).toBeNull();
  });

  it('tells what the person thinks of the thing, or of its maker', async () => {
    const context = atNow();
    const facts = { ...product('Rover Uno', 'gtin:00012345678905'), brand: 'Rover' };
    await rateItem(context, { facts, given: stars(4) });
    const { id } = await quoted(context, [{ vendor: vendorNamed('one'), quote: quoteNow(context, 'a') }]);
    const { bank } = await compared(context, id);
    await vi.waitFor(() => expect(texts(row(bank, 'What you think of it'))[0]).toContain('Rover'));
  });

  it('grows bank by bank, and each is saved as it stands', async () => {
    const context = atNow();
    const names = Array.from({ length: 7 }, (_, number) => `shop-${number}`);
    const { id } = await quoted(
      context,
      names.map((name) => ({ vendor: vendorNamed(name), quote: quoteNow(context, name) })),
    );
    const { element, bank } = await compared(context, id, 3);
    within(element, '#csv').click();
    within(element, '#json').click();
    bank.shadowRoot!.querySelector<HTMLElement>('button[aria-label^="Save as UBL"]')!.click();
    const [csv, json, ubl] = await Promise.all(
      files.download.mock.calls.map(async ([name, file]) => ({ name, text: await file.text() })),
    );
    expect(csv).toMatchObject({ name: 'quotes-pushchair.csv' });
    expect(csv!.text.split('\n')).toHaveLength(1 + 7 * 2 + 1);
    const { quotes } = JSON.parse(json!.text) as { quotes: object[] };
    expect(quotes).toHaveLength(7);
    expect(quotes[0]).toMatchObject({ currency: 'EUR', total: euro('548.80') });
    expect(ubl).toMatchObject({ name: 'quotation-shop-0-example.xml' });
    expect(ubl!.text).toContain('<cbc:PayableAmount currencyID="EUR">548.80</cbc:PayableAmount>');
  });

  it('proposes by the person’s rule when its time is over, and accepts nothing', async () => {
    const context = atNow();
    const rule: RequestForProposals['rule'] = { pick: 'cheapest', price: euro('600'), deadlineMs: NOW + HOUR };
    const { id } = await quoted(context, [{ vendor: vendorNamed('one'), quote: quoteNow(context, 'a') }], { rule });
    const { element } = await compared(context, id);
    const outcome = within(element, 'sayso-rule-outcome');
    expect(textOf(outcome)).toContain('Nothing is accepted without you');
    context.clock.advance(2 * HOUR);
    element.requestUpdate();
    await drawn(element);
    await drawn(outcome);
    expect(textOf(outcome)).toContain('It proposes https://one.example');
    within(outcome, 'button').click();
    await vi.waitFor(() => within(element, 'sayso-accept-quote'));
    expect((await context.database.requests.toArray())[0]).toMatchObject({ cast: { phase: { kind: 'open' } } });
  });

  it('lets go of what was chosen of a quote that another took the place of', async () => {
    const context = atNow();
    const { id, threads } = await quoted(context, [{ vendor: vendorNamed('one'), quote: quoteNow(context, 'a') }]);
    const { bank } = await compared(context, id);
    row(bank, 'What they offer')[0]!.querySelectorAll('input')[2]!.click();
    await vi.waitFor(() => expect(texts(row(bank, 'Total to the door'))).toEqual(['€583.80']));
    const again = quoteNow(context, 'b', { replaces: messageId('a') });
    await hear(context, threads[0]!, again);
    await vi.waitFor(() => expect(texts(row(bank, 'Total to the door'))).toEqual(['€548.80']));
  });

  it('leaves the form of an acceptance alone when another vendor answers meanwhile', async () => {
    const context = atNow();
    const { id, threads } = await quoted(context, [
      { vendor: vendorNamed('one'), quote: quoteNow(context, 'a') },
      { vendor: vendorNamed('two'), quote: quoteNow(context, 'b') },
    ]);
    const { element, bank } = await compared(context, id);
    bank.shadowRoot!.querySelector<HTMLElement>('button.primary')!.click();
    const form = await vi.waitFor(() => within(element, 'sayso-accept-quote'));
    const name = fieldWithin(form, '#name');
    name.value = 'Kim';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    await hear(
      context,
      threads[1]!,
      quoteNow(context, 'c', { replaces: messageId('b'), freight: { kind: 'included' } }),
    );
    await vi.waitFor(() => expect(texts(row(bank, 'Total to the door'))).toEqual(['€538.90', '€548.80']));
    expect(within(element, 'sayso-accept-quote')).toBe(form);
    expect(fieldWithin(form, '#name').value).toBe('Kim');
  });

  it('takes no other price than the one that was pressed: a vendor that quotes anew meanwhile is looked at again', async () => {
    const context = atNow();
    const { id, threads } = await quoted(context, [{ vendor: vendorNamed('one'), quote: quoteNow(context, 'a') }]);
    const { element, bank } = await compared(context, id);
    bank.shadowRoot!.querySelector<HTMLElement>('button.primary')!.click();
    const form = await vi.waitFor(() => within(element, 'sayso-accept-quote'));
    for (const [field, text] of Object.entries({ name: 'Kim', street: 'Hafen 1', locality: 'Kiel' })) {
      const control = fieldWithin(form, `#${field}`);
      control.value = text;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const dearer = { kind: 'charged', amount: euro('4990') } as const;
    await hear(context, threads[0]!, quoteNow(context, 'b', { replaces: messageId('a'), freight: dearer }));
    await vi.waitFor(() => expect(texts(row(bank, 'Total to the door'))).toEqual(['€5,528.90']));
    const accept = within(form, '#accept');
    expect(accept.textContent.trim()).toBe('Accept for €548.80');
    accept.click();
    await vi.waitFor(() => expect(textOf(form)).toContain('Their quote has changed meanwhile: look at the new one.'));
    expect((await context.database.threads.toArray()).map(({ thread }) => thread.phase.kind)).toEqual(['quoted']);
  });
});
