import * as v from 'valibot';
import type { ExportTable } from './export-lines.ts';
import { RECORD_SCHEMAS } from './export-schema.ts';

/** A disclosure of a thousand records with their reasons is the longest line there is: far below this. */
export const LINE_BYTES = 16_000_000;

/** So many bytes a letter takes at most. */
const LETTER_BYTES = 3;

/** Why a record of an export is not taken: which field, and what is wrong with it. `undefined` of one that is. */
export function recordFault(table: ExportTable, record: unknown): string | undefined {
  const checked = v.safeParse(RECORD_SCHEMAS[table], record, { abortEarly: true });
  if (checked.success) {
    return undefined;
  }
  const [issue] = checked.issues;
  return `${v.getDotPath(issue) ?? ''}: ${issue.message}`.slice(0, 300);
}

/** The same of a record as it stands in the store, by the line that it would be in an export. */
export function lineFault(table: ExportTable, record: object): string | undefined {
  const line = `${JSON.stringify({ table, record })}\n`;
  const isShort = line.length * LETTER_BYTES <= LINE_BYTES;
  return isShort || new TextEncoder().encode(line).length <= LINE_BYTES
    ? recordFault(table, (JSON.parse(line) as { readonly record: unknown }).record)
    : ': too long';
}
