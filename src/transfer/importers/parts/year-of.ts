/** Nothing older was filmed, recorded or broadcast; nothing later is announced. */
const FIRST_YEAR = 1_850;
const LAST_YEAR = 2_200;

/** The year at the beginning of `1999` or `1999-03-31`, ready to be spread. 0 and 9999 stand for none. */
export function yearOf(text: string): { year?: number } {
  const year = Number(/^(\d{4})(?!\d)/u.exec(text)?.[1]);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { year } : {};
}
