import { connectedAmong } from '../app/connected-among.ts';
import type { AppContext } from '../app/context.ts';
import type { Delivery } from '../app/report-unreached.ts';
import type { SigningKey } from '../protocol/signing/signing-key.ts';
import { signingKeysOf } from './seal-message.ts';

/** What a piece of work for a connected vendor has before it leaves. */
export interface Prepared {
  /** What a message is signed with; absent where nobody can speak in the thread from here. */
  readonly key?: SigningKey;
}

/**
 * Looks whether the vendors are connected still, and gets the keys: those of relations that only begin are made, and kept before
 * anything is signed with them. For all that leaves at one time together, since each alone would be three transactions.
 *
 * @returns only what is for vendors that are connected
 */
export async function prepare(
  context: AppContext,
  work: readonly Delivery[],
): Promise<ReadonlyMap<Delivery, Prepared>> {
  const connected = await connectedAmong(
    context,
    work.map(({ vendor }) => vendor),
  );
  const leaving = work.filter(({ vendor }) => connected.has(vendor));
  const sends = leaving.filter((one) => one.kind === 'send');
  const keys = sends.length === 0 ? [] : await signingKeysOf(context, sends);
  const prepared = new Map<Delivery, Prepared>(leaving.map((one) => [one, {}]));
  for (const [place, one] of sends.entries()) {
    const key = keys[place];
    prepared.set(one, key ? { key } : {});
  }
  return prepared;
}
