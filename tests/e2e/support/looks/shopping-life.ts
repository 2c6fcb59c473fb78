/** A request for proposals in each of its states, with words as long and as odd as vendors write them. */
import { castRequest } from '../../../../src/app/cast-request.ts';
import { changeRequest } from '../../../../src/app/change-request.ts';
import { chooseSite } from '../../../../src/app/choose-site.ts';
import { declineQuote } from '../../../../src/app/decline-quote.ts';
import { moveThread } from '../../../../src/app/move-request.ts';
import { passTime } from '../../../../src/app/pass-time.ts';
import { writeRequest } from '../../../../src/app/write-request.ts';
import type { Origin, RequestId, ThreadId } from '../../../../src/domain/ids.ts';
import { originOf } from '../../../../src/domain/origin.ts';
import type { RequestForProposals } from '../../../../src/domain/request-for-proposals.ts';
import type { VendorMessage } from '../../../../src/domain/thread-message.ts';
import type { Channel } from '../../../../src/domain/thread.ts';
import type { FreeThreadEvent } from '../../../../src/policy/request/request-event.ts';
import { DAY, decimal, euro, HOUR, messageId, offer, quantity, quote } from '../../../support/request-samples.ts';
import { input } from '../../../support/request-store.ts';
import type { SeedContext } from './seed.ts';

const SHOPS = [
  'https://prams.example',
  'https://the-long-established-family-shop-for-everything-on-wheels.example',
  'https://asks.example',
  'https://curious.example',
  'https://refers.example',
  'https://declines.example',
].map(originOf);

async function connected(context: SeedContext): Promise<void> {
  for (const origin of SHOPS) {
    await chooseSite(context, { origin, connect: true });
  }
}

/** A draft, and as many sites to ask as there are. */
export async function drafted(
  context: SeedContext,
  changes: Partial<RequestForProposals> = {},
  isConnected = true,
): Promise<RequestId> {
  if (isConnected) {
    await connected(context);
  }
  const lapsesAtMs = context.clock.nowMs() + 9 * DAY;
  const { id } = await writeRequest(context, { request: input({ lapsesAtMs, ...changes }) });
  return id;
}

async function askAll(context: SeedContext, id: RequestId, channels: readonly Channel[]): Promise<ThreadId[]> {
  const to = channels.map((channel, index) => ({ vendor: SHOPS[index] as Origin, channel }));
  await castRequest(context, { id, to });
  const rows = await context.database.threads.where('requestId').equals(id).toArray();
  return to.map(({ vendor }) => rows.find((row) => row.vendor === vendor)!.id);
}

function happens(context: SeedContext, thread: ThreadId, event: FreeThreadEvent): Promise<unknown> {
  return moveThread(context, thread, () => ({ kind: 'in-thread', thread, event }));
}

function hears(context: SeedContext, thread: ThreadId, message: VendorMessage): Promise<unknown> {
  return happens(context, thread, { kind: 'heard', message });
}

/** Cast, and nobody has said a word yet: one by its endpoint, one that has it, one that waits for a visit. */
export async function waiting(context: SeedContext): Promise<RequestId> {
  const id = await drafted(context);
  const [, has] = await askAll(context, id, ['endpoint', 'endpoint', 'visit']);
  await happens(context, has!, { kind: 'delivered', number: 1, statusUrl: 'https://asks.example/status/1' });
  return id;
}

/** Cast with a rule that waits: the nearest, whom only the person can tell. */
export async function ruled(context: SeedContext): Promise<RequestId> {
  const deadlineMs = context.clock.nowMs() + 6 * HOUR;
  const id = await drafted(context, { rule: { pick: 'nearest', price: euro('560'), deadlineMs } });
  await askAll(context, id, ['endpoint', 'endpoint', 'visit']);
  return id;
}

