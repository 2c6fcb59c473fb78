/**
 * Rows as comma-separated text (RFC 4180, with line feeds). Why by hand: docs/decisions/0014.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What a spreadsheet takes for a formula, in ASCII or in the wide forms that some also take; and what begins like one behind
 * apostrophes, so that a guard can be told from an apostrophe of the text.
 */
const FORMULA = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

/**
 * A cell that a spreadsheet shows as it is: what it would run gets an apostrophe before it. Quotation marks would not help,
 * since spreadsheets run what stands in them. The service that reads the table reads the apostrophe, too; so who writes one
 * says so (a loss, `formula`). Numbers of ours are not guarded: a year of −400 is a number everywhere.
 */
export function notRun(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A cell without its guard: the opposite of `notRun`, for every text. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
