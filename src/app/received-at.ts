import type { MessageId, Origin, ThreadId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import type { EntryId } from '../store/request-rows.ts';
import type { AppContext } from './context.ts';

/** What a vendor said in a thread, or what it proposed, by its own name for it. */
export type Received =
  | { readonly kind: 'reply'; readonly thread: ThreadId; readonly id: MessageId }
  | { readonly kind: 'proposal'; readonly origin: Origin; readonly id: MessageId };

/** When it came first, in milliseconds since the Unix epoch; now, where nothing of it was kept. */
export function receivedAtMs({ database, clock }: AppContext, received: Received): Promise<number> {
  return read(database, ['messages', 'proposals'], async () => {
    const row =
      received.kind === 'reply'
        ? await database.messages.get(`${received.thread} heard ${received.id}` as EntryId)
        : await database.proposals.get(`${received.origin} ${received.id}`);
    return row?.atMs ?? clock.nowMs();
  });
}
