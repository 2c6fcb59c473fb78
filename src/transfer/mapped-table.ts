import type { Importer } from './importer.ts';
import type { Table } from './table.ts';

/** What the columns of a table mean. */
export interface ColumnMapping {
  readonly name: string;
}

export function headerPrint({ header }: Table): string {
  return header.map((name) => name.toLowerCase()).join('\t');
}

export function suggestMapping({ header }: Table): ColumnMapping {
  return { name: header[0] ?? '' };
}

export function readMapping(value: unknown): ColumnMapping | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? (value as ColumnMapping) : undefined;
}

export function mappedTable(_mapping: ColumnMapping): Importer {
  return { id: 'mapped-table', source: 'table', label: 'A table', recognises: () => false, read: () => [] };
}
