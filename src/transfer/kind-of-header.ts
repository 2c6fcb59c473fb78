import type { ItemKind } from '../domain/item.ts';
import { wordsIn } from './find-column.ts';

/** Words in the names of columns that only one kind has, the surest first. Folded. */
const WORDS: readonly (readonly [ItemKind, string])[] = [
  ['Restaurant', 'restaurant|restaurante|ristorante|cuisine|dish|kuche|cucina'],
  ['Product', 'wine|winery|wein|weingut|vin|vino|varietal|grape|beer|brewery|bier|brauerei|biere|cerveza|birra'],
  ['Product', 'whisky|whiskey|distillery|abv|coffee|roaster|roastery|kaffee|rosterei|tasting notes|tea'],
  ['Game', 'board game|boardgame|brettspiel|bgg|players|min players|num plays'],
  ['VideoGame', 'game|video game|platform|console|videospiel|videojuego|plattform|developer|playtime|hours played'],
  ['Book', 'isbn|isbn10|isbn13|pages|author|authors|autor|autoren|autorin|verfasser|auteur|auteurs|autore|autora'],
  [
    'Book',
    'publisher|verlag|book|books|buch|buchtitel|livre|libro|livro|boek|bok|forfattare|автор|gelesen|leido|letto|著者|作者',
  ],
  ['Movie', 'imdb|imdb id|imdbid|tmdb|tmdb id|director|directors|regie|regisseur|realisateur|regista|diretor|runtime'],
  ['Movie', 'film|films|filmtitel|movie|movies|pelicula|kino|watched|gesehen|assistido|letterboxd'],
  ['TVSeries', 'show|season|episodes|staffel|anime|series title'],
  ['MusicRecording', 'song|track|lied|chanson|cancion'],
  ['MusicAlbum', 'album|artist|kunstler|artiste|artista|disque|disco|label|vinyl'],
  ['Hotel', 'hotel|check in|room type'],
  ['PodcastSeries', 'podcast'],
  ['Place', 'place|venue|latitude|google maps url'],
  [
    'Product',
    'brand|marke|marque|marca|ean|gtin|upc|asin|price|preis|prix|precio|prezzo|product|produkt|producto|model',
  ],
];

/** What a table with such columns is of; something made, where no column tells. */
export function kindOfHeader(header: readonly string[]): ItemKind {
  const names = header.map((name) => ` ${wordsIn(name)} `);
  const found = WORDS.find(([, words]) =>
    words.split('|').some((word) => names.some((name) => name.includes(` ${word} `))),
  );
  return found?.[0] ?? 'CreativeWork';
}
