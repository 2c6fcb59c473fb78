import { AppError } from '../domain/errors.ts';
import { newRecordId, type RecordId } from '../domain/ids.ts';
import type { Winner } from '../policy/settle-rating.ts';
import { isLoss } from '../transfer/file-problem.ts';
import type { QuestionId } from '../transfer/importer.ts';
import { type ColumnMapping, headerPrint, mappedTable, suggestMapping } from '../transfer/mapped-table.ts';
import { type DroppedFile, type OpenedFile, openFiles } from '../transfer/open-files.ts';
import type { Encoding } from '../transfer/encoding.ts';
import type { Reason } from '../transfer/entry.ts';
import type { AppContext } from './context.ts';
import { type GatherControl, type GatheredFiles, gatherFiles, type ReadableFile } from './gather-files.ts';
import { importReport, type ReportRow, type ReportTitles } from './import-report.ts';
import { keptMapping, keepMapping } from './kept-mappings.ts';
import { type PreviewFile, previewFiles } from './preview-files.ts';
import { type ImportPreview, previewImport } from './preview-import.ts';
import { type ImportControl, type ImportResult, runImport } from './run-import.ts';
import { type SessionFile, sessionFile, SHOWN_ROWS } from './session-file.ts';
import { sampleRows, type SampleRow } from './sample-rows.ts';
import { ToldApart } from './told-apart.ts';
import { firstOfBoth, toldRows } from './told-rows.ts';
import { turn } from './turn.ts';
import { unreadRows } from './unread-rows.ts';

/** What an import would come to, and what can't be read. */
export interface SessionPreview extends ImportPreview {
  readonly rowsRead: number;
  /** Each of the files that are read, by itself. */
  readonly files: readonly PreviewFile[];
  /** Rows of which nothing is taken. */
  readonly skipped: number;
  /** Rows that are taken, but not with everything that stands there. */
  readonly remarked: number;
  /** How often each reason, most first; `skipped`: of rows of which nothing is taken. */
  readonly reasons: readonly { readonly reason: Reason; readonly count: number; readonly skipped: number }[];
  /** The first remarks on rows that are not taken and the first on others, with their files' paths, by file and line. */
  readonly remarks: readonly (ReportRow & { readonly reason: Reason })[];
}

export interface SessionControl extends GatherControl {
  readonly onBytes?: (done: { readonly bytes: number; readonly total: number; readonly path: string }) => void;
  readonly onPlaced?: (things: number, of: number) => void;
}

const SHOWN_REMARKS = 200;

type Answers = Partial<Record<QuestionId, string>>;

/**
 * One import from the first look at the files to the last row written. Nothing is written before {@link commit}.
 * Lives where it blocks nobody: in a worker.
 */
export class ImportSession {
  readonly #context: AppContext;
  readonly #opened: OpenedFile[] = [];
  #paths = new ToldApart();
  readonly #answers = new Map<number, Answers>();
  readonly #mappings = new Map<number, ColumnMapping>();
  readonly #isMapped = new Set<number>();
  /** What their columns meant in earlier imports. */
  readonly #mappedBefore = new Map<number, readonly ColumnMapping[]>();
  readonly #leftOut = new Set<number>();
  #gathered: GatheredFiles | undefined;

  constructor(context: AppContext) {
    this.#context = context;
  }

  /**
   * Opens files, beside those that are open already: all of them, or none.
   *
   * @throws {AppError} `cancelled`
   */
  async open(files: readonly DroppedFile[], control: SessionControl = {}): Promise<void> {
    this.#gathered = undefined;
    const before = this.#opened.length;
    try {
      await this.#open(files, control);
    } catch (thrown) {
      // Some of an archive would look like all of it.
      this.#opened.length = before;
      this.#paths = new ToldApart(this.#opened.map(({ path }) => path));
      throw thrown;
    }
  }

