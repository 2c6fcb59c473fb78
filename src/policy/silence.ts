import type { Decision } from '../domain/grant.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Present } from './fold-grants.ts';
import { mayPromptAtMs } from './rate-limit.ts';

export type Silence =
  | 'not-connected'
  | 'blocked'
  | 'out-of-turn' // a hidden tab, or another ask of the origin waits already
  | 'remembered' // they said not to be asked
  | 'too-often';

/**
 * Why an ask is not put before the person, or `undefined` when it is.
 *
 * A refusal that the person wanted remembered holds for the whole origin, whatever it asks for next: a new wording would
 * get round it otherwise. Connecting the site anew ends it, and every wait.
 *
 * @param decisions - the origin's, newest first; all that ask to be remembered, and the newest others
 */
export function silenceOf(
  vendor: Vendor | undefined,
  decisions: readonly Decision[],
  { nowMs, session, canPrompt }: Present & { readonly canPrompt: boolean },
): Silence | undefined {
  if (!vendor?.isConnected) {
    return 'not-connected';
  }
  if (vendor.isBlocked) {
    return 'blocked';
  }
  const since = vendor.connectedAt;
  const counting = decisions.filter(({ createdAt }) => since === undefined || createdAt > since);
  if (counting.some((decision) => isSilent(decision, { nowMs, session }))) {
    return 'remembered';
  }
  if (nowMs < mayPromptAtMs(counting)) {
    return 'too-often';
  }
  return canPrompt ? undefined : 'out-of-turn';
}

function isSilent({ silentForever, silentUntilMs, silentSession }: Decision, { nowMs, session }: Present): boolean {
  return silentForever === true || silentSession === session || (silentUntilMs !== undefined && nowMs < silentUntilMs);
}
