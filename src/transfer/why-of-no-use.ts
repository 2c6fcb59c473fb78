import type { FileProblemId } from './file-problem.ts';
import type { Content } from './importer.ts';
import type { Table } from './table.ts';

/**
 * Why nothing can be made of a content that no importer knows; `undefined` of a table, whose columns a person can name, and
 * of a text, which is known by how it begins.
 */
export function whyOfNoUse(content: Content): FileProblemId | undefined {
  return isOfUse(content) ? undefined : isNothing(content) ? 'empty' : 'not-recognised';
}

function isOfUse(content: Content): boolean {
  return content.sort === 'text' || (content.sort === 'table' && isTable(content.table));
}

/** A header alone, a list or a record without anything in it. */
function isNothing(content: Content): boolean {
  return content.sort === 'table'
    ? content.table.header.length > 1 && content.table.rows.length === 0
    : content.sort === 'json' &&
        typeof content.value === 'object' &&
        content.value !== null &&
        Object.keys(content.value).length === 0;
}

/** Prose has commas too, but not as many on each line. */
function isTable({ header, rows }: Table): boolean {
  const whole = rows.filter(({ cells }) => cells.length === header.length).length;
  return header.length > 1 && whole > 0 && whole * 2 >= rows.length;
}
