import type { ItemFacts } from '../../../domain/item.ts';
import { type Entry, thingOf } from '../../entry.ts';
import type { RowReader } from '../../row-reader.ts';

/** Words for a season, in the languages in which Netflix writes them. A number stands before or behind. */
const SEASONS =
  'season|series|staffel|temporada|saison|stagione|seizoen|säsong|sesong|sæson|kausi|sezon|sezona|sezonul|sezóna|série|séria|řada|évad|сезон|κύκλος|עונה|الموسم|シーズン|シリーズ|시즌|季|mùa|musim|ซีซั่น|dizi';
/** Words for a part. Films have parts, too: these count only where the name of an episode follows. */
const PARTS =
  'part|parte|partie|teil|deel|del|volume|volumen|volym|vol\\.?|chapter|capítulo|chapitre|kapitel|capitolo|book|libro|livro|livre|buch|collection|colección|coleção|kısım|część|část|rész|partea|osa|μέρος|часть|частина|パート|파트';
const UNNUMBERED = new RegExp(
  `^(?:${[
    'limited series|mini-?series|mini-?s[eé]rie|minissérie|miniserien?|miniserie tv|série limitée|serie limitada',
    'limitierte serie|serie limitata|final season|temporada final|(?:mini )?dizi|miniserial|minisarja|minisorozat',
    'miniserija|limitovaná série|serie limitată|мини-?сериал|мінісеріал|μίνι σειρά|リミテッドシリーズ',
    '리미티드 시리즈|限定剧|限定劇|限定影集|迷你剧|迷你劇',
  ].join('|')})$`,
  'iu',
);
const NUMBER = '(?:\\d{1,3}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)';
const SEASON = numbered(SEASONS);
const PART = numbered(PARTS);
/** What is left where Netflix knows neither season nor episode: `Tide: : `. */
const EMPTY_PARTS = /(?:\s*:)+$/u;
/** How the account's own export counts episodes behind their names; the viewing history does not. */
const COUNTED = /\s\((?:episode|folge|episodio|episódio|épisode|aflevering|avsnitt|afsnit|odcinek|bölüm) \d+\)$/iu;

/**
 * What a title of Netflix is: `Show: Season 2: The Bridge` is an episode, one without a colon or with a single one a film.
 * Longer ones without a word for a season may be either: kept as something made, and said.
 *
 * @returns `undefined` where it is empty
 */
export function titleOf(reader: RowReader, column: string, text: string): Pick<Entry, 'thing' | 'facts'> | undefined {
  const name = reader.name(column, text).replace(EMPTY_PARTS, '');
  if (name === '') {
    return undefined;
  }
  const kind: Pick<ItemFacts, 'kind' | 'series'> = EMPTY_PARTS.test(text.trim()) ? { kind: 'TVSeries' } : kindOf(name);
  if (kind.kind === 'CreativeWork') {
    reader.remark('unknown-kind', column, name);
  }
  return { thing: thingOf(name.replace(COUNTED, '') || name), facts: { ...kind, name, identifiers: [] } };
}

function kindOf(name: string): Pick<ItemFacts, 'kind' | 'series'> {
  const parts = name.split(/\s?:\s+/u);
  const last = parts.length - 1;
  const season = parts.findIndex(
    (part, at) =>
      at > 0 &&
      (SEASON.test(part) ||
        UNNUMBERED.test(part) ||
        // 'Show: Show 2: Chapter One' names its second season after itself.
        (at < last && (PART.test(part) || isNumberedAfter(part, parts[0] ?? '')))),
  );
  if (season > 0) {
    return { kind: season < last ? 'TVEpisode' : 'TVSeries', series: parts.slice(0, season).join(': ') };
  }
  if (COUNTED.test(name)) {
    // A series without seasons: all before the episode's own name is the series'.
    return { kind: 'TVEpisode', ...(last > 0 && { series: parts.slice(0, -1).join(': ') }) };
  }
  return { kind: parts.length > 2 ? 'CreativeWork' : 'Movie' };
}

function isNumberedAfter(part: string, show: string): boolean {
  return part.startsWith(`${show} `) && /^\d{1,3}$/u.test(part.slice(show.length + 1));
}

function numbered(words: string): RegExp {
  return new RegExp(`^(?:(?:${words})\\s?${NUMBER}|(?:第\\s?)?\\d{1,3}[.ªº°]?\\s?(?:${words}))$`, 'iu');
}
