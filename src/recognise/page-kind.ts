import type { ItemKind } from '../domain/item.ts';
import type { PageHead } from './page-head.ts';

/** The word that catalogues put before the id of a thing in its address. */
const WORDS: Readonly<Record<string, ItemKind>> = {
  book: 'Book',
  books: 'Book',
  movie: 'Movie',
  movies: 'Movie',
  film: 'Movie',
  films: 'Movie',
  album: 'MusicAlbum',
  albums: 'MusicAlbum',
  game: 'VideoGame',
  games: 'VideoGame',
  podcast: 'PodcastSeries',
};

/** What an unmarked page shows one of, by its address: `/books/<id>`, with a title for sharing that is no article's. */
export function kindOfPath(head: PageHead): ItemKind | undefined {
  const match =
    /^(?:https?:\/\/[^/]+)?\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?([a-z]+)\/(?:\d{2,}|[\da-f-]{36})(?:[-/.][^/]*)?\/?$/iu.exec(
      head.url.replace(/[?#].*$/u, ''),
    );
  const word = match?.[1]?.toLowerCase() ?? '';
  return !head.isArticle && head.meta.has('og:title') && Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}
