import type { CastRequest } from '../domain/cast-request.ts';
import type { ThreadId } from '../domain/ids.ts';
import type { SignedMessage } from '../domain/signed-message.ts';
import type { FreeThreadEvent } from '../policy/request/request-event.ts';
import { stepRequest } from '../policy/request/step-request.ts';
import type { EntryId, KeptRequest, ThreadRow } from '../store/request-rows.ts';
import type { Writer } from '../store/writer.ts';
import { keepMoves, lengthOf } from './keep-step.ts';
import { type Moved, movedBy } from './move-request.ts';
import { movesOf, type ThreadMove } from './thread-moves.ts';

/**
 * What happens in the threads of one request at one moment, one thing after the other, each from where the last one led; and all of
 * it is written down at once.
 */
export class RequestTurn {
  readonly #row: KeptRequest;
  readonly #nowMs: number;
  /** Each thread as it is by now. */
  readonly #threads: Map<ThreadId, ThreadRow>;
  readonly #moves = new Map<ThreadId, ThreadMove>();
  readonly #taken: EntryId[] = [];
  #cast: CastRequest;

  /** @param threads - at least those in which something happens */
  constructor(row: KeptRequest, threads: readonly ThreadRow[], nowMs: number) {
    this.#row = row;
    this.#cast = row.cast;
    this.#threads = new Map(threads.map((thread) => [thread.id, thread]));
    this.#nowMs = nowMs;
  }

  /** A thread as it is by now. Of its story it knows the length only. */
  threadRow(id: ThreadId): ThreadRow | undefined {
    return this.#threads.get(id);
  }

  /** Whether anything came of it so far. */
  get hasMoved(): boolean {
    return this.#moves.size > 0;
  }

  /** @param signed - the message that is heard, as it was signed */
  happen(id: ThreadId, event: FreeThreadEvent, signed?: SignedMessage): Moved {
    const row = this.#threads.get(id);
    const threads = row ? [row] : [];
    const all = threads.map(({ thread }) => thread);
    const step = stepRequest(this.#cast, all, { kind: 'in-thread', thread: id, event }, this.#nowMs);
    this.#cast = step.cast;
    const [move] = movesOf(threads, step);
    if (row && move) {
      this.#note(row, move, signed);
      if (event.kind === 'delivered') {
        this.#taken.push(`${id} said ${event.number}` as EntryId);
      }
    }
    return movedBy(step);
  }

  /**
   * Writes it all down; inside a transaction over `REQUEST_TABLES`.
   *
   * @param done - work that is done by it, whatever became of it
   */
  keep(begin: () => Promise<Writer>, done: readonly string[] = []): Promise<void> {
    const moves = [...this.#moves.values()];
    return keepMoves(begin, { row: this.#row, cast: this.#cast, moves, done, taken: this.#taken });
  }

  #note(row: ThreadRow, { thread, effects, entries }: ThreadMove, signed: SignedMessage | undefined): void {
    const story = signed ? entries.map((entry) => (entry.kind === 'heard' ? { ...entry, signed } : entry)) : entries;
    const before = this.#moves.get(row.id) ?? { row, effects: [], entries: [] };
    this.#moves.set(row.id, {
      row: before.row,
      thread,
      effects: [...before.effects, ...effects],
      entries: [...before.entries, ...story],
    });
    this.#threads.set(row.id, { ...row, thread, length: row.length + lengthOf(story) });
  }
}
