import { fieldsOf, isObject, type JsonObject, listOf, textOf } from './json-fields.ts';
import { readUnixSeconds } from '../../read-date.ts';

/** One entry of a list, and where in the file it was. */
export interface AnilistMedia {
  readonly entry: JsonObject;
  /** The person's own list it stands on. */
  readonly list: string;
  readonly sort: Sort | undefined;
}

type Sort = 'anime' | 'manga';

/** Fields that entries may lie under, whoever has written the file. */
const AROUND = /^(?:data|page|entries|(?:anime|manga|media|user)?_?lists?|media_?list_?collection|anime|manga)$/iu;
/** Deeper lies nothing of a list. */
const MAX_DEPTH = 8;
const FORMATS: Readonly<Record<string, Sort>> = {
  manga: 'manga',
  novel: 'manga',
  one_shot: 'manga',
  anime: 'anime',
  tv: 'anime',
  tv_short: 'anime',
  movie: 'anime',
  special: 'anime',
  ova: 'anime',
  ona: 'anime',
  music: 'anime',
};

/** All entries in a file that was made of what AniList's interface answers, however deep they lie, in order. */
export function anilistMedia(value: unknown): AnilistMedia[] {
  const found: AnilistMedia[] = [];
  const top = isObject(value) ? sortIn(textOf(value['type'])) : undefined;
  const walk = (part: unknown, depth: number, list: string, sort: Sort | undefined): void => {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (Array.isArray(part)) {
      for (const one of part as readonly unknown[]) {
        walk(one, depth + 1, list, sort);
      }
    } else if (isEntry(part)) {
      found.push({ entry: part, list, sort });
    } else if (isObject(part)) {
      const own = part['isCustomList'] === true ? textOf(part['name']) : list;
      for (const [name, inner] of Object.entries(part)) {
        if (AROUND.test(name)) {
          walk(inner, depth + 1, own, sortIn(/manga|anime/iu.exec(name)?.[0] ?? '') ?? sort);
        }
      }
    }
  };
  walk(value, 0, '', top);
  return found;
}

/** An entry under the names that the account's own copy has for its fields. */
export function anilistRecord({ entry, list, sort }: AnilistMedia, path: string): JsonObject {
  const media = fieldsOf(entry['media']) ?? {};
  const ofPath: Sort = /manga/iu.test(path) ? 'manga' : 'anime';
  return {
    series_id: textOf(entry['mediaId']) || textOf(media['id']),
    series_type: sortIn(textOf(media['type'])) ?? sortIn(textOf(media['format'])) ?? sort ?? ofPath,
    idMal: textOf(media['idMal']) || textOf(entry['idMal']),
    title: titleIn(media['title'] ?? entry['title']),
    format: textOf(media['format']),
    year: textOf(media['seasonYear']) || textOf(fieldsOf(media['startDate'])?.['year']),
    score: hasRawScore(entry) ? textOf(entry['scoreRaw']) : textOf(entry['score']),
    // What is watched at present is `current` in both.
    status: textOf(entry['status']),
    progress: textOf(entry['progress']),
    progress_volume: textOf(entry['progressVolumes']),
    repeat: textOf(entry['repeat']),
    notes: textOf(entry['notes']),
    custom_lists: [...(list === '' ? [] : [list]), ...customListsOf(entry['customLists'])],
    advanced_scores: entry['advancedScores'],
    started_on: dayOf(entry['startedAt']),
    finished_on: dayOf(entry['completedAt']),
    updated_at: readUnixSeconds(textOf(entry['updatedAt'])) ?? '',
  };
}

/** Whether an entry has its mark of 100, whatever the person chose to see. */
export function hasRawScore(entry: JsonObject): boolean {
  return textOf(entry['scoreRaw']) !== '';
}

/** The person's scale, where the file tells it: `POINT_10`. */
export function scoreFormatIn(value: unknown, depth = 0): string {
  if (!isObject(value) || depth > MAX_DEPTH) {
    return '';
  }
  const inner = ['data', 'MediaListCollection', 'User', 'user', 'mediaListOptions'].map((name) => value[name]);
  return textOf(value['scoreFormat']) || (inner.map((one) => scoreFormatIn(one, depth + 1)).find(Boolean) ?? '');
}

function isEntry(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    (textOf(value['mediaId']) !== '' || textOf(fieldsOf(value['media'])?.['id']) !== '') &&
    ['status', 'score', 'scoreRaw', 'progress'].some((name) => Object.hasOwn(value, name))
  );
}

function sortIn(word: string): Sort | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(FORMATS, key) ? FORMATS[key] : undefined;
}

function titleIn(title: unknown): string {
  const titles = fieldsOf(title);
  return titles === undefined
    ? textOf(title)
    : (['userPreferred', 'english', 'romaji', 'native'].map((name) => textOf(titles[name])).find(Boolean) ?? '');
}

/** `{ "Cosy": true }`, `[{ "name": "Cosy", "enabled": true }]` or `["Cosy"]`. */
function customListsOf(value: unknown): string[] {
  const named = listOf(value).map((one) =>
    isObject(one) && one['enabled'] !== false ? textOf(one['name']) : textOf(one),
  );
  const flagged = Object.entries(fieldsOf(value) ?? {}).flatMap(([name, isOn]) => (isOn === true ? [name] : []));
  return [...named, ...flagged].filter((name) => name !== '');
}

/** `{ "year": 2019, "month": 3, "day": null }` as the account's own copy has it: `20190300`. */
function dayOf(value: unknown): string {
  const { year, month, day } = fieldsOf(value) ?? {};
  const digits = (part: unknown, length: number): string => textOf(part).padStart(length, '0');
  return textOf(year) === '' ? '' : `${digits(year, 4)}${digits(month, 2)}${digits(day, 2)}`;
}