  async #open(files: readonly DroppedFile[], { onBytes, isPaused, signal }: SessionControl): Promise<void> {
    for await (const file of openFiles(files, { ...(signal && { signal }), ...(onBytes && { onProgress: onBytes }) })) {
      const path = this.#paths.add(file.path);
      await this.#suggest(this.#opened.push({ ...file, path }) - 1, file);
      if (isPaused?.() === true) {
        await turn({ isPaused, ...(signal && { signal }) });
      }
    }
  }

  /** What the columns of a table that nobody knows may mean. */
  async #suggest(index: number, file: OpenedFile): Promise<void> {
    if ('content' in file && !file.importer && file.content.sort === 'table') {
      const { table } = file.content;
      const { mapping, before } = await keptMapping(this.#context, headerPrint(table));
      this.#mappings.set(index, mapping ?? suggestMapping(table));
      this.#mappedBefore.set(index, before);
      if (mapping) {
        this.#isMapped.add(index);
      }
    }
  }

  /** Reads one file once more, as if it were written so. What was said of its rows and columns is asked anew. */
  async readAs(index: number, encoding: Encoding): Promise<void> {
    const before = this.#opened[index];
    const again = await before?.readAs?.(encoding);
    if (!before || !again) {
      throw new AppError('bad-request', 'Not a file whose encoding can be chosen.');
    }
    this.#gathered = undefined;
    this.#opened[index] = { ...again, path: before.path };
    this.#answers.delete(index);
    this.#mappings.delete(index);
    this.#isMapped.delete(index);
    await this.#suggest(index, again);
  }

  get files(): SessionFile[] {
    return this.#opened.map((_file, index) => this.#fileAt(index));
  }

  answer(index: number, question: QuestionId, value: string): void {
    this.#gathered = undefined;
    this.#answers.set(index, { ...this.#answers.get(index), [question]: value });
  }

  leaveOut(index: number, isLeftOut: boolean): void {
    this.#gathered = undefined;
    if (isLeftOut) {
      this.#leftOut.add(index);
    } else {
      this.#leftOut.delete(index);
    }
  }

  /** Says what the columns of a table mean. Remembered for the next file with these columns. */
  async map(index: number, mapping: ColumnMapping): Promise<void> {
    const file = this.#opened[index];
    if (!file || !('content' in file) || file.content.sort !== 'table') {
      throw new AppError('bad-request', 'Not a table.');
    }
    this.#gathered = undefined;
    this.#mappings.set(index, mapping);
    this.#isMapped.add(index);
    const { before } = await keepMapping(this.#context, headerPrint(file.content.table), mapping);
    this.#mappedBefore.set(index, before);
  }

  /** @throws {AppError} `cancelled`; `storage-unavailable` */
  async preview(winner: Winner, control: SessionControl = {}): Promise<SessionPreview> {
    this.#gathered ??= await gatherFiles(this.#readable(), control);
    const { things, kinds, rows, firstFiles, files } = this.#gathered;
    const told = toldRows(this.#gathered, this.#describingFiles());
    const input = { things, kinds, winner, firstFiles };
    const preview = await previewImport(this.#context, input, placing(control, things.length));
    const counts = new Map<Reason, { count: number; skipped: number }>();
    for (const { reason, isSkipped } of told.remarks) {
      const { count, skipped } = counts.get(reason) ?? { count: 0, skipped: 0 };
      counts.set(reason, { count: count + 1, skipped: skipped + Number(isSkipped) });
    }
    return {
      ...preview,
      rowsRead: rows,
      files: previewFiles(this.#readable(), files, told.remarks),
      skipped: told.skipped,
      remarked: told.remarked,
      reasons: [...counts]
        .map(([reason, count]) => ({ reason, ...count }))
        .sort((left, right) => right.count - left.count),
      remarks: firstOfBoth(told.remarks, SHOWN_REMARKS).map((remark) => this.#reported(remark)),
    };
  }

  /** @throws {AppError} `cancelled`; `storage-full`, `storage-unavailable`. Nothing was written then. */
  async commit(
    winner: Winner,
    id: RecordId = newRecordId(this.#context.clock.nowMs()),
    control: SessionControl = {},
  ): Promise<ImportResult> {
    this.#gathered ??= await gatherFiles(this.#readable(), control);
    const { things, kinds, rows } = this.#gathered;
    const files = this.#readable();
    const told = toldRows(this.#gathered);
    return runImport(
      this.#context,
      {
        id,
        things,
        kinds,
        files: files.map(({ path }) => path),
        rows,
        skipped: told.skipped,
        unread: unreadRows(told.remarks, new Map(files.map(({ index }, place) => [index, place]))),
        winner,
      },
      placing(control, things.length),
    );
  }

  /** What the first rows of a table would be if its columns meant this. */
  sample(index: number, mapping: ColumnMapping): readonly SampleRow[] {
    const file = this.#opened[index];
    return file && 'content' in file && file.content.sort === 'table'
      ? sampleRows(file.content.table, mapping, SHOWN_ROWS)
      : [];
  }

  /** What is not taken, row by row, as a table to be kept. */
  report(titles: ReportTitles): string {
    const lost = this.#opened.flatMap((file): ReportRow[] =>
      'problem' in file && isLoss(file.problem)
        ? [{ path: file.path, line: file.problem.line ?? 0, reason: file.problem.id, isSkipped: true }]
        : [],
    );
    const { remarks } = this.#gathered ? toldRows(this.#gathered, this.#describingFiles()) : { remarks: [] };
    return importReport([...lost, ...remarks.map((remark) => this.#reported(remark))], titles);
  }

  /** By file: those of a source of which another file waits for an answer, so that what they describe may be of use yet. */
  #describingFiles(): ReadonlySet<number> {
    const sources = new Set(
      this.files
        .filter(({ state, isLeftOut }) => state === 'asks' && !isLeftOut)
        .flatMap(({ importer }) => importer?.source ?? []),
    );
    return new Set(
      this.files.filter(({ importer }) => importer && sources.has(importer.source)).map(({ index }) => index),
    );
  }

  #fileAt(index: number): SessionFile {
    return sessionFile(this.#opened[index] as OpenedFile, {
      index,
      isLeftOut: this.#leftOut.has(index),
      answers: this.#answers.get(index) ?? {},
      mapping: this.#mappings.get(index),
      isMapped: this.#isMapped.has(index),
    });
  }

  #readable(): ReadableFile[] {
    return this.files.flatMap(({ index, path, state, isLeftOut, questions }): ReadableFile[] => {
      const file = this.#opened[index];
      if (state !== 'ready' || isLeftOut || !file || !('content' in file)) {
        return [];
      }
      const importer =
        file.importer ?? mappedTable(this.#mappings.get(index) as ColumnMapping, this.#mappedBefore.get(index));
      const answers = Object.fromEntries(questions.map(({ id, answer }) => [id, answer]));
      const { content, broken } = file;
      return [{ index, path, content, importer, answers, ...(broken && { broken }) }];
    });
  }

  #reported({ file, over, ...remark }: GatheredFiles['remarks'][number]): SessionPreview['remarks'][number] {
    const pathOf = (index: number): string => this.#opened[index]?.path ?? '';
    const other = over && { line: over.line, ...(over.file !== file && { path: pathOf(over.file) }) };
    return { path: pathOf(file), ...remark, ...(other && { over: other }) };
  }
}

function placing({ onPlaced, isPaused, signal }: SessionControl, total: number): ImportControl {
  return {
    ...(onPlaced && { onProgress: (done) => onPlaced(done, total) }),
    ...(isPaused && { isPaused }),
    ...(signal && { signal }),
  };
}
