import type { Thread } from '../domain/thread.ts';
import type { ThreadEffect } from '../policy/request/thread-event.ts';
import type { Work, WorkRow } from '../store/request-rows.ts';
import type { Writer } from '../store/writer.ts';
import type { ThreadMove } from './thread-moves.ts';

/** What is to be done because of a step takes the place of what is needless by it. */
export async function keepWork(
  { database, nowMs }: Writer,
  {
    moves,
    told,
    done,
    requestId,
  }: {
    readonly moves: readonly ThreadMove[];
    readonly told: readonly ('lapse' | 'rule')[];
    readonly done: readonly string[];
    readonly requestId: WorkRow['requestId'];
  },
): Promise<void> {
  const { outbox } = database;
  const known = moves.flatMap(({ row }) => row?.id ?? []);
  // One by one, and all asked for at once: for several keys together the database is gone through step by step.
  const waiting = (await Promise.all(known.map((id) => outbox.where('threadId').equals(id).toArray()))).flat();
  const threads = new Map(moves.map(({ thread }) => [thread.id, thread]));
  const idle = waiting.filter(
    ({ threadId, work }) => threadId !== undefined && !isWaited(work, threads.get(threadId) as Thread),
  );
  await outbox.bulkDelete([...new Set([...done, ...idle.map(({ id }) => id)])]);
  const rows = moves.flatMap(({ thread, effects, row }) =>
    [...worksOf(thread, effects)].map(
      (work, index): WorkRow => ({
        id: workIdOf(thread.id, work, `${row?.entries ?? 0}.${index}`),
        requestId,
        threadId: thread.id,
        work,
        atMs: nowMs,
      }),
    ),
  );
  const own = told.map(
    (of): WorkRow => ({
      id: `${requestId} tell ${of}`,
      requestId,
      work: { kind: 'tell', news: { kind: 'remind', of } },
      atMs: nowMs,
    }),
  );
  await outbox.bulkPut([...rows, ...own]);
}

/** Whether a thread still wants something done. Steps that came after may have made it needless. */
function isWaited(work: Work, { outbox, poll }: Thread): boolean {
  switch (work.kind) {
    case 'send':
      return outbox.some(({ number }) => number === work.number);
    case 'poll':
      return poll?.statusUrl === work.statusUrl;
    case 'tell':
      return true;
  }
}

function worksOf(thread: Thread, effects: readonly ThreadEffect[]): Work[] {
  const all = effects.flatMap((effect): Work[] => {
    switch (effect.kind) {
      case 'send':
        // A page comes for its messages itself.
        return thread.channel === 'endpoint' ? [{ kind: 'send', number: effect.number }] : [];
      case 'poll':
        return [{ kind: 'poll', statusUrl: effect.statusUrl }];
      case 'keep':
        return effect.refusal === undefined
          ? [{ kind: 'tell', news: { kind: 'heard', what: effect.message.kind } }]
          : [];
      case 'failed':
        return [{ kind: 'tell', news: { kind: 'failed', reason: effect.notice.reason } }];
      case 'remind':
        return [{ kind: 'tell', news: { kind: 'remind', of: effect.of } }];
    }
  });
  return all.filter((work) => isWaited(work, thread));
}

/** The same work twice is one; each piece of news is its own. */
function workIdOf(threadId: string, work: Work, place: string): string {
  switch (work.kind) {
    case 'send':
      return `${threadId} send ${work.number}`;
    case 'poll':
      return `${threadId} poll`;
    case 'tell':
      return work.news.kind === 'remind' ? `${threadId} tell ${work.news.of}` : `${threadId} tell ${place}`;
  }
}
