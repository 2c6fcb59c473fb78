import type { RecordTable, RowOf, Writer } from './writer.ts';

/** Few enough that who waits hears of them often. */
const LUMP = 1_000;

/** Records of one table that are written together. */
export interface Lump {
  readonly size: number;
  readonly write: (writer: Writer) => Promise<void>;
}

/** @param how - `addAll` for records under keys that no record can have */
export function cut<Name extends RecordTable>(
  name: Name,
  how: 'addAll' | 'putAll',
  records: readonly RowOf<Name>[],
): Lump[] {
  const lumps: Lump[] = [];
  for (let from = 0; from < records.length; from += LUMP) {
    const lump = records.slice(from, from + LUMP);
    lumps.push({ size: lump.length, write: (writer) => writer[how](name, lump) });
  }
  return lumps;
}

/**
 * Hands lumps to the browser in their order, all at once: it is not to wait for us between two of them.
 *
 * @param onWritten - after each, with the share of the records that is written, up to 1; may throw
 */
export async function writeLumps(
  writer: Writer,
  lumps: readonly Lump[],
  onWritten?: (share: number) => void,
): Promise<void> {
  const all = lumps.reduce((sum, { size }) => sum + size, 0);
  let written = 0;
  await Promise.all(
    lumps.map(async ({ size, write }) => {
      await write(writer);
      written += size;
      onWritten?.(written / all);
    }),
  );
}
