/**
 * Rows as comma-separated text (RFC 4180, with line feeds). Written by hand: the reader's own writer brings along code
 * that fetches files, which has no place in the dashboard.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
