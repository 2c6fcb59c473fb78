import { AppError } from '../domain/errors.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { ProposedOwnership } from '../domain/proposal.ts';
import { sourceRecordId } from '../domain/source-record.ts';
import { newestProposals } from '../store/proposals-of.ts';
import { read } from '../store/read.ts';
import type { ProposalRow } from '../store/request-rows.ts';
import { write } from '../store/write.ts';
import type { Writer } from '../store/writer.ts';
import type { AppContext } from './context.ts';
import { PLACE_TABLES, placeThings } from './place-things.ts';
import { PlacingBatch } from './placing-batch.ts';

export type { ProposalRow } from '../store/request-rows.ts';

/** What waits in the inbox, newest first. */
export function waitingProposals(
  { database }: AppContext,
  { limit }: { readonly limit: number },
): Promise<ProposalRow[]> {
  return read(database, ['proposals'], async () => newestProposals(database, 'waiting', limit));
}

/**
 * Takes what a vendor proposed, or not. An order that is taken is among the person's own from then on; what they own is placed in
 * their library, as what this vendor says of it. An undo puts it back into the inbox.
 *
 * @throws {AppError} `not-found`; `conflict` when it was answered already
 */
export async function answerProposal(
  { database, clock }: AppContext,
  { id, isTaken }: { readonly id: string; readonly isTaken: boolean },
): Promise<{ journalId: RecordId }> {
  const nowMs = clock.nowMs();
  const options = { tables: ['proposals', 'orders', ...PLACE_TABLES], nowMs, label: 'answer-proposal' } as const;
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
    } else if (isTaken && proposal.kind === 'ownership') {
      await placeOwned(writer, vendor, proposal);
    }
  });
  return { journalId };
}

/** As an import would place it: beside what others say of the thing, and without a mark. */
async function placeOwned(writer: Writer, vendor: Origin, proposed: ProposedOwnership): Promise<void> {
  const { id, itemKind, name, brand, identifiers, at } = proposed;
  const source = new URL(vendor).host;
  const thing = {
    id: sourceRecordId(source, id),
    source,
    facts: { kind: itemKind, name, ...(brand !== undefined && { brand }), identifiers },
    content: { owned: at === undefined ? {} : { at } },
  };
  await placeThings([thing], {
    winner: 'mine',
    kinds: new Set(),
    batch: () => new PlacingBatch(writer),
    onPart: () => undefined,
  });
}
