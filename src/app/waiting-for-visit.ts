import type { Origin, RequestId, ThreadId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import { threadsOf } from '../store/threads-of.ts';
import type { AppContext } from './context.ts';

export interface WaitingForVisit {
  readonly vendor: Origin;
  readonly thread: ThreadId;
  /** The newest message that the vendor has not had. */
  readonly number: number;
}

/** The threads of a request with something in them that their vendor has not had. */
export function waitingForVisit(
  { database }: AppContext,
  { id }: { readonly id: RequestId },
): Promise<WaitingForVisit[]> {
  return read(database, ['threads'], async () =>
    (await threadsOf(database, id)).flatMap(({ id: thread, vendor, thread: { outbox } }) => {
      const last = outbox.at(-1);
      return last ? [{ vendor, thread, number: last.number }] : [];
    }),
  );
}
