import type { Ask } from '../domain/ask.ts';
import { AppError } from '../domain/errors.ts';
import type { Decision, Duration, GivenNeed, Grant } from '../domain/grant.ts';
import { newPairwiseId, newRecordId, type Origin, type RecordId } from '../domain/ids.ts';
import { endOfDuration } from '../policy/end-of-duration.ts';
import { refusalTellAtMs } from '../policy/refusal-delay.ts';
import { isWithinAsk } from '../policy/scope.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { write } from '../store/write.ts';
import type { Writer } from '../store/writer.ts';
import { askShare } from './ask-share.ts';
import type { AppContext } from './context.ts';
import { endGrants } from './end-grants.ts';
import { foldHeld } from './fold-held.ts';

export interface PromptAnswer {
  /** Id of the pending ask. */
  readonly askId: RecordId;
  readonly origin: Origin;
  readonly ask: Ask;
  readonly askedAtMs: number;
  readonly decision:
    | { readonly kind: 'allow'; readonly scope: readonly GivenNeed[]; readonly duration: Duration }
    /** `duration`: how long it is silently repeated, whatever the site asks; 'once' is just this time. */
    | { readonly kind: 'refuse'; readonly duration: Duration; readonly forever?: boolean }
    | { readonly kind: 'ignore' };
}

/**
 * Writes down what the person decided. The first answer to an ask stands: a later one changes nothing and gets the first.
 *
 * An allowance makes a grant, which takes the place of what the origin held for an ask of the same id.
 *
 * @throws {AppError} `bad-request` when the scope is empty or reaches beyond the ask; `conflict` when the site was
 *   disconnected or blocked while the prompt was open, so that nothing can be given
 */
export async function answerPrompt(context: AppContext, answer: PromptAnswer): Promise<Decision> {
  const { database, clock } = context;
  const { askId, origin, decision } = answer;
  const share = await askShare(database, askId);
  const { value } = await write(
    database,
    { tables: ['vendors', 'decisions', ...GRANT_TABLES], nowMs: clock.nowMs(), isDurable: true },
    async (writer) => {
      const first = await database.decisions.get(askId);
      if (first) {
        if (first.origin !== origin) {
          throw new AppError('bad-request', 'That ask is of another site.');
        }
        return first;
      }
      const made =
        decision.kind === 'allow'
          ? await allow(context, writer, answer, decision)
          : refuse(context, writer, answer, share);
      await writer.append('decisions', made);
      return made;
    },
  );
  return value;
}

async function allow(
  context: AppContext,
  writer: Writer,
  { askId, origin, ask }: PromptAnswer,
  { scope, duration }: { readonly scope: readonly GivenNeed[]; readonly duration: Duration },
): Promise<Decision> {
  const { nowMs, stamp } = writer;
  const vendor = await context.database.vendors.get(origin);
  if (!vendor?.isConnected || vendor.isBlocked) {
    throw new AppError('conflict', 'The site was disconnected meanwhile.');
  }
  if (scope.length === 0 || !isWithinAsk(scope, ask)) {
    throw new AppError('bad-request', 'What is given lies outside what was asked.');
  }
  const held = await foldHeld(context, origin);
  await endGrants(
    writer,
    held.filter((grant) => grant.ask.id === ask.id),
    'replaced',
  );
  const untilMs = endOfDuration(duration, nowMs);
  const grant: Grant = {
    id: newRecordId(nowMs),
    origin,
    person: newPairwiseId(),
    ask,
    scope,
    fromMs: nowMs,
    ...(untilMs !== undefined && { untilMs }),
    duration,
    ...(duration === 'session' && { session: context.session }),
    createdAt: stamp,
  };
  await writer.append('grants', grant);
  return {
    id: askId,
    origin,
    ask,
    outcome: 'allowed',
    atMs: nowMs,
    tellAtMs: nowMs,
    grantId: grant.id,
    createdAt: stamp,
  };
}

function refuse(
  { session }: AppContext,
  { nowMs, stamp }: Writer,
  { askId, origin, ask, askedAtMs, decision }: PromptAnswer,
  share: number,
): Decision {
  const base = {
    id: askId,
    origin,
    ask,
    atMs: nowMs,
    tellAtMs: refusalTellAtMs(askedAtMs, share, nowMs),
    createdAt: stamp,
  };
  if (decision.kind !== 'refuse') {
    return { ...base, outcome: 'ignored' };
  }
  const { duration } = decision;
  const silentUntilMs = duration === 'once' ? undefined : endOfDuration(duration, nowMs);
  const isForever = decision.forever === true || duration === 'until-stopped';
  return {
    ...base,
    outcome: 'refused',
    ...(silentUntilMs !== undefined && { silentUntilMs }),
    ...(duration === 'session' && { silentSession: session }),
    ...(isForever && { silentForever: true }),
  };
}
