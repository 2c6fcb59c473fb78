import { AppError } from '../domain/errors.ts';
import type { RecordId } from '../domain/ids.ts';
import { newestProposals } from '../store/proposals-of.ts';
import { read } from '../store/read.ts';
import type { ProposalRow } from '../store/request-rows.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/** What waits in the inbox, newest first. */
export function waitingProposals(
  { database }: AppContext,
  { limit }: { readonly limit: number },
): Promise<ProposalRow[]> {
  return read(database, ['proposals'], async () => newestProposals(database, 'waiting', limit));
}

/**
 * Takes what a vendor proposed, or not. An order that is taken is among the person's own from then on. An undo puts it back
 * into the inbox.
 *
 * @throws {AppError} `not-found`; `conflict` when it was answered already
 */
export async function answerProposal(
  { database, clock }: AppContext,
  { id, isTaken }: { readonly id: string; readonly isTaken: boolean },
): Promise<{ journalId: RecordId }> {
  const nowMs = clock.nowMs();
  const options = { tables: ['proposals', 'orders'], nowMs, label: 'answer-proposal' } as const;
  const { journalId } = await write(database, options, async (writer) => {
    const row = await database.proposals.get(id);
    if (!row) {
      throw new AppError('not-found', 'There is no such proposal.');
    }
    if (row.state !== 'waiting') {
      throw new AppError('conflict', 'It was answered already.');
    }
    const { stamp } = writer;
    const state = isTaken ? 'taken' : 'refused';
    await writer.put('proposals', { ...row, state, decidedAtMs: nowMs, updatedAt: stamp });
    const { proposal, vendor } = row;
    if (isTaken && proposal.kind === 'order') {
      const { number: _number, ...agreed } = proposal.order;
      await writer.put('orders', {
        id,
        vendor,
        from: { kind: 'proposal' },
        orderedAtMs: row.atMs,
        agreed,
        order: proposal.order,
        createdAt: stamp,
        updatedAt: stamp,
      });
    }
  });
  return { journalId };
}
