/** Requests with quotes, by Sayso's own use-cases: for elements, looks and steps. */
import { castRequest } from '../../src/app/cast-request.ts';
import { chooseSite } from '../../src/app/choose-site.ts';
import type { AppContext } from '../../src/app/context.ts';
import { takeReply } from '../../src/app/take-reply.ts';
import { writeRequest } from '../../src/app/write-request.ts';
import { type CurrencyCode, readCurrency } from '../../src/domain/currency.ts';
import type { Origin, RequestId, ThreadId } from '../../src/domain/ids.ts';
import { readMoney } from '../../src/domain/money.ts';
import { momentOf } from '../../src/domain/moment.ts';
import { originOf } from '../../src/domain/origin.ts';
import type { OfferedLine, Quote } from '../../src/domain/quote.ts';
import type { RequestForProposals } from '../../src/domain/request-for-proposals.ts';
import type { Channel } from '../../src/domain/thread.ts';
import type { VendorMessage } from '../../src/domain/thread-message.ts';
import { DAY, decimal, offer, quantity, quote } from './request-samples.ts';
import { input } from './request-store.ts';

export interface Quoted {
  readonly id: RequestId;
  /** In the order of the quotes. */
  readonly threads: readonly { readonly vendor: Origin; readonly thread: ThreadId }[];
}

const KILOGRAM = quantity('1', 'KGM').unit;

export function vendorNamed(name: string): Origin {
  return originOf(`https://${name}.example`);
}

/** A request that is cast to vendors, each of which answered with a quote. */
export async function quoted(
  context: AppContext,
  quotes: readonly { readonly vendor: Origin; readonly quote: Quote }[],
  { channel = 'endpoint', ...changes }: Partial<RequestForProposals> & { readonly channel?: Channel } = {},
): Promise<Quoted> {
  const nowMs = context.clock.nowMs();
  for (const { vendor } of quotes) {
    await chooseSite(context, { origin: vendor, connect: true });
  }
  const { id } = await writeRequest(context, {
    request: input({ lapsesAtMs: nowMs + 10 * DAY, neededBy: dayIn(nowMs, 14), ...changes }),
  });
  await castRequest(context, { id, to: quotes.map(({ vendor }) => ({ vendor, channel })) });
  const threads = await context.database.threads.filter(({ requestId }) => requestId === id).toArray();
  const found = quotes.map(({ vendor }) => ({ vendor, thread: threads.find((row) => row.vendor === vendor)!.id }));
  for (const [place, { vendor, quote: said }] of quotes.entries()) {
    await hear(context, { vendor, thread: found[place]!.thread }, said);
  }
  return { id, threads: found };
}

/** What a vendor says in its thread. */
export async function hear(
  context: AppContext,
  { vendor, thread }: Quoted['threads'][number],
  said: VendorMessage,
): Promise<void> {
  const { refusal } = await takeReply(context, { origin: vendor, thread, said });
  if (refusal !== undefined) {
    throw new Error(`${vendor} was refused: ${refusal}`);
  }
}

function dayIn(nowMs: number, days: number) {
  return momentOf(nowMs + days * DAY).slice(0, 10) as ReturnType<typeof momentOf>;
}

/** The pushchair as it was asked for, with things to choose. */
export function pushchair(changes: Partial<OfferedLine> = {}, currency = 'EUR'): OfferedLine {
  const money = (amount: string) => readMoney(amount, currency)!;
  return offer({
    price: { per: quantity('1'), tiers: [{ from: decimal('0'), amount: money('499') }] },
    properties: [{ property: 'weight', value: { kind: 'number', value: decimal('11.5'), unit: KILOGRAM } }],
    availability: 'InStock',
    leadTime: { fromDays: 2, toDays: 4 },
    warrantyMonths: 24,
    options: [
      { key: 'red', name: 'Red cover', group: 'colour', amount: money('15'), per: 'unit' },
      { key: 'blue', name: 'Blue cover', group: 'colour', amount: money('0'), per: 'unit' },
      { key: 'build', name: 'Put together for you', amount: money('35'), per: 'line' },
    ],
    ...changes,
  });
}

/** The rain cover, without things to choose. */
export function rainCover(changes: Partial<OfferedLine> = {}, currency = 'EUR'): OfferedLine {
  return offer({
    key: 'b',
    line: 2,
    name: 'Rain cover',
    quantity: quantity('2'),
    price: { per: quantity('1'), tiers: [{ from: decimal('0'), amount: readMoney('19.95', currency)! }] },
    leadTime: { fromDays: 1, toDays: 3 },
    warrantyMonths: 24,
    ...changes,
  });
}

/** The samples' quote, valid for some days from now. */
export function quoteNow(context: AppContext, name: string, changes: Partial<Quote> = {}): Quote {
  return quote(name, {
    lines: [pushchair(), rainCover()],
    validUntilMs: context.clock.nowMs() + 5 * DAY,
    returns: { kind: 'days', days: 30, paidBy: 'vendor' },
    contact: { name: 'Jo Larsen', email: 'jo@shop.example', phone: '+49 431 555 0199' },
    ...changes,
  });
}

/** A quote with everything in another currency. */
export function quoteIn(context: AppContext, name: string, code: string): Quote {
  const currency: CurrencyCode = readCurrency(code)!;
  return quoteNow(context, name, {
    currency,
    lines: [pushchair({}, code), rainCover({}, code)],
    freight: { kind: 'charged', amount: readMoney('12', code)! },
  });
}
