/** A column's name without letter case, accents, signs and odd blanks: `Título ` and `titulo` are one. */
export function foldColumn(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // A name of signs alone is still that name.
  return folded === '' ? name.trim() : folded;
}
