import { suggestedByPath } from './listed-as.ts';
import { fieldsOf, isObject, type JsonObject } from './json-fields.ts';
import { TRAKT_SORTS, type TraktSort } from './trakt-thing.ts';

/** A record out of a backup, and what the list is of that it stands in, where its name tells. */
export interface BackupRecord {
  readonly record: unknown;
  readonly list: string | undefined;
}

/** Deeper lies nothing of a backup: `{ "ratings": { "movies": […] } }`. */
const MAX_DEPTH = 3;
const LIKED = /favou?rite|recommendation/iu;
/** Lists of other people, and what was stopped half-way or is not shown. */
const LEFT_OUT = /follow|friend|like|comment|stat|setting|profile|playback|hidden/iu;

/** The records under all names of a backup, in order, each in the form of Trakt's own files. */
export function backupRecords(value: unknown): BackupRecord[] {
  const found: BackupRecord[] = [];
  const walk = (part: unknown, depth: number, list: string | undefined): void => {
    if (!isObject(part) || depth > MAX_DEPTH) {
      return;
    }
    for (const [name, inner] of Object.entries(part).filter(([key]) => !LEFT_OUT.test(key))) {
      const own = LIKED.test(name) ? 'liked' : (wantedBy(name) ?? list);
      if (Array.isArray(inner)) {
        const sort = TRAKT_SORTS.find((one) => name.toLowerCase() === `${one}s`);
        found.push(...(inner as readonly unknown[]).map((record) => ({ record: nested(record, sort), list: own })));
      } else {
        walk(inner, depth + 1, own);
      }
    }
  };
  walk(value, 1, undefined);
  return found;
}

/** `{ title, ids, rating }` under `movies` as `{ movie: { title, ids }, rating }`. */
function nested(record: unknown, sort: TraktSort | undefined): unknown {
  const fields = fieldsOf(record);
  if (fields === undefined || sort === undefined || TRAKT_SORTS.some((one) => isObject(fields[one]))) {
    return record;
  }
  const thing: JsonObject = { title: fields['title'], year: fields['year'], ids: fields['ids'] };
  return isObject(fields['ids']) ? { ...fields, type: sort, [sort]: thing } : record;
}

function wantedBy(name: string): string | undefined {
  const { suggested } = suggestedByPath(name);
  return suggested === 'wanted' ? suggested : undefined;
}
