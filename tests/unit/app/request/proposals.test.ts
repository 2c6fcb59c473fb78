import { describe, expect, it } from 'vitest';
import { answerProposal, waitingProposals } from '../../../../src/app/answer-proposal.ts';
import { reconcile } from '../../../../src/app/reconcile.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import { takeProposal } from '../../../../src/app/take-proposal.ts';
import { undoChange } from '../../../../src/app/undo-change.ts';
import { readMoment } from '../../../../src/domain/moment.ts';
import { originOf } from '../../../../src/domain/origin.ts';
import { isLiveSource } from '../../../../src/domain/source-record.ts';
import { REQUEST_LIMITS } from '../../../../src/policy/request/request-limits.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { euro, messageId } from '../../../support/request-samples.ts';
import { shopping } from '../../../support/request-store.ts';
import { id, product, SHOP, stars } from '../../../support/samples.ts';

const order = { number: 'A-1', lines: [], total: euro('12.50') };
const proposed = (name: string) => ({ kind: 'order', id: messageId(name), order }) as const;

describe('what a vendor proposes', () => {
  it('waits in the inbox, once, until the person takes it; an undo puts it back', async () => {
    const context = await shopping();
    expect(await takeProposal(context, { origin: SHOP, proposal: proposed('o1') })).toEqual({});
    expect(await takeProposal(context, { origin: SHOP, proposal: proposed('o1') })).toEqual({ isAgain: true });
    const [waiting] = await waitingProposals(context, { limit: 10 });
    expect(waiting).toMatchObject({ vendor: SHOP, state: 'waiting', proposal: { order } });
    expect(await context.database.orders.count()).toBe(0);
    const { journalId } = await answerProposal(context, { id: waiting!.id, isTaken: true });
    expect(await reconcile(context, { id: waiting!.id })).toMatchObject({ order: { order }, confirmed: [], kept: [] });
    await expect(answerProposal(context, { id: waiting!.id, isTaken: false })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await takeProposal(context, { origin: SHOP, proposal: proposed('o1') })).toEqual({ isAgain: true });
    expect(await brokenInvariants(context.database)).toEqual([]);
    await undoChange(context, { journalId });
    expect(await context.database.orders.count()).toBe(0);
    expect(await waitingProposals(context, { limit: 10 })).toMatchObject([{ id: waiting!.id }]);
  });

  it('is refused beyond so many that wait, and from a site that is not connected', async () => {
    const context = await shopping();
    for (let index = 0; index < REQUEST_LIMITS.proposals; index += 1) {
      expect(await takeProposal(context, { origin: SHOP, proposal: proposed(`o${index}`) })).toEqual({});
    }
    expect(await takeProposal(context, { origin: SHOP, proposal: proposed('more') })).toEqual({ refusal: 'too-many' });
    const origin = originOf('https://nobody.example');
    expect(await takeProposal(context, { origin, proposal: proposed('o1') })).toEqual({ refusal: 'no-thread' });
    const [newest] = await waitingProposals(context, { limit: 1 });
    await answerProposal(context, { id: newest!.id, isTaken: false });
    expect(await takeProposal(context, { origin: SHOP, proposal: proposed('more') })).toEqual({});
  });

  it('is placed in the library as owned when it is taken, and an undo takes it out again', async () => {
    const context = await shopping();
    const proposal = {
      kind: 'ownership',
      id: messageId('w1'),
      itemKind: 'Product',
      name: 'Rover Duo',
      brand: 'Rover',
      identifiers: [id('gtin:4006381333931')],
      at: readMoment('2026-03')!,
    } as const;
    const { item } = await rateItem(context, { facts: product('Rover', 'gtin:4006381333931'), given: stars(4) });
    await takeProposal(context, { origin: SHOP, proposal });
    const [waiting] = await waitingProposals(context, { limit: 1 });
    const { journalId } = await answerProposal(context, { id: waiting!.id, isTaken: true });
    expect(await context.database.sourceRecords.toArray()).toMatchObject([
      { itemId: item.id, source: new URL(SHOP).host, content: { owned: { at: '2026-03' } } },
    ]);
    expect(await context.database.ratings.get(item.id)).toMatchObject({ given: stars(4), source: 'person' });
    expect(await brokenInvariants(context.database)).toEqual([]);
    await undoChange(context, { journalId });
    expect((await context.database.sourceRecords.toArray()).filter(isLiveSource)).toEqual([]);
    expect(await waitingProposals(context, { limit: 1 })).toMatchObject([{ id: waiting!.id }]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('places nothing that is not taken', async () => {
    const context = await shopping();
    const proposal = {
      kind: 'ownership',
      id: messageId('w1'),
      itemKind: 'Book',
      name: 'Emma',
      identifiers: [],
    } as const;
    await takeProposal(context, { origin: SHOP, proposal });
    const [waiting] = await waitingProposals(context, { limit: 1 });
    await answerProposal(context, { id: waiting!.id, isTaken: false });
    expect(await context.database.items.count()).toBe(0);
    expect(await context.database.sourceRecords.count()).toBe(0);
  });
});
