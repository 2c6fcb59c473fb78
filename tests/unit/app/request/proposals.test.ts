import { describe, expect, it } from 'vitest';
import { answerProposal, waitingProposals } from '../../../../src/app/answer-proposal.ts';
import { reconcile } from '../../../../src/app/reconcile.ts';
import { takeProposal } from '../../../../src/app/take-proposal.ts';
import { undoChange } from '../../../../src/app/undo-change.ts';
import { originOf } from '../../../../src/domain/origin.ts';
import { REQUEST_LIMITS } from '../../../../src/policy/request/request-limits.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { euro, messageId } from '../../../support/request-samples.ts';
import { shopping } from '../../../support/request-store.ts';
import { SHOP } from '../../../support/samples.ts';

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
});
