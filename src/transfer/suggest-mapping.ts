import type { ItemKind } from '../domain/item.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { foldColumn } from './fold-column.ts';
import { kindOfWord } from './kind-of-word.ts';
import { readAnyDate } from './read-any-date.ts';
import { orderOfDates } from './read-date.ts';
import { suggestScale } from './suggest-scale.ts';
import type { Table } from './table.ts';

/** So many rows tell what a column holds. */
const ROWS_LOOKED_AT = 200;
/** Columns of others' judgements: never the person's. */
const CROWD =
  /\b(?:average|avg|mean|global|community|crowd|critics?|users?|votes?|imdb rating|durchschnitt|moyenne|media|promedio)\b/u;

/** Words for what a column is, the likeliest first, in English, German, French and Spanish, folded. */
const WORDS = {
  mark: 'my rating|your rating|star rating|rating|score|stars|mark|grade|bewertung|wertung|sterne|punkte|note|evaluation|etoiles|puntuacion|valoracion|calificacion|nota|estrellas',
  usedAt:
    'date read|date watched|watched date|watcheddate|date played|date seen|date finished|finished|read at|watched at|gelesen am|gesehen am|gelesen|gesehen|lu le|vu le|date de lecture|leido el|visto el|fecha de lectura',
  ratedAt:
    'date rated|rated at|rating date|date|created at|created|timestamp|added|date added|datum|bewertet am|hinzugefugt|date d ajout|ajoute le|fecha|anadido',
  name: 'title|name|titel|titre|titulo|nom|nombre|film|movie|book|buch|livre|libro|game|spiel|jeu|juego|album|item|product|produkt|produit|producto|wine|beer',
  creators:
    'authors|author|creator|creators|director|directors|artist|artists|brand|maker|autor|autoren|autorin|verfasser|regie|regisseur|kunstler|marke|auteur|auteurs|realisateur|artiste|marque|autora|autores|director a|artista|marca|winery|brewery',
  year: 'year|release year|year published|published|jahr|erscheinungsjahr|annee|ano|released',
  text: 'review|my review|your review|comment|comments|text|opinion|rezension|kommentar|meinung|critique|avis|commentaire|resena|opinion|comentario|kritik',
  note: 'private notes|private note|personal note|notes|note|notizen|notiz|notas|remarques',
  tags: 'tags|tag|labels|shelves|bookshelves|genres|schlagworter|schlagworte|stichworter|etiquettes|mots cles|etiquetas',
  wanted:
    'wishlist|want|wanted|watchlist|to read|to watch|wunschliste|gewunscht|envie|liste d envies|deseado|lista de deseos',
  owned: 'owned|own|in besitz|besitz|possede|tengo|en propiedad',
  liked: 'liked|like|loved|favorite|favourite|favorit|favori|favorito|lieblings',
  kind: 'type|kind|category|medium|media type|art|typ|kategorie|genre de media|categorie|tipo|categoria',
} as const;

const SCHEMES: readonly (readonly [ColumnMapping['identifiers'][number]['scheme'], string])[] = [
  ['isbn', 'isbn13|isbn 13|isbn|isbn10|isbn 10|isbn uid'],
  ['gtin', 'gtin|ean|upc|barcode|strichcode|code barres|codigo de barras'],
  ['imdb', 'imdb|imdb id|imdbid|tconst|const'],
  ['wikidata', 'wikidata|wikidata id|qid'],
  ['musicbrainz', 'musicbrainz|mbid|musicbrainz id'],
  ['goodreads', 'goodreads id|goodreads'],
  ['bgg', 'bgg id|bggid|bgg'],
  ['asin', 'asin'],
  ['url', 'url|link|website|adresse|lien|enlace'],
];
const YES = ['1', 'yes', 'true', 'x', 'ja', 'oui', 'si', '✓'];

/**
 * What the columns of a table probably mean, by their names and what stands in them: a beginning that the person corrects.
 * Where nothing tells which of two numbers of a date is the month, the order is left open.
 */
