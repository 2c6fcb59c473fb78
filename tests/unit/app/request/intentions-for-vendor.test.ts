import { describe, expect, it } from 'vitest';
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { answerQuestion } from '../../../../src/app/answer-question.ts';
import { blockVendor } from '../../../../src/app/block-vendor.ts';
import { declineQuote } from '../../../../src/app/decline-quote.ts';
import { extendRequest } from '../../../../src/app/extend-request.ts';
import { intentionsForVendor } from '../../../../src/app/intentions-for-vendor.ts';
import { leaveSite } from '../../../../src/app/leave-site.ts';
import { requestStory } from '../../../../src/app/list-requests.ts';
import { passTime } from '../../../../src/app/pass-time.ts';
import { pendingWork } from '../../../../src/app/pending-work.ts';
import { showRest } from '../../../../src/app/show-rest.ts';
import { reportWork } from '../../../../src/app/report-work.ts';
import { takeReply } from '../../../../src/app/take-reply.ts';
import { originOf } from '../../../../src/domain/origin.ts';
import { revision } from '../../../../src/store/revision.ts';
import { DAY, DELIVERY, messageId, NOW, quote } from '../../../support/request-samples.ts';
import { asked } from '../../../support/request-store.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';
import { ACCEPT } from '../../../support/thread-samples.ts';

const PRIVATE = ['Grandmother', 'For the twins', '70000', 'Wobbly', 'otherplace', '01930000-'];

describe('what a vendor may see', () => {
  it('is its own copy, stage by stage, and nothing private at any', async () => {
    const { context, id, shop, cinema } = await asked('visit', { opening: 'kind' });
    const seen = async () => JSON.stringify(await intentionsForVendor(context, { origin: SHOP }));
    const stages: string[] = [await seen()];
    expect(await showRest(context, { thread: shop })).toEqual({ refusal: 'not-answered' });
    await takeReply(context, {
      origin: SHOP,
      thread: shop,
      said: { kind: 'interest', id: messageId('i1'), copy: 1 },
    });
    stages.push(await seen());
    await showRest(context, { thread: shop });
    stages.push(await seen());
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1', { copy: 2 }) });
    await acceptQuote(context, { thread: shop, acceptance: ACCEPT.acceptance, delivery: DELIVERY });
    stages.push(await seen());
    expect(
      stages.map((text) =>
        ['"stage":"kind"', 'Rover Duo', 'Kiel', 'Fördestraße'].filter((word) => text.includes(word)),
      ),
    ).toEqual([
      ['"stage":"kind"'],
      ['"stage":"kind"'],
      ['"stage":"kind"', 'Rover Duo', 'Kiel'],
      ['"stage":"kind"', 'Rover Duo', 'Kiel', 'Fördestraße'],
    ]);
    for (const word of [...PRIVATE, id, cinema, CINEMA]) {
      expect(
        stages.filter((text) => text.includes(word)),
        word,
      ).toEqual([]);
    }
    const other = JSON.stringify(await intentionsForVendor(context, { origin: CINEMA }));
    expect(['Rover Duo', 'Fördestraße', shop].filter((word) => other.includes(word))).toEqual([]);
  });

  it('is nothing for a site nobody asked, one that is not connected, and one that is blocked', async () => {
    const { context } = await asked('visit');
    const nobody = originOf('https://nobody.example');
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    await leaveSite(context, { origin: CINEMA, connect: true });
    for (const origin of [nobody, SHOP, CINEMA]) {
      expect(await intentionsForVendor(context, { origin })).toEqual([]);
    }
  });

  it('is nothing after the end, by whoever’s clock nobody has looked at yet', async () => {
    const { context } = await asked('visit');
    context.clock.ms = NOW + 11 * DAY;
    expect(await intentionsForVendor(context, { origin: SHOP })).toEqual([]);
    await passTime(context);
    expect(await intentionsForVendor(context, { origin: SHOP })).toEqual([]);
  });

  it('can be read again, when the answer got lost; each read is on record, and what memory holds stays', async () => {
    const { context, id, shop } = await asked('visit');
    const first = await intentionsForVendor(context, { origin: SHOP });
    const before = await revision(context.database);
    expect(await intentionsForVendor(context, { origin: SHOP })).toEqual(first);
    expect(await revision(context.database)).toBe(before);
    const { threads, entries } = await requestStory(context, { id });
    expect(threads.map(({ vendor, reads }) => [vendor, reads])).toContainEqual([SHOP, { times: 2, lastMs: NOW }]);
    expect(entries.find(({ threadId }) => threadId === shop)?.entry).toMatchObject({ kind: 'said', takenAtMs: NOW });
  });

  it('has what the person said, and last words once', async () => {
    const { context, id, shop } = await asked('visit');
    await intentionsForVendor(context, { origin: SHOP });
    const question = { kind: 'question', id: messageId('w1'), copy: 1, words: 'Which colour?' } as const;
    await takeReply(context, { origin: SHOP, thread: shop, said: question });
    await answerQuestion(context, { thread: shop, words: 'Blue.' });
    await extendRequest(context, { id, lapsesAtMs: NOW + 20 * DAY });
    expect(await intentionsForVendor(context, { origin: SHOP })).toMatchObject([
      {
        thread: shop,
        copy: { copy: 2 },
        messages: [
          { number: 1, message: { kind: 'request', copy: { copy: 1 } } },
          { number: 2, message: { kind: 'answer', words: 'Blue.' } },
          { number: 3, message: { kind: 'request', copy: { copy: 2 } } },
        ],
      },
    ]);
    await declineQuote(context, { thread: shop, reason: 'timing_deferred' });
    const last = { number: 4, message: { kind: 'let-down', reason: 'timing_deferred' }, atMs: NOW };
    expect(await intentionsForVendor(context, { origin: SHOP })).toMatchObject([
      { thread: shop, copy: { copy: 2 }, messages: [last] },
    ]);
    expect(await intentionsForVendor(context, { origin: SHOP })).toEqual([]);
  });

  it('is never what was given up before it had it: the address least of all', async () => {
    const { context, shop } = await asked();
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    await acceptQuote(context, { thread: shop, acceptance: ACCEPT.acceptance, delivery: DELIVERY });
    await reportWork(context, { thread: shop, report: { kind: 'undelivered', number: 2, dead: 'endpoint-gone' } });
    const text = JSON.stringify(await intentionsForVendor(context, { origin: SHOP }));
    expect(text).toContain('Rover Duo');
    expect(text).not.toContain('Fördestraße');
  });

  it('is not sent to a vendor that was blocked meanwhile', async () => {
    const { context } = await asked();
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    expect(await pendingWork(context)).toMatchObject([{ kind: 'send', vendor: CINEMA }]);
  });
});
