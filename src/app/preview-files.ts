import { COUNTED, type Counted, type FileCounts } from '../transfer/file-counts.ts';
import type { FileRemark } from '../transfer/gather.ts';

/** One file of an import by itself. */
export interface PreviewFile extends FileCounts {
  readonly path: string;
  /** Rows of which nothing is taken. */
  readonly skipped: number;
}

/**
 * What each file of an import has, whatever the others say of the same things.
 *
 * @param files - all that are read, also those without a row
 * @param remarks - on rows, as they are told
 */
export function previewFiles(
  files: readonly { readonly index: number; readonly path: string }[],
  counts: readonly FileCounts[],
  remarks: readonly FileRemark[],
): PreviewFile[] {
  const none = Object.fromEntries(COUNTED.map((one) => [one, 0])) as Record<Counted, number>;
  const known = new Map(counts.map((one) => [one.file, one]));
  const skipped = new Map<number, Set<number>>();
  for (const { file, line, isSkipped } of remarks) {
    if (isSkipped) {
      skipped.set(file, (skipped.get(file) ?? new Set()).add(line));
    }
  }
  return files.map(({ index, path }) => ({
    ...(known.get(index) ?? { file: index, rows: 0, ...none }),
    path,
    skipped: skipped.get(index)?.size ?? 0,
  }));
}
