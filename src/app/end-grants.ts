import type { GrantChange, HeldGrant } from '../domain/grant.ts';
import { newRecordId } from '../domain/ids.ts';
import type { Writer } from '../store/writer.ts';

/** Whether anything can still be read under it: a spent turn may have pages left. */
export function isOpen({ status }: HeldGrant): boolean {
  return status === 'active' || status === 'used';
}

/** Ends those grants that are not over yet; part of the change that is the reason. */
export async function endGrants(
  writer: Writer,
  grants: readonly HeldGrant[],
  kind: 'revoked' | 'withdrawn' | 'replaced',
): Promise<void> {
  for (const grant of grants.filter(isOpen)) {
    await writer.append('grantChanges', changeOf(writer, grant, { kind }));
  }
}

/** One thing that happened to a grant now. */
export function changeOf(
  { nowMs, stamp }: Pick<Writer, 'nowMs' | 'stamp'>,
  { id, origin }: HeldGrant,
  what: Pick<GrantChange, 'kind' | 'untilMs' | 'call'>,
): GrantChange {
  return { id: newRecordId(nowMs), grantId: id, origin, atMs: nowMs, createdAt: stamp, ...what };
}
