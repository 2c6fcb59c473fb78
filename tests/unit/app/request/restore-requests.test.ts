import { describe, expect, it } from 'vitest';
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { changeRequest } from '../../../../src/app/change-request.ts';
import { castRequest } from '../../../../src/app/cast-request.ts';
import { discardRequest } from '../../../../src/app/discard-request.ts';
import { exportAll } from '../../../../src/app/export-all.ts';
import { forgetVendor } from '../../../../src/app/forget-vendor.ts';
import { requestStory } from '../../../../src/app/list-requests.ts';
import { openBackupFile } from '../../../../src/app/open-backup-file.ts';
import { nextDueAtMs, passTime } from '../../../../src/app/pass-time.ts';
import { pendingWork } from '../../../../src/app/pending-work.ts';
import { restoreAll } from '../../../../src/app/restore-all.ts';
import { takeReply } from '../../../../src/app/take-reply.ts';
import { undoChange } from '../../../../src/app/undo-change.ts';
import { writeRequest } from '../../../../src/app/write-request.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { confirmation, DAY, DELIVERY, quote } from '../../../support/request-samples.ts';
import { asked, type Asked, input, requestRows, shopping } from '../../../support/request-store.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';
import type { TestContext } from '../../../support/test-context.ts';
import { ACCEPT } from '../../../support/thread-samples.ts';

const SIGNED = { envelope: '{"body":{"kind":"quote"},"signature":"…"}', publicKey: '{"kty":"EC"}' };

async function quoted(): Promise<Asked> {
  const all = await asked();
  await takeReply(all.context, { origin: SHOP, thread: all.shop, said: quote('q1'), signed: SIGNED });
  return all;
}

async function accepted(): Promise<Asked> {
  const all = await quoted();
  await acceptQuote(all.context, { thread: all.shop, acceptance: ACCEPT.acceptance, delivery: DELIVERY });
  return all;
}

async function restored(from: TestContext, into: TestContext) {
  const opened = await openBackupFile((await exportAll(from)).blob);
  if (opened.outcome !== 'read') {
    throw new Error(`An export that can't be read: ${JSON.stringify(opened)}`);
  }
  return restoreAll(into, opened.file);
}

