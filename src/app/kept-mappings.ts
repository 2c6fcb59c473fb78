import { read } from '../store/read.ts';
import { write } from '../store/write.ts';
import { type ColumnMapping, readMapping } from '../transfer/mapped-table.ts';
import type { AppContext } from './context.ts';

/** What the columns of such a table meant the last time; `undefined` if nobody has said. */
export async function keptMapping({ database }: AppContext, print: string): Promise<ColumnMapping | undefined> {
  const row = await read(database, ['settings'], () => database.settings.get(keyOf(print)));
  return row && readMapping(row.value);
}

/** Remembers what the columns of such a table mean. */
export async function keepMapping(
  { database, clock }: AppContext,
  print: string,
  mapping: ColumnMapping,
): Promise<void> {
  await write(database, { tables: ['settings'], nowMs: clock.nowMs() }, (writer) =>
    writer.put('settings', { key: keyOf(print), value: mapping }),
  );
}

function keyOf(print: string): string {
  return `mapping ${print}`;
}
