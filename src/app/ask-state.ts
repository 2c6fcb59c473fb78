import type { Decision, HeldGrant } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';
import { decisionById } from './decision-by-id.ts';
import { findGrant } from './find-grant.ts';

export type AskState =
  | { readonly kind: 'unknown' }
  /** `grant` as it stands now, which may be over again. */
  | { readonly kind: 'decided'; readonly decision: Decision; readonly grant?: HeldGrant };

/** How an ask stands: `unknown` while it is pending, and for another origin's ask. */
export function askState(
  context: AppContext,
  { origin, askId }: { readonly origin: Origin; readonly askId: RecordId },
): Promise<AskState> {
  return read(context.database, ['decisions', 'hushed', ...GRANT_TABLES], async () => {
    const decision = await decisionById(context, origin, askId);
    if (!decision) {
      return { kind: 'unknown' };
    }
    const grant = decision.grantId === undefined ? undefined : await findGrant(context, decision.grantId);
    return { kind: 'decided', decision, ...(grant && { grant }) };
  });
}
