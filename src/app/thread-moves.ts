import type { Thread } from '../domain/thread.ts';
import type { RequestStep } from '../policy/request/request-event.ts';
import type { ThreadEffect } from '../policy/request/thread-event.ts';
import type { StoryEntry, ThreadRow } from '../store/request-rows.ts';

/** A thread that a step changed, or several of them, or that has something to do. */
export interface ThreadMove {
  /** As it was read. */
  readonly row: ThreadRow | undefined;
  readonly thread: Thread;
  readonly effects: readonly ThreadEffect[];
  /** What is added to its story. */
  readonly entries: readonly StoryEntry[];
}

/**
 * Which threads a step changed, or gave something to do.
 *
 * @param threads - those that the step was given
 */
export function movesOf(threads: readonly ThreadRow[], step: RequestStep): ThreadMove[] {
  const rows = new Map(threads.map((row) => [row.id, row]));
  return step.threads.flatMap((thread) => {
    const row = rows.get(thread.id);
    const effects = step.effects.flatMap((each) =>
      each.kind === 'in-thread' && each.thread === thread.id ? [each.effect] : [],
    );
    const isStill = effects.length === 0 && row !== undefined && isSame(row.thread, thread);
    const entries = effects.flatMap((effect) => entryOf(effect, row?.thread.sent ?? 0));
    return isStill ? [] : [{ row, thread, effects, entries }];
  });
}

/** What was sent before is in the story already. */
function entryOf(effect: ThreadEffect, sent: number): StoryEntry[] {
  switch (effect.kind) {
    case 'send':
      return effect.number > sent ? [{ kind: 'said', number: effect.number, message: effect.message }] : [];
    case 'keep': {
      const { message, refusal } = effect;
      return [{ kind: 'heard', message, ...(refusal !== undefined && { refusal }) }];
    }
    case 'failed':
      return [{ kind: 'failed', notice: effect.notice }];
    case 'poll':
    case 'remind':
      return [];
  }
}

/** Whether two records say the same: those of one origin have their fields in one order. */
export function isSame(one: object, other: object): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
