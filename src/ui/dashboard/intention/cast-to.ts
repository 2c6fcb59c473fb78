import { castRequest, type CastTo } from '../../../app/cast-request.ts';
import { changeRequest } from '../../../app/change-request.ts';
import type { AppContext } from '../../../app/context.ts';
import type { Moved } from '../../../app/move-request.ts';
import type { CastRequest } from '../../../domain/cast-request.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';

/** Asks vendors. A draft is first given the stage it opens with, if that is another than it was written with. */
export async function castTo(
  context: AppContext,
  { request, phase }: CastRequest,
  { to, opening }: { readonly to: readonly CastTo[]; readonly opening: RequestForProposals['opening'] },
): Promise<Moved> {
  const { id, version: _version, ...input } = request;
  if (phase.kind === 'draft' && opening !== request.opening) {
    const changed = await changeRequest(context, { id, request: { ...input, opening } });
    if (changed.refusal !== undefined) {
      return changed;
    }
  }
  return castRequest(context, { id, to: to.map(({ vendor, channel }) => ({ vendor, channel })) });
}
