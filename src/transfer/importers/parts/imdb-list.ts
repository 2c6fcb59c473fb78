import type { Content } from '../../importer.ts';

/**
 * Whether a table is a list of IMDb's titles, the watch-list or another. Its first form has the columns of the ratings of that
 * time, which never lack a mark; so a whole row without one is a list's.
 */
export function isImdbList(content: Content): content is Extract<Content, { sort: 'table' }> {
  if (content.sort !== 'table') {
    return false;
  }
  const { table } = content;
  return (
    table.has('Position', 'Const', 'Title', 'Title Type') &&
    (table.has('You rated')
      ? table.rows.some((row) => row.cells.length === table.header.length && table.cell(row, 'You rated') === '')
      : table.has('Created') || table.has('Description'))
  );
}
