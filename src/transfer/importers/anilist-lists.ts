/**
 * Lists of AniList as tools save them that ask its interface: answers of `MediaListCollection` as they are, entries alone, or
 * both lists in one file.
 *
 * Source:   backup tools and browser extensions for AniList
 * Sample:   tests/fixtures/imports/anilist-lists.json (made up; fields of AniList's interface, seen 2026-05)
 * Scale:    `score` is on the person's scale, which `scoreFormat` names where the file has it; `scoreRaw` is of 100. 0 means none
 * Dates:    `completedAt`, `startedAt` as year, month and day, each may be null; `updatedAt` in seconds since the Unix epoch
 * Oddities: an entry stands in the list of its state and in each of the person's own lists (`isCustomList`)
 */
import type { Outcome } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { type AnilistMedia, anilistMedia, anilistRecord, hasRawScore, scoreFormatIn } from './parts/anilist-media.ts';
import { ANILIST_SCALES, anilistFormat, askForAnilistScale } from './parts/anilist-scale.ts';
import { textOf } from './parts/json-fields.ts';
import { readAnilistEntry } from './parts/read-anilist-entry.ts';

export const anilistLists: Importer = {
  id: 'anilist-lists',
  source: 'anilist',

  recognises: (content) => mediaIn(content).length > 0,

  questions: (content) =>
    formatIn(content) === undefined
      ? askForAnilistScale(
          mediaIn(content)
            .filter(({ entry }) => !hasRawScore(entry))
            .map(({ entry }) => Number(textOf(entry['score']))),
        )
      : [],

  *read(content, { path, answers }): Iterable<Outcome> {
    const scale = ANILIST_SCALES.get(formatIn(content) ?? answers.scale ?? '');
    for (const [index, media] of mediaIn(content).entries()) {
      yield readAnilistEntry(index + 1, anilistRecord(media, path), {
        scale: hasRawScore(media.entry) ? ANILIST_SCALES.get('100') : scale,
        user: undefined,
      });
    }
  },
};

function mediaIn(content: Content): AnilistMedia[] {
  return content.sort === 'json' ? anilistMedia(content.value) : [];
}

/** The scale that the file names, where it names one. */
function formatIn(content: Content): string | undefined {
  const format = content.sort === 'json' ? anilistFormat(scoreFormatIn(content.value)) : '';
  return ANILIST_SCALES.has(format) ? format : undefined;
}
