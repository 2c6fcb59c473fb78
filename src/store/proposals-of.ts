import { Dexie } from 'dexie';
import type { Origin } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { ProposalRow, ProposalState } from './request-rows.ts';

/** Keys of all that a vendor proposed. Inside a transaction. */
export function proposalKeys({ proposals }: Database, vendor: Origin): PromiseLike<string[]> {
  return proposals.where('[vendor+state]').between([vendor, Dexie.minKey], [vendor, Dexie.maxKey]).primaryKeys();
}

/** How many of a vendor's wait for the person. */
export function waitingOf({ proposals }: Database, vendor: Origin): PromiseLike<number> {
  return proposals.where('[vendor+state]').equals([vendor, 'waiting']).count();
}

/** How many of all vendors' wait for the person. */
export function waitingCount({ proposals }: Database): PromiseLike<number> {
  return proposals.where('[state+atMs]').between(['waiting', Dexie.minKey], ['waiting', Dexie.maxKey]).count();
}

/** The newest of one state. */
export function newestProposals(
  { proposals }: Database,
  state: ProposalState,
  limit: number,
): PromiseLike<ProposalRow[]> {
  return proposals
    .where('[state+atMs]')
    .between([state, Dexie.minKey], [state, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
}