export function suggestMapping(table: Table): ColumnMapping {
  const free = new Set(table.header.filter((name) => name !== ''));
  const valuesOf = (column: string): string[] =>
    table.rows
      .slice(0, ROWS_LOOKED_AT)
      .map((row) => table.cell(row, column))
      .filter((cell) => cell !== '');
  const take = (words: string, fits: (values: readonly string[]) => boolean = () => true): string | undefined => {
    const column = words
      .split('|')
      .map((word) => [...free].find((name) => foldColumn(name) === word && fits(valuesOf(name))))
      .find((name) => name !== undefined);
    if (column !== undefined) {
      free.delete(column);
    }
    return column;
  };
  for (const column of [...free].filter((name) => CROWD.test(foldColumn(name)))) {
    free.delete(column);
  }

  const identifiers = SCHEMES.flatMap(([scheme, words]) => {
    const column = take(words);
    return column === undefined ? [] : [{ scheme, column }];
  });
  const name = take(WORDS.name) ?? mostlyWords([...free], valuesOf) ?? table.header[0] ?? '';
  free.delete(name);
  const mark = take(WORDS.mark, (values) => suggestScale(values) !== undefined);
  const scale = mark === undefined ? undefined : suggestScale(valuesOf(mark));
  const usedAt = take(WORDS.usedAt, areDates);
  const date = usedAt ?? take(WORDS.ratedAt, areDates);
  const order = date === undefined ? 'unknown' : orderOfDates(valuesOf(date));
  const creators = take(WORDS.creators);
  const [year, kind, text, note, tags] = [
    take(WORDS.year, (values) => values.every((value) => /^\D{0,2}\d{4}\b/u.test(value))),
    take(WORDS.kind, (values) => values.length > 0 && values.some((value) => kindOfWord(value) !== undefined)),
    take(WORDS.text),
    take(WORDS.note),
    take(WORDS.tags),
  ];
  const flags = { wanted: take(WORDS.wanted), owned: take(WORDS.owned), liked: take(WORDS.liked) };
  return {
    name,
    kind: kind === undefined ? { fixed: kindOfHeader(table.header) } : { column: kind },
    ...(mark !== undefined && scale && { mark: { column: mark, ...scale } }),
    ...(date !== undefined && {
      date: {
        column: date,
        ...(order !== 'unknown' && { order }),
        means: usedAt === undefined && scale ? 'rated' : 'used',
      },
    }),
    ...(creators !== undefined && { creators: { column: creators, ...separatorOf(valuesOf(creators), [';', '|']) } }),
    ...(year !== undefined && { year }),
    ...(text !== undefined && { text }),
    ...(note !== undefined && { note }),
    ...(tags !== undefined && { tags: { column: tags, ...separatorOf(valuesOf(tags), [';', '|', ',']) } }),
    ...(flags.wanted !== undefined && { wanted: { column: flags.wanted, equals: YES } }),
    ...(flags.owned !== undefined && { owned: { column: flags.owned, equals: YES } }),
    ...(flags.liked !== undefined && { liked: { column: flags.liked, equals: YES } }),
    identifiers,
  };
}

/** The first column in which most cells are words. */
function mostlyWords(columns: readonly string[], valuesOf: (column: string) => string[]): string | undefined {
  return columns.find((column) => {
    const values = valuesOf(column);
    return values.length > 0 && values.filter((value) => /\p{L}{2}/u.test(value)).length * 2 > values.length;
  });
}

/** At least half are: a few may be broken. Years alone are when things came out. */
function areDates(values: readonly string[]): boolean {
  const dates = values.filter((value) => !/^\d{4}$/u.test(value));
  const read = dates.filter((value) => readAnyDate(value, 'day-first') ?? readAnyDate(value, 'month-first'));
  return read.length > 0 && read.length * 2 >= values.length;
}

/** The first of these that stands in any of the cells. A comma may be part of a name, so it is not for makers. */
function separatorOf(values: readonly string[], separators: readonly string[]): { separator?: string } {
  const separator = separators.find((one) => values.some((value) => value.includes(one)));
  return separator === undefined ? {} : { separator };
}

/** What a table with such columns is of. */
function kindOfHeader(header: readonly string[]): ItemKind {
  const folded = header.map(foldColumn);
  const has = (words: RegExp): boolean => folded.some((name) => words.test(name));
  if (has(/\b(?:isbn\d*|pages|author|autor|autorin|auteur|publisher|verlag|book|buch|livre|libro)s?\b/u)) {
    return 'Book';
  }
  if (has(/\b(?:imdb|imdbid|tmdb|director|regie|regisseur|realisateur|film|movie|pelicula)s?\b/u)) {
    return 'Movie';
  }
  if (has(/\b(?:artist|kunstler|artiste|artista|album|disque|disco)s?\b/u)) {
    return 'MusicAlbum';
  }
  return has(/\b(?:brand|marke|marque|marca|ean|gtin|asin|price|preis|prix|precio)\b/u) ? 'Product' : 'CreativeWork';
}
