/** Nothing of this kind is out yet: catalogues write 9999 for what they don't know. */
const LAST_YEAR = 2_200;

/** A year of publication, ready to be spread; before our era it is below zero. Zero and what is no year are unknown. */
export function yearOf(text: string): { year?: number } {
  const year = /^-?\d{1,4}$/u.test(text) ? Number(text) : 0;
  return year === 0 || year > LAST_YEAR ? {} : { year };
}
