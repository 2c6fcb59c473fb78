import { FILMS, type Film } from '../../../examples/matinee/public/films.js';
import { referenceOf } from '../../../examples/matinee/public/reference.js';
import type { ItemReference } from '../../../src/protocol/customer.ts';

/** A film of Matinee's, by its title. */
export function filmOf(title: string): Film {
  const film = FILMS.find((one) => one.title === title);
  if (!film) {
    throw new Error(`Matinee does not show ${title}`);
  }
  return film;
}

/** The address of its page. */
export function filmPage(title: string): string {
  return `http://matinee.localhost/film/${filmOf(title).slug}/`;
}

/** What a vendor tells `rank` of it; `average` is what its visitors think, of 10. */
export function filmReference(title: string, average?: number): ItemReference {
  const film = filmOf(title);
  return { ...referenceOf({ ...film, average: average ?? film.average }), '@type': 'Movie' };
}
