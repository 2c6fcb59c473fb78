import type { Origin, RecordId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Preference } from '../domain/preference.ts';
import type { CoveringNeed } from '../policy/decide.ts';
import { type MinimalPreference, minimisePreferences } from '../policy/minimise.ts';
import { narrowNeeds } from '../policy/narrow-needs.ts';
import { disclose } from '../store/disclose.ts';
import { livePreferences } from '../store/live-preferences.ts';
import { AUTHORISE_TABLES, authorise } from './authorise.ts';
import type { AppContext } from './context.ts';
import { openCursor, sealCursor } from './cursor.ts';
import { type ReadRecord, recordRead } from './record-read.ts';
import { saidOfPreference } from './said.ts';

export interface PreferencesRead {
  readonly origin: Origin;
  readonly callId: RecordId;
  readonly query: {
    /** Absent means every key, an empty list none. */
    readonly keys?: readonly string[] | undefined;
    /** Only those that apply to one of these. */
    readonly kinds?: readonly ItemKind[] | undefined;
    /** 1 to 500; 500 when absent. */
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
  };
}

export interface PreferencesPage {
  readonly preferences: Preference[];
  readonly next?: string;
}

/** The preference that a page ended with. */
interface Place {
  readonly key: string;
  readonly id: RecordId;
}

const PAGE_LIMIT = 500;

/**
 * The preferences that a vendor may read of those it asks for, by key. What is read is on record before it is returned.
 *
 * @throws {AppError} `not-granted` when nothing was given for this call, or its one turn is spent; `bad-request` for a
 *   cursor of anything but this very query
 */
export async function readPreferences(
  context: AppContext,
  { origin, callId, query }: PreferencesRead,
): Promise<PreferencesPage> {
  const { database } = context;
  const limit = Math.min(PAGE_LIMIT, Math.max(1, query.limit ?? PAGE_LIMIT));
  const binding = JSON.stringify([origin, 'preferences', query.keys, query.kinds]);
  const cursor = query.cursor === undefined ? undefined : await openCursor<Place>(database, binding, query.cursor);
  const { page, isMore, turns } = await disclose(database, [...AUTHORISE_TABLES, 'preferences'], async () => {
    const call = { origin, call: 'preferences', callId, turns: cursor?.turns ?? [] } as const;
    const permit = await authorise(context, call);
    const needs = narrowNeeds(
      permit.covering.map(({ need }) => need),
      query,
    );
    const sorted = (await livePreferences(database)).sort(byPlace);
    const given = minimisePreferences(sorted, needs);
    const rest = given.filter(({ preference }) => !cursor || byPlace(preference, cursor.place) > 0);
    const first = rest.slice(0, limit);
    const records = first.map((row) => recordOf(row, permit.covering));
    await recordRead(context, call, permit, { records });
    return { page: first.map(({ preference }) => preference), isMore: rest.length > limit, turns: permit.turns };
  });
  const last = page.at(-1);
  if (!isMore || !last) {
    return { preferences: page };
  }
  const place: Place = { key: last.key, id: last.id };
  return { preferences: page, next: await sealCursor<Place>(database, binding, { place, turns }) };
}

function byPlace(left: Place, right: Place): number {
  const order = Number(left.key > right.key) - Number(left.key < right.key);
  return order || Number(left.id > right.id) - Number(left.id < right.id);
}

function recordOf({ preference, coveredBy }: MinimalPreference, covering: readonly CoveringNeed[]): ReadRecord {
  const [first = 0] = coveredBy;
  const { id, key } = preference;
  return {
    grantId: (covering[first] as CoveringNeed).grant.id,
    record: { id, name: key, said: saidOfPreference(preference) },
    fields: [],
  };
}
