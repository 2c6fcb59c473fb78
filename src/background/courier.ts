import type { AppContext } from '../app/context.ts';
import { countNews } from '../app/count-news.ts';
import { findVendor } from '../app/find-vendor.ts';
import { nextDueAtMs, passTime } from '../app/pass-time.ts';
import { pendingWork } from '../app/pending-work.ts';
import { type Delivery, reportUnreached, type TriedWork } from '../app/report-unreached.ts';
import { type EndpointSays, takeAnswers } from '../app/take-answers.ts';
import { showWaiting } from '../platform/badge.ts';
import { browser } from '../platform/browser.ts';
import { isOnline } from '../platform/is-online.ts';
import { together } from '../platform/together.ts';
import type { SigningKey } from '../protocol/signing/signing-key.ts';
import { type Carrier, deliver } from './deliver.ts';
import { signingKeysOf } from './seal-message.ts';
import type { VendorDocuments } from './vendor-documents.ts';

/** The name of the alarm. */
export const REQUESTS = 'requests';
/** Should the background die over its work, it is looked after again then. */
const GUARD_MS = 60_000;
/** What is done makes more to do, but not for ever: the rest waits for the alarm. */
const MOST_ROUNDS = 10;

/**
 * Carries what is said in requests to the endpoints of vendors, and what they answer back; and lets time pass in them. What is
 * to be done stands in the store until it is reported, so whoever wakes next goes on with it.
 */
export class Courier {
  readonly #ready: Promise<AppContext>;
  readonly #documents: VendorDocuments;
  #running: Promise<void> | undefined;
  #isWanted = false;

  constructor(ready: Promise<AppContext>, documents: VendorDocuments) {
    this.#ready = ready;
    this.#documents = documents;
  }

  /** One at a time: who calls meanwhile has another round made. */
  run(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#runWhileWanted();
    return this.#running;
  }

  async #runWhileWanted(): Promise<void> {
    try {
      const context = await this.#ready;
      for (let round = 0; this.#isWanted && round < MOST_ROUNDS; round += 1) {
        this.#isWanted = false;
        await this.#runOnce(context);
      }
      if (this.#isWanted) {
        await setAlarm(context.clock.nowMs() + GUARD_MS);
      }
    } finally {
      // At once with the last look at what is wanted: whoever calls after that begins anew.
      this.#running = undefined;
    }
  }

  async #runOnce(context: AppContext): Promise<void> {
    await passTime(context);
    const work = (await pendingWork(context)).filter((one) => one.kind !== 'tell');
    if (work.length === 0) {
      await showWaiting('news', (await countNews(context)).total);
      const dueAtMs = await nextDueAtMs(context);
      if (dueAtMs !== undefined) {
        await setAlarm(Math.max(dueAtMs, context.clock.nowMs() + GUARD_MS));
      }
      return;
    }
    this.#isWanted = true;
    const threads = byThread(work);
    const firsts = threads.flatMap(([first]) => first ?? []);
    const [, keys] = await Promise.all([setAlarm(context.clock.nowMs() + GUARD_MS), keysFor(context, firsts)]);
    const carrier = { context, documents: this.#documents, take: together(taking(context)) };
    // No thread waits for another's vendor, nor fails by its failure.
    const done = await Promise.allSettled(threads.map((some) => deliverAll(carrier, some, keys)));
    const tried = done.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    await reportUnreached(context, tried, isOnline());
    const failed = done.find((one) => one.status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
  }
}

/** Answers, for {@link together}. */
function taking(context: AppContext) {
  return async (answers: readonly EndpointSays[]): Promise<readonly EndpointSays[]> => {
    await takeAnswers(context, answers);
    return answers;
  };
}

type Keys = ReadonlyMap<Delivery, SigningKey | undefined>;

/**
 * What messages are signed with; keys of relations that only begin are made, and kept before anything is signed with them. For all
 * that leaves at one time together: each alone would be a transaction.
 */
async function keysFor(context: AppContext, work: readonly Delivery[]): Promise<Keys> {
  const sends = work.flatMap((one) => (one.kind === 'send' && one.isConnected ? [one] : []));
  const keys = sends.length === 0 ? [] : await signingKeysOf(context, sends);
  return new Map(sends.map((one, place) => [one, keys[place]]));
}

/** The messages of one thread one after the other, as they were said. The first of each have their keys. */
async function deliverAll(carrier: Carrier, all: readonly Delivery[], keys: Keys): Promise<TriedWork[]> {
  const { context } = carrier;
  const tried: TriedWork[] = [];
  for (const one of all) {
    const work = tried.length === 0 ? one : await asItIsNow(context, one);
    const key = keys.get(work) ?? (await keysFor(context, [work])).get(work);
    tried.push({ work, isReached: await deliver(carrier, work, key) });
  }
  return tried;
}

/** What goes before it in its thread may have taken some time. */
async function asItIsNow(context: AppContext, work: Delivery): Promise<Delivery> {
  const vendor = await findVendor(context, { origin: work.vendor });
  return { ...work, isConnected: vendor?.isConnected === true };
}

function byThread(work: readonly Delivery[]): Delivery[][] {
  const threads = new Map<string, Delivery[]>();
  for (const one of work) {
    threads.set(one.thread, [...(threads.get(one.thread) ?? []), one]);
  }
  const place = (one: Delivery): number => (one.kind === 'send' ? one.number : Infinity);
  return [...threads.values()].map((some) => some.toSorted((left, right) => place(left) - place(right)));
}

async function setAlarm(when: number): Promise<void> {
  await Promise.resolve(browser.alarms.create(REQUESTS, { when }));
}
