import type { ColumnWords } from './column-words.ts';
import { foldColumn } from './fold-column.ts';

/** Others' judgements: never the person's. */
const CROWD =
  /\b(?:average|avg|mean|global|community|crowd|public|critics?|users?|votes?|voters?|imdb rating|imdb score|metascore|metacritic|rotten|tomatometer|goodreads rating|durchschnitt|moyenne|media|promedio|gemiddelde)\b/u;
/** A column of this name may be anything. */
const NOT_CROWD = /^(?:media|media type)$/u;

/** Of people and what they paid: never what a thing is called. */
const PRIVATE =
  /\b(?:address|street|city|zip|postcode|postal|e ?mail|phone|payment|card|carrier|gift|billing|shipping|recipient|buyer|customer|user|account|ip|latitude|longitude|adresse|strasse|telefon|zahlung|direccion|telefono|indirizzo|courriel)\b/u;

/** Whether a column is about somebody, so that it is not taken for a name just because it holds words. */
export function isPrivate(name: string): boolean {
  return PRIVATE.test(wordsIn(name));
}

/** Whether a column holds what others thought. */
export function isCrowds(name: string): boolean {
  const folded = wordsIn(name);
  return CROWD.test(folded) && !NOT_CROWD.test(folded);
}

/**
 * The likeliest of some columns for a meaning: one of a name that is known for it, else one with such a word in its name.
 *
 * @param fits - whether what stands in the column can be that
 */
export function findColumn(
  columns: Iterable<string>,
  { names, parts = [], butNot = [] }: ColumnWords,
  fits: (column: string) => boolean,
): string | undefined {
  const folded = [...columns].map((column) => ({ column, name: wordsIn(column) }));
  const first = (is: (name: string) => boolean): string | undefined =>
    folded.find(({ column, name }) => is(name) && fits(column))?.column;
  for (const word of names.map(foldColumn)) {
    const column = first((name) => name === word);
    if (column !== undefined) {
      return column;
    }
  }
  const others = butNot.map(foldColumn);
  for (const word of parts.map(foldColumn)) {
    const column = first((name) => has(name, word) && !others.some((other) => has(name, other)));
    if (column !== undefined) {
      return column;
    }
  }
  return undefined;
}

/** A column's name as words: `dateRead` and `Date_read` as `date read`. */
export function wordsIn(name: string): string {
  return foldColumn(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

/** Whole words: a `note` is in `ma note`, but not in `notebook`. */
function has(name: string, word: string): boolean {
  return ` ${name} `.includes(` ${word} `);
}
