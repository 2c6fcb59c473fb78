import type { RequestInput } from '../../../app/write-request.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';

const DAY_MS = 86_400_000;
/** How long a request that is begun again goes, until the person says otherwise. */
const LASTS_MS = 14 * DAY_MS;

/** A request anew, as a draft: all that is wanted, and none of the dates that are over. */
export function againFrom(request: RequestForProposals, nowMs: number): RequestInput {
  const { id: _id, version: _version, answerByMs, rule, neededBy, ...rest } = request;
  return {
    ...rest,
    ...(neededBy !== undefined && neededBy >= new Date(nowMs).toISOString().slice(0, neededBy.length) && { neededBy }),
    ...(answerByMs !== undefined && answerByMs > nowMs && { answerByMs }),
    ...(rule && rule.deadlineMs > nowMs && { rule }),
    lapsesAtMs: nowMs + LASTS_MS,
  };
}
