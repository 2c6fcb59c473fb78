import { type Gathered, Gatherer } from '../transfer/gather.ts';
import type { Outcome, Remark } from '../transfer/entry.ts';
import type { Content, Importer, ReadOptions } from '../transfer/importer.ts';
import type { StayOptions } from './stay.ts';
import { turn } from './turn.ts';

/** A file whose format is known and whose questions are answered. */
export interface ReadableFile extends ReadOptions {
  /** Which of the import's files it is. */
  readonly index: number;
  readonly content: Content;
  readonly importer: Importer;
  /** Where its bytes were no characters. */
  readonly broken?: readonly Remark[];
}

export interface GatherControl extends StayOptions {
  /** How many rows were read. */
  readonly onProgress?: (rows: number) => void;
}

export interface GatheredFiles extends Gathered {
  readonly rows: number;
  /** Of the files, as records tell of them. */
  readonly kinds: ReadonlySet<string>;
}

/** After so many rows others get a turn: whoever pauses or stops it. */
const ROWS_AT_ONCE = 5_000;

/**
 * Reads all rows of an import's files and joins those of the same thing.
 *
 * @throws {AppError} `cancelled`
 */
export async function gatherFiles(
  files: readonly ReadableFile[],
  { onProgress, ...control }: GatherControl = {},
): Promise<GatheredFiles> {
  const gatherer = new Gatherer();
  const pause = async (): Promise<void> => {
    onProgress?.(gatherer.rows);
    await turn(control);
  };
  for (const { index, content, importer, path, answers, broken: places = [] } of files) {
    const broken = new Set(content.sort === 'table' ? content.table.broken.map(({ line }) => line) : []);
    gatherer.begin(importer, answers.list);
    let untilPause = ROWS_AT_ONCE;
    for (const outcome of importer.read(content, { path, answers })) {
      gatherer.add(importer, index, outcome, answers.list);
      told(outcome, broken);
      untilPause -= 1;
      if (untilPause === 0) {
        untilPause = ROWS_AT_ONCE;
        await pause();
      }
    }
    // A row that was read as well as it could be, and whose reader said nothing of it.
    for (const line of broken) {
      gatherer.remark({ line, file: index, reason: 'broken-row', isSkipped: false });
    }
    for (const place of places) {
      gatherer.remark({ ...place, file: index });
    }
    await pause();
  }
  return { ...gatherer.finish(), rows: gatherer.rows, kinds: gatherer.kinds };
}

/** Who reads a broken row may have said so already. */
function told({ remarks }: Outcome, broken: Set<number>): void {
  for (const { line, reason } of remarks) {
    if (reason === 'broken-row') {
      broken.delete(line);
    }
  }
}
