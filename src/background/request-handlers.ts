import type { AppContext } from '../app/context.ts';
import { intentionsForVendor, type VendorIntention } from '../app/intentions-for-vendor.ts';
import { receivedAtMs } from '../app/received-at.ts';
import { takeProposal } from '../app/take-proposal.ts';
import { takeReply } from '../app/take-reply.ts';
import { threadOfVendor } from '../app/thread-of-vendor.ts';
import { threadsForVendor } from '../app/threads-for-vendor.ts';
import { AppError } from '../domain/errors.ts';
import type { Origin, ThreadId } from '../domain/ids.ts';
import { momentOf } from '../domain/moment.ts';
import { THREAD_REFUSALS, type ThreadRefusal } from '../domain/thread.ts';
import { demandOf } from '../protocol/request/to-demand.ts';
import type { SigningKey } from '../protocol/signing/signing-key.ts';
import type { VendorOutput } from '../protocol/vendor-wire.ts';
import { readSaid } from './read-said.ts';
import { sealMessage, signingKeysOf } from './seal-message.ts';
import type { VendorDocuments } from './vendor-documents.ts';
import type { VendorHandlers } from './vendor-router.ts';

/** Copies and all that was said in them: a page of the wire has up to 500 items, of which each may be long. */
const PAGE = 50;
const MINUTE_MS = 60_000;

/**
 * What a chosen vendor's page can do with the requests that were cast to that vendor.
 *
 * @param moved - a thread may have a clock that runs now, or something to be sent or told
 */
export function requestHandlers(
  ready: Promise<AppContext>,
  documents: VendorDocuments,
  moved: () => void,
): Pick<VendorHandlers, 'intentions' | 'reply' | 'propose'> {
  return {
    async intentions(query, { caller: { origin } }) {
      const { since, limit = PAGE, cursor } = query;
      const context = await ready;
      const left = await threadsForVendor(context, {
        origin,
        ...(since !== undefined && { sinceMs: Date.parse(since) }),
        ...(cursor !== undefined && { after: cursor as ThreadId }),
      });
      const page = left.slice(0, Math.min(limit, PAGE));
      const keys = new Map<ThreadId, SigningKey>();
      const found = await signingKeysOf(
        context,
        page.map(({ person, isNew }) => ({ vendor: origin, person, isNew })),
      );
      for (const [place, key] of found.entries()) {
        const thread = page[place];
        if (thread && key) {
          keys.set(thread.id, key);
        }
      }
      // Without a key nobody speaks in it from here, and so nothing of it is given out.
      const intentions = await intentionsForVendor(context, { origin, threads: [...keys.keys()] });
      moved();
      const items = [];
      for (const intention of intentions) {
        const key = keys.get(intention.thread);
        items.push(...(key ? [await itemOf(origin, intention, key)] : []));
      }
      const last = page.length < left.length ? page.at(-1) : undefined;
      return { '@context': 'https://schema.org', items, ...(last && { next: last.id }) };
    },

    async reply({ request: thread, reply }, { caller: { origin } }) {
      const context = await ready;
      const found = await threadOfVendor(context, { origin, thread });
      if (!found) {
        throw new AppError('not-found', 'There is no such request.');
      }
      const nowMs = context.clock.nowMs();
      const said = await readSaid(documents, reply, { vendor: origin, person: found.person, thread, nowMs });
      switch (said.kind) {
        case 'keys-unreadable':
          throw new AppError('conflict', 'The keys of this site can’t be read now.');
        // The page hears of it at once, and no page can use up a thread’s patience with its server.
        case 'garbled':
          throw said.problem;
        case 'message': {
          const { message, signed } = said;
          const { id } = message;
          const { refusal } = await takeReply(context, { origin, thread, said: message, signed });
          moved();
          return receiptOf(id, await receivedAtMs(context, { kind: 'reply', thread, id }), refusal);
        }
      }
    },

    async propose(proposal, { caller: { origin } }) {
      const context = await ready;
      const { id } = proposal;
      const { refusal } = await takeProposal(context, { origin, proposal });
      moved();
      return receiptOf(id, await receivedAtMs(context, { kind: 'proposal', origin, id }), refusal);
    },
  };
}

async function itemOf(
  vendor: Origin,
  { thread, person, copy, messages }: VendorIntention,
  key: SigningKey,
): Promise<VendorOutput<'intentions'>['items'][number]> {
  const sealed = messages.map((said) => sealMessage(key, { vendor, person, thread, ...said }));
  return { ...demandOf(copy), messages: await Promise.all(sealed) };
}

/** @throws {AppError} `not-found` for a request that is not this vendor's, as for one that is nobody's */
function receiptOf(id: string, atMs: number, refusal: string | undefined): VendorOutput<'reply'> {
  if (refusal !== undefined && !isThreadRefusal(refusal)) {
    throw new AppError('not-found', 'There is no such request.');
  }
  const at = momentOf(Math.floor(atMs / MINUTE_MS) * MINUTE_MS);
  return { id, at, ...(refusal !== undefined && { refused: refusal }) };
}

function isThreadRefusal(refusal: string): refusal is ThreadRefusal {
  return THREAD_REFUSALS.some((one) => one === refusal);
}
