import { AppError } from '../domain/errors.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { GivenNeed } from '../domain/grant.ts';
import { rank } from '../policy/rank.ts';
import { preferencesForRank } from '../policy/rank-basis.ts';
import { rankBudget } from '../policy/rank-budget.ts';
import type { RankItem } from '../policy/rank-item.ts';
import type { Taste } from '../policy/taste.ts';
import type { Item } from '../domain/item.ts';
import { disclose } from '../store/disclose.ts';
import { livePreferences } from '../store/live-preferences.ts';
import { callsSince } from '../store/origin-log.ts';
import { read } from '../store/read.ts';
import { ratingsRevision, revision } from '../store/revision.ts';
import type { TableName } from '../store/table-name.ts';
import { readAccess } from './access.ts';
import { AUTHORISE_TABLES, authorise, coveringNow, type Permit } from './authorise.ts';
import type { AppContext } from './context.ts';
import { ratedAmong } from './rated-among.ts';
import { type ReadRecord, recordRead } from './record-read.ts';
import { tasteFor } from './taste-for.ts';

/** What a vendor told of one item of its list. */
export interface RankRequestItem extends RankItem {
  /** One that could not be read names nothing. */
  readonly identifiers: readonly (Identifier | undefined)[];
}

export interface RankInput {
  readonly origin: Origin;
  readonly callId: RecordId;
  readonly items: readonly RankRequestItem[];
}

const TABLES = [...AUTHORISE_TABLES, 'identifiers', 'items', 'ratings', 'preferences'] as const satisfies TableName[];

const HOUR_MS = 3_600_000;

/** How often an order is tried again because the person rated something meanwhile. */
const TRIES = 3;

/**
 * Orders a vendor's list by what the person thinks, best first: positions in that list, each once, and nothing else.
 * Why is written into the log, where the person can see it.
 *
 * Ratings count that were given for ordering or for reading, and of the preferences what `preferencesForRank` says.
 *
 * @throws {AppError} `not-granted`; `bad-request` for a list too short to hide a rating; `too-much` for one too long, or
 *   for too many calls an hour
 */
export async function rankItems(context: AppContext, input: RankInput): Promise<number[]> {
  for (let tries = 1; ; tries += 1) {
    // Learning takes a while, so it holds nothing up: should ratings have changed when it is done, it starts over.
    const { taste, changedAt } = await tasteFor(context.database, await needsNow(context, input));
    const order = await rankWith(context, input, taste, tries < TRIES ? changedAt : undefined);
    if (order) {
      return order;
    }
  }
}

/** What the order may rest on, before anything is spent or read. */
function needsNow(context: AppContext, input: RankInput): Promise<GivenNeed[]> {
  const { database } = context;
  return read(database, AUTHORISE_TABLES, async () => {
    const access = await readAccess(database, input.origin, await revision(database));
    const repeated = await database.disclosures.get(input.callId);
    const continued = repeated?.origin === input.origin ? [repeated.grantId] : [];
    const covering = coveringNow(context, access, 'rank', continued);
    if (!covering) {
      throw new AppError('not-granted', 'Not given.');
    }
    await checkBudget(context, input);
    return covering.map(({ need }) => need);
  });
}

/** A call that is repeated has been counted. */
async function checkBudget({ database, clock }: AppContext, { origin, callId, items }: RankInput): Promise<void> {
  if (await database.disclosures.get(callId)) {
    return;
  }
  const nowMs = clock.nowMs();
  const verdict = rankBudget(await callsSince(database, origin, 'rank', nowMs - HOUR_MS), items.length, nowMs);
  if (verdict.kind === 'allow') {
    return;
  }
  switch (verdict.reason) {
    case 'too-short':
      throw new AppError('bad-request', 'items: Too few to be put in order.');
    case 'too-long':
      throw new AppError('too-much', 'items: Too many at a time.');
    case 'over-budget':
      throw new AppError('too-much', 'Too many calls in an hour.');
  }
}

/** @param changedAt - what `taste` is of; `undefined` takes it whatever has changed since */
function rankWith(
  context: AppContext,
  input: RankInput,
  taste: Taste,
  changedAt: string | undefined,
): Promise<number[] | undefined> {
  const { database } = context;
  const { origin, callId, items } = input;
  return disclose(database, TABLES, async () => {
    if (changedAt !== undefined && (await ratingsRevision(database)) !== changedAt) {
      return undefined;
    }
    const call = { origin, call: 'rank', callId, turns: [] } as const;
    const permit = await authorise(context, call);
    await checkBudget(context, input);
    const needs = permit.covering.map(({ need }) => need);
    const wishes = [...needs, ...(await readableWishes(context, origin))];
    const rated = await ratedAmong(context, items, needs);
    const { order, reasons } = rank({
      items,
      taste,
      direct: new Map([...rated].map(([index, { rating }]) => [index, rating.value])),
      preferences: preferencesForRank(await livePreferences(database), wishes),
    });
    await recordRead(context, call, permit, { records: recordsOf(rated, permit), ranked: reasons });
    return [...order];
  });
}

/** The needs by which the site may read preferences again and again: what it knows, an order may follow. */
async function readableWishes(context: AppContext, origin: Origin): Promise<GivenNeed[]> {
  const { database } = context;
  const access = await readAccess(database, origin, await revision(database));
  const covering = coveringNow(context, access, 'preferences') ?? [];
  return covering.filter(({ grant }) => grant.duration !== 'once').map(({ need }) => need);
}

/** What was looked at: the items, not what was said of them, since that does not leave. All under one grant. */
function recordsOf(rated: ReadonlyMap<number, { item: Item }>, { covering }: Permit): ReadRecord[] {
  const grantId = covering[0]?.grant.id;
  const items = new Map([...rated.values()].map(({ item }) => [item.id, item]));
  return grantId === undefined
    ? []
    : [...items.values()].map(({ id, name }) => ({ grantId, record: { id, name }, fields: [] }));
}
