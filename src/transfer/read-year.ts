/** No film, record or game is older or lies further ahead; 0 and 9999 are how exports write 'unknown'. */
const FIRST_YEAR = 1_800;
const LAST_YEAR = 2_200;

/** A year of release, four digits and nothing else. What is none is unknown. */
export function readYear(text: string): number | undefined {
  const year = /^\d{4}$/u.test(text.trim()) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}
