import type { Database } from '../store/database.ts';
import { read } from '../store/read.ts';
import { write } from '../store/write.ts';
import { boundName } from '../transfer/bound-name.ts';
import { type ColumnMapping, isNamedAlike, readMapping } from '../transfer/mapped-table.ts';
import type { AppContext } from './context.ts';

/** What the columns of such a table mean. */
export interface KeptMapping {
  /** The last time; absent if nobody has said. */
  readonly mapping?: ColumnMapping;
  /** Before, as far as rows had other names by it: things of those imports are found by them. The latest first. */
  readonly before: readonly ColumnMapping[];
}

/** More changes of what names a row than these nobody makes. */
const MOST = 10;

/** What is remembered of such a table. */
export function keptMapping({ database }: AppContext, print: string): Promise<KeptMapping> {
  return read(database, ['settings'], () => keptIn(database, print));
}

/** Remembers what the columns of such a table mean, and what they meant. @returns what is remembered now */
export async function keepMapping(
  { database, clock }: AppContext,
  print: string,
  mapping: ColumnMapping,
): Promise<KeptMapping> {
  const { value } = await write(database, { tables: ['settings'], nowMs: clock.nowMs() }, async (writer) => {
    const kept = await keptIn(database, print);
    const before = [...(kept.mapping ? [kept.mapping] : []), ...kept.before]
      .filter((one) => !isNamedAlike(one, mapping))
      .filter((one, index, all) => all.findIndex((other) => isNamedAlike(one, other)) === index)
      .slice(0, MOST);
    await writer.put('settings', { key: keyOf(print), value: mapping });
    if (before.length > 0) {
      await writer.put('settings', { key: keyOfBefore(print), value: before });
    }
    return { mapping, before };
  });
  return value;
}

async function keptIn({ settings }: Database, print: string): Promise<KeptMapping> {
  // Until December 2026 the first had a name of any length.
  const [row, long, earlier] = await settings.bulkGet([keyOf(print), `mapping ${print}`, keyOfBefore(print)]);
  const mapping = readMapping((row ?? long)?.value);
  const before = Array.isArray(earlier?.value) ? earlier.value.flatMap((one) => readMapping(one) ?? []) : [];
  return { ...(mapping && { mapping }), before };
}

function keyOf(print: string): string {
  return boundName(`mapping ${print}`);
}

function keyOfBefore(print: string): string {
  return boundName(`mappings before ${print}`);
}
