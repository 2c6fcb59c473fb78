import type { AppContext } from '../../../app/context.ts';
import type { Moved } from '../../../app/move-request.ts';
import { writeRequest } from '../../../app/write-request.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import { t } from '../../i18n.ts';
import { tell } from '../../tell.ts';
import { hashOf } from '../route.ts';
import { takeBack } from '../take-back.ts';
import { againFrom } from './again-from.ts';

/** Begins a draft with the wishes of a request, and goes there; told from `host`, with an undo that comes back. */
export async function askAgain(host: HTMLElement, context: AppContext, from: RequestForProposals): Promise<Moved> {
  const request = againFrom(from, context.clock.nowMs());
  const { id, journalId } = await writeRequest(context, { request });
  const undo = async (): Promise<void> => {
    await takeBack(context, { journalIds: [journalId] });
    window.location.hash = hashOf('intentions', from.id);
  };
  tell(host, { text: t('intention_again_done'), undo });
  window.location.hash = hashOf('intentions', id);
  return {};
}
