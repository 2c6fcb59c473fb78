import type { Ask } from '../domain/ask.ts';
import { nextStamp } from '../domain/clock.ts';
import type { Decision, HeldGrant } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { DAY_MS, isWorthLogging } from '../policy/log-silence.ts';
import { DECISIONS_THAT_COUNT } from '../policy/rate-limit.ts';
import { refusalTellAtMs } from '../policy/refusal-delay.ts';
import { grantForAsk } from '../policy/same-ask.ts';
import { type Silence, silenceOf } from '../policy/silence.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { hush } from '../store/hush.ts';
import { decisionsOf } from '../store/origin-log.ts';
import { read } from '../store/read.ts';
import { write } from '../store/write.ts';
import { askShare } from './ask-share.ts';
import type { AppContext } from './context.ts';
import { decisionById } from './decision-by-id.ts';
import { foldHeld } from './fold-held.ts';

export interface AskInput {
  readonly origin: Origin;
  readonly ask: Ask;
  /** Made for this ask; asking again with it is the same ask. */
  readonly askId: RecordId;
  /** Whether a prompt can be shown for it: not from a hidden tab, not while another ask of the origin waits. */
  readonly canPrompt: boolean;
}

export type AskOpening =
  | { readonly kind: 'held'; readonly grant: HeldGrant }
  | { readonly kind: 'prompt' }
  /** Decided already, or by Sayso itself. Told no earlier than `decision.tellAtMs`, like any refusal. */
  | { readonly kind: 'silenced'; readonly decision: Decision };

/** So many refusals back a remembered one is looked for. None can be older: it kept the others from being shown. */
const REMEMBERED = 100;

type Looked = AskOpening | { readonly kind: 'silence'; readonly isLogged: boolean };

/**
 * Whether an ask is answered by what the origin holds, put before the person, or refused without a word to them.
 *
 * Silenced asks are written into the log at most once a minute and origin, and less often after many; each is still
 * known to `askState` until its page has been told.
 */
export async function openAsk(context: AppContext, input: AskInput): Promise<AskOpening> {
  const { database, clock } = context;
  const { origin, ask, askId } = input;
  const looked = await look(context, input);
  if (looked.kind !== 'silence') {
    return looked;
  }
  const nowMs = clock.nowMs();
  const tellAtMs = refusalTellAtMs(nowMs, await askShare(database, askId), nowMs);
  const silenced = { id: askId, origin, ask, outcome: 'silenced', atMs: nowMs, tellAtMs } as const;
  if (looked.isLogged) {
    const { value } = await write(database, { tables: ['decisions'], nowMs }, async (writer) => {
      // Of many at a time each was worth it when it was looked at, and only the first is.
      if (!(await isWorthIt(context, origin, nowMs))) {
        return undefined;
      }
      const decision: Decision = { ...silenced, createdAt: writer.stamp };
      await writer.append('decisions', decision);
      return decision;
    });
    if (value) {
      return { kind: 'silenced', decision: value };
    }
  }
  const decision: Decision = { ...silenced, createdAt: nextStamp(undefined, nowMs, '') };
  await hush(database, decision);
  return { kind: 'silenced', decision };
}

function look(context: AppContext, { origin, ask, askId, canPrompt }: AskInput): Promise<Looked> {
  const { database, clock, session } = context;
  return read(database, ['vendors', 'decisions', 'hushed', ...GRANT_TABLES], async () => {
    const known = await decisionById(context, origin, askId);
    if (known && known.outcome !== 'allowed') {
      return { kind: 'silenced', decision: known };
    }
    const nowMs = clock.nowMs();
    const vendor = await database.vendors.get(origin);
    const silence = silenceOf(vendor, await decisionsThatCount(context, origin), {
      nowMs,
      session,
      canPrompt,
    });
    const isServed = vendor?.isConnected === true && !vendor.isBlocked;
    const grant = isServed ? grantForAsk(await foldHeld(context, origin), ask) : undefined;
    if (grant) {
      return { kind: 'held', grant };
    }
    return silence === undefined
      ? { kind: 'prompt' }
      : { kind: 'silence', isLogged: await isLogged(context, origin, silence, nowMs) };
  });
}

/** The newest of each outcome, as many as any rule looks at, newest first. */
async function decisionsThatCount({ database }: AppContext, origin: Origin): Promise<Decision[]> {
  const found = await Promise.all([
    decisionsOf(database, origin, 'refused').limit(REMEMBERED).toArray(),
    decisionsOf(database, origin, 'ignored').limit(DECISIONS_THAT_COUNT).toArray(),
    decisionsOf(database, origin, 'allowed').limit(1).toArray(),
  ]);
  return found.flat().sort((left, right) => right.atMs - left.atMs || (left.createdAt < right.createdAt ? 1 : -1));
}

/** A site that is not connected has no log. */
async function isLogged(context: AppContext, origin: Origin, silence: Silence, nowMs: number): Promise<boolean> {
  return silence !== 'not-connected' && (await isWorthIt(context, origin, nowMs));
}

async function isWorthIt({ database }: AppContext, origin: Origin, nowMs: number): Promise<boolean> {
  const last = await decisionsOf(database, origin, 'silenced').first();
  const countOfDay = await decisionsOf(database, origin, 'silenced', nowMs - DAY_MS).count();
  return isWorthLogging(last?.atMs, countOfDay, nowMs);
}