/** One of every answer there is. */
export async function answered(context: SeedContext): Promise<RequestId> {
  const nowMs = context.clock.nowMs();
  const id = await drafted(context, { opening: 'kind' });
  const threads = await askAll(context, id, ['visit', 'endpoint', 'visit', 'visit', 'visit', 'visit']);
  const [prams, family, asks, curious, refers, declines] = threads as [
    ThreadId,
    ThreadId,
    ThreadId,
    ThreadId,
    ThreadId,
    ThreadId,
  ];
  context.clock.set(nowMs + HOUR);
  await hears(context, prams, {
    kind: 'interest',
    id: messageId('i1'),
    copy: 1,
    words: 'We have two hundred of them.',
  });
  await hears(context, family, { kind: 'interest', id: messageId('i1'), copy: 1 });
  await happens(context, family, { kind: 'show-rest' });
  await hears(context, family, {
    ...quote('q1', { copy: 2, validUntilMs: nowMs + 6 * DAY }),
    lines: [
      offer({
        name: 'Rover Duo Donaudampfschifffahrtsgesellschaftskapitänsausführung <b>with markup</b>',
        isSubstitute: true,
        properties: [
          { property: 'weight', value: { kind: 'number', value: decimal('11.4'), unit: quantity('1', 'KGM').unit } },
        ],
        options: [{ key: 'o', name: 'A footmuff, speckled', amount: euro('39.50'), per: 'line' }],
        availability: 'BackOrder',
        leadTime: { fromDays: 3, toDays: 5 },
        warrantyMonths: 24,
        words: 'It comes assembled. See https://elsewhere.example/brochure for all of it.',
      }),
      { kind: 'pending', line: 2 },
    ],
    returns: { kind: 'days', days: 30, paidBy: 'vendor' },
    contact: { name: 'Zoë Ødegård', email: 'zoe@the-long-established-family-shop.example', phone: '+49 431 555 01' },
    words: 'Good morning!\n\nThank you for asking us. We have built prams since 1911, and would be glad to have you.',
  });
  await hears(context, asks, {
    kind: 'question',
    id: messageId('w1'),
    copy: 1,
    words: 'How wide is the narrowest door that it has to go through, and do you live above the ground floor?',
  });
  await hears(context, curious, { kind: 'question', id: messageId('w1'), copy: 1, words: 'أي لون تفضل؟' });
  await happens(context, curious, { kind: 'answer', words: 'Blue, please.' });
  await hears(context, refers, {
    kind: 'referral',
    id: messageId('r1'),
    copy: 1,
    to: originOf('https://twins-only.example'),
    name: 'Twins Only, Ltd.',
    words: 'They do nothing else.',
  });
  await hears(context, declines, {
    kind: 'decline',
    id: messageId('d1'),
    copy: 1,
    of: 'request',
    reason: 'not-by-then',
    words: 'We are sorry: our workshop is closed until January.',
  });
  return id;
}

/** Nobody there, an answer that can't be read, an answer that never came, one that the person let down; and an earlier version. */
export async function failed(context: SeedContext): Promise<RequestId> {
  const nowMs = context.clock.nowMs();
  context.clock.set(nowMs - 3 * DAY);
  const id = await drafted(context);
  const [gone, garbles, , letDown] = await askAll(context, id, ['endpoint', 'endpoint', 'endpoint', 'visit']);
  await happens(context, gone!, { kind: 'undelivered', number: 1, dead: 'endpoint-gone' });
  for (let times = 0; times < 3; times += 1) {
    await happens(context, garbles!, { kind: 'garbled', reason: 'bad-signature' });
  }
  await declineQuote(context, { thread: letDown! });
  await changeRequest(context, { id, request: input({ lapsesAtMs: nowMs + 6 * DAY, category: 'double pushchair' }) });
  for (let hours = 0; hours < 30; hours += 1) {
    context.clock.set(nowMs - 3 * DAY + hours * HOUR);
    await passTime(context);
  }
  context.clock.set(nowMs);
  return id;
}

/** Its time is over. */
export async function lapsed(context: SeedContext): Promise<RequestId> {
  const nowMs = context.clock.nowMs();
  context.clock.set(nowMs - 12 * DAY);
  const id = await drafted(context);
  const [prams] = await askAll(context, id, ['visit', 'visit']);
  await hears(context, prams!, quote('q1', { validUntilMs: nowMs }));
  context.clock.set(nowMs);
  await passTime(context);
  return id;
}
