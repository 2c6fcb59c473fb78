import { unparse } from 'papaparse';

/**
 * Rows as comma-separated text. A cell that a spreadsheet would run gets an apostrophe in front of it: what stood in a
 * file of somebody's is not run because it went through Sayso.
 */
export function writeTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { escapeFormulae: true, newline: '\n' })}\n`;
}
