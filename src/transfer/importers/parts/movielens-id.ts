/** MovieLens' own number of a film, the same in all its files; `undefined` when the cell is none. */
export function movielensId(text: string): string | undefined {
  return /^0*([1-9]\d{0,11})$/u.exec(text)?.[1];
}
