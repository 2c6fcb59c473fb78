import { describe, expect, it, vi } from 'vitest';
import { castRequest } from '../../../src/app/cast-request.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import type { EndpointSays } from '../../../src/app/take-answers.ts';
import { writeRequest } from '../../../src/app/write-request.ts';
import { AnswerBook } from '../../../src/background/answer-book.ts';
import { originOf } from '../../../src/domain/origin.ts';
import type { EntryId } from '../../../src/store/request-rows.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { NOW, quote } from '../../support/request-samples.ts';
import { input } from '../../support/request-store.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const VENDORS = Array.from({ length: 20 }, (_, place) => originOf(`https://shop-${place}.example`));

/** A request that was cast to twenty, and a quote from each. */
async function quoted(): Promise<{ readonly context: TestContext; readonly answers: readonly EndpointSays[] }> {
  const context = testContext();
  context.clock.ms = NOW;
  for (const origin of VENDORS) {
    await chooseSite(context, { origin, connect: true });
  }
  const { id } = await writeRequest(context, { request: input() });
  await castRequest(context, { id, to: VENDORS.map((vendor) => ({ vendor, channel: 'endpoint' as const })) });
  const rows = await context.database.threads.toArray();
  const answers = rows.map(({ id: thread, vendor: origin }): EndpointSays => {
    return { origin, thread, to: { kind: 'message', number: 1 }, said: [{ said: quote('q1') }] };
  });
  return { context, answers };
}

async function phases({ database }: TestContext): Promise<string[]> {
  return (await database.threads.toArray()).map(({ thread }) => thread.phase.kind);
}

describe('the answers of vendors', () => {
  it('that come while another is written down are written down together, and all of them', async () => {
    const { context, answers } = await quoted();
    const begun = vi.spyOn(context.database, 'transaction');
    const book = new AnswerBook(context);
    await Promise.all(answers.map((answer) => book.take(answer)));
    expect(begun).toHaveBeenCalledTimes(2);
    expect(await phases(context)).toEqual(VENDORS.map(() => 'quoted'));
    expect((await context.database.outbox.toArray()).map(({ work }) => work.kind)).toEqual(VENDORS.map(() => 'tell'));
    expect(await brokenInvariants(context.database)).toEqual([]);
    begun.mockClear();
    await book.take(answers[0]!);
    expect(begun).toHaveBeenCalledTimes(1);
  });

  it('don’t fail by another’s: what can’t be written down is told to who brought it, and to nobody else', async () => {
    const { context, answers } = await quoted();
    const { thread } = answers[7]!;
    const first = (await context.database.messages.toArray()).find(({ threadId }) => threadId === thread)!;
    // Something is in the story already that the thread does not know of.
    await context.database.messages.add({ ...first, id: `${thread} heard q1` as EntryId, place: 99 });
    const book = new AnswerBook(context);
    const done = await Promise.allSettled(answers.map((answer) => book.take(answer)));
    expect(done.map(({ status }) => status)).toEqual(
      answers.map((_answer, place) => (place === 7 ? 'rejected' : 'fulfilled')),
    );
    const rest = (await context.database.threads.toArray()).filter(({ id }) => id !== thread);
    expect(rest.map(({ thread: { phase } }) => phase.kind)).toEqual(rest.map(() => 'quoted'));
    expect((await context.database.threads.get(thread))?.thread.phase.kind).toBe('asked');
  });
});