describe('a copy of requests', () => {
  it('has all of them but what waits to be done, and can be read', async () => {
    const { context } = await accepted();
    const { outbox: _outbox, ...rows } = await requestRows(context);
    const opened = await openBackupFile((await exportAll(context)).blob);
    const tables = opened.outcome === 'read' ? opened.file.tables : undefined;
    const inFile = Object.keys(rows).map((table) => [table, [...(tables?.get(table as 'threads')?.values() ?? [])]]);
    expect(Object.fromEntries(inFile)).toEqual(rows);
    expect(rows.messages.length).toBeGreaterThan(3);
    expect(rows.messages).toContainEqual(
      expect.objectContaining({ entry: expect.objectContaining({ kind: 'heard', signed: SIGNED }) as object }),
    );
  });

  it('brings an open request back as a draft: nothing is sent, nothing is due, and nobody is asked', async () => {
    const { context: old, id } = await quoted();
    const context = await shopping();
    await restored(old, context);
    const { row, threads, entries } = await requestStory(context, { id });
    expect(row.cast).toMatchObject({ phase: { kind: 'draft' }, reminders: [] });
    expect(threads.map(({ thread }) => thread.phase)).toEqual(Array(2).fill({ kind: 'ended', end: { as: 'closed' } }));
    expect(entries).toHaveLength(3);
    expect([await pendingWork(context), await nextDueAtMs(context)]).toEqual([[], undefined]);
    expect(await brokenInvariants(context.database)).toEqual([]);
    // Cast anew it is another to the vendor: new names, from number 1.
    await castRequest(context, { id, to: [{ vendor: SHOP, channel: 'endpoint' }] });
    const names = (await context.database.threads.toArray()).map(({ thread }) => thread.person);
    expect(new Set(names).size).toBe(3);
    expect(await pendingWork(context)).toMatchObject([{ kind: 'send', number: 1 }]);
  });

  it('brings an acceptance back without sending it once more: the person looks after it', async () => {
    const { context: old, id, shop } = await accepted();
    const context = await shopping();
    await restored(old, context);
    const { row, threads } = await requestStory(context, { id });
    expect(row.cast.phase).toEqual({ kind: 'accepted', thread: shop });
    expect(threads.find((thread) => thread.id === shop)?.thread).toMatchObject({
      phase: { kind: 'accepted', failed: 'acceptance-not-confirmed' },
      outbox: [],
    });
    expect(await pendingWork(context)).toEqual([]);
    expect(await takeReply(context, { origin: SHOP, thread: shop, said: confirmation('c1', 'q1') })).toEqual({});
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('takes back nothing of a request that went to a vendor here', async () => {
    const { context, shop } = await quoted();
    const { blob } = await exportAll(context);
    await acceptQuote(context, { thread: shop, acceptance: ACCEPT.acceptance, delivery: DELIVERY });
    const before = await requestRows(context);
    const opened = await openBackupFile(blob);
    await restoreAll(context, (opened as Extract<typeof opened, { outcome: 'read' }>).file);
    expect(await requestRows(context)).toEqual(before);
  });

  it('makes drafts what they were, and an undo of it what they are', async () => {
    const context = await shopping();
    const { id } = await writeRequest(context, { request: input() });
    const { blob } = await exportAll(context);
    await changeRequest(context, { id, request: input({ title: 'Changed' }) });
    await writeRequest(context, { request: input({ title: 'Later' }) });
    const opened = await openBackupFile(blob);
    const { journalId } = await restoreAll(context, (opened as Extract<typeof opened, { outcome: 'read' }>).file);
    const titles = async () =>
      (await context.database.requests.toArray()).map((row) => ('cast' in row ? row.cast.request.title : '')).sort();
    expect(await titles()).toEqual(['For the twins']);
    await undoChange(context, { journalId });
    expect(await titles()).toEqual(['Changed', 'Later']);
  });

  it('is taken away whole by an undo, unless it was cast anew since', async () => {
    const { context: old } = await accepted();
    const context = await shopping();
    const { journalId } = await restored(old, context);
    await undoChange(context, { journalId });
    const rows = await requestRows(context);
    expect([rows.threads, rows.messages, rows.orders]).toEqual([[], [], []]);
    expect(rows.requests).toMatchObject([{ deletedAt: expect.any(String) as string }]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });
});

describe('drafts', () => {
  it('are undone step by step, until a vendor has them', async () => {
    const context = await shopping();
    const { id, journalId } = await writeRequest(context, { request: input() });
    const changed = await changeRequest(context, { id, request: input({ title: 'Changed' }) });
    await undoChange(context, { journalId: changed.journalId! });
    expect(await requestStory(context, { id })).toMatchObject({
      row: { cast: { request: { title: 'For the twins' } } },
    });
    const { journalId: discarded } = await discardRequest(context, { id });
    await expect(requestStory(context, { id })).rejects.toMatchObject({ code: 'not-found' });
    await undoChange(context, { journalId: discarded });
    await castRequest(context, { id, to: [{ vendor: SHOP, channel: 'visit' }] });
    await expect(undoChange(context, { journalId })).rejects.toMatchObject({ code: 'conflict' });
    await expect(discardRequest(context, { id })).rejects.toMatchObject({ code: 'conflict' });
    expect(await changeRequest(context, { id, request: input({ category: 'pram' }) })).toEqual({});
    expect((await requestStory(context, { id })).versions).toMatchObject([
      { id: `${id} 1`, request: { category: 'pushchair' } },
    ]);
  });
});

describe('forgetting a vendor', () => {
  it('leaves nothing of what passed with it, and the request to the others', async () => {
    const { context, id, cinema } = await accepted();
    const { journalId } = await forgetVendor(context, { origin: SHOP });
    const rows = await requestRows(context);
    expect(JSON.stringify(rows)).not.toContain(SHOP);
    expect(JSON.stringify(rows)).not.toContain('Fördestraße');
    expect(await requestStory(context, { id })).toMatchObject({
      row: { cast: { phase: { kind: 'open' } } },
      threads: [{ id: cinema }],
    });
    expect(await brokenInvariants(context.database)).toEqual([]);
    await undoChange(context, { journalId });
    expect(await brokenInvariants(context.database)).toEqual([]);
    expect(await requestStory(context, { id })).toMatchObject({ row: { cast: { phase: { kind: 'accepted' } } } });
    expect((await pendingWork(context)).filter(({ kind }) => kind === 'send')).toMatchObject([{ vendor: CINEMA }]);
  });

  it('lets a request end that asked nobody else', async () => {
    const { context, id } = await quoted();
    await forgetVendor(context, { origin: SHOP });
    await forgetVendor(context, { origin: CINEMA });
    context.clock.advance(11 * DAY);
    await passTime(context);
    expect((await requestStory(context, { id })).row.cast.phase).toEqual({ kind: 'ended', as: 'lapsed' });
  });
});
