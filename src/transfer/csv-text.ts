/**
 * Rows as comma-separated text (RFC 4180, with line feeds). Why by hand: docs/decisions/0014.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

/** A cell that a spreadsheet shows as it is: what it would run gets an apostrophe before it. */
export function notRun(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
