import type { SessionPreview } from '../../../app/import-session.ts';
import type { SessionFile } from '../../../app/session-file.ts';
import type { ColumnMapping, DroppedFile, Encoding, QuestionId, Winner } from '../../../app/import-types.ts';
import type { ImportResult } from '../../../app/run-import.ts';
import type { SampleRow } from '../../../app/sample-rows.ts';
import { AppError } from '../../../domain/errors.ts';
import { newRecordId } from '../../../domain/ids.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import type { ImportProgress } from './import-wire.ts';
import { reportTitles } from './import-words.ts';
import { lostFiles } from './lost-files.ts';
import { waitingFiles } from './waiting-files.ts';
import { type Importer, ImporterLink } from './importer-link.ts';
import { whileWriting } from '../under-way/while-writing.ts';

/** What is under way. `waiting`: for the import of another tab. */
export interface DeskWork {
  readonly what: 'opening' | 'reading' | 'waiting' | 'writing';
  readonly progress?: ImportProgress;
  readonly isPaused: boolean;
}

/** How far the import of this page has come. */
export interface DeskState {
  readonly files: readonly SessionFile[];
  readonly winner: Winner;
  /** Absent before it was looked at, and after the person has stopped looking. */
  readonly preview?: SessionPreview;
  readonly work?: DeskWork;
  /** What was thrown; `cancelled` when the person stopped it. */
  readonly failure?: unknown;
  readonly result?: ImportResult;
  /** After an import: what was not taken, row by row, as a table. Absent where everything was. */
  readonly report?: Blob;
}

const EMPTY: DeskState = { files: [], winner: 'mine' };

/**
 * The one import of a page, from the first file to the last row. It outlives the elements that show it, so that the person
 * can look at other parts of the dashboard meanwhile.
 */
export class ImportDesk extends EventTarget {
  readonly #makeImporter: (onProgress: (progress: ImportProgress) => void) => Importer;
  #importer: Importer | undefined;
  #state: DeskState = EMPTY;
  /** Which look at the files is the last: what came of an earlier one is not shown. */
  #look = 0;
  #waiting: AbortController | undefined;

  constructor(
    makeImporter: (onProgress: (progress: ImportProgress) => void) => Importer = (on) => new ImporterLink(on),
  ) {
    super();
    this.#makeImporter = makeImporter;
  }

  /** A `change` event tells that it is another one. */
  get state(): DeskState {
    return this.#state;
  }

  /** Opens files beside those that are open, or the first ones of a new import. */
  async open(files: readonly DroppedFile[]): Promise<void> {
    const { work, result } = this.#state;
    if (files.length === 0 || work?.what === 'waiting' || work?.what === 'writing' || work?.what === 'opening') {
      return;
    }
    if (result) {
      this.startOver();
    }
    this.#leaveLook();
    this.#put({ work: { what: 'opening', isPaused: false }, failure: undefined });
    await this.#change(() => this.#worker.files({ do: 'open', files }));
  }

  answer(file: number, question: QuestionId, value: string): Promise<void> {
    this.#leaveLook();
    return this.#change(() => this.#worker.files({ do: 'answer', file, question, value }));
  }

  readAs(file: number, encoding: Encoding): Promise<void> {
    this.#leaveLook();
    return this.#change(() => this.#worker.files({ do: 'read-as', file, encoding }));
  }

  map(file: number, mapping: ColumnMapping): Promise<void> {
    this.#leaveLook();
    return this.#change(() => this.#worker.files({ do: 'map', file, mapping }));
  }

  leaveOut(file: number, isLeftOut: boolean): Promise<void> {
    this.#leaveLook();
    return this.#change(() => this.#worker.files({ do: 'leave-out', file, isLeftOut }));
  }

  choose(winner: Winner): Promise<void> {
    this.#leaveLook();
    this.#put({ winner });
    return this.look();
  }

  sample(file: number, mapping: ColumnMapping): Promise<readonly SampleRow[]> {
    return this.#worker.sample({ do: 'sample', file, mapping });
  }

  /** What is not taken, row by row, as a table. Also after the import, while its page is there. */
  async report(): Promise<Blob> {
    return (
      this.#state.report ??
      new Blob([await this.#worker.report({ do: 'report', ...reportTitles() })], { type: 'text/csv;charset=utf-8' })
    );
  }

  /** Looks what the files would come to. */
  async look(): Promise<void> {
    this.#leaveLook();
    const look = this.#look;
    const { files, winner } = this.#state;
    if (!files.some(({ state, isLeftOut }) => state === 'ready' && !isLeftOut)) {
      this.#put({ preview: undefined, work: undefined });
      return;
    }
    this.#put({ work: { what: 'reading', isPaused: false }, failure: undefined });
    try {
      const preview = await this.#worker.preview({ do: 'preview', winner });
      if (look === this.#look) {
        this.#put({ preview, work: undefined });
      }
    } catch (thrown) {
      if (look === this.#look) {
        this.#fail(thrown);
        this.#put({ preview: undefined });
      }
    }
  }

  /** Writes it: all or nothing. */
  async commit(): Promise<void> {
    const { files, winner, work } = this.#state;
    if (work || waitingFiles(files).length > 0) {
      return;
    }
    const paths = files.filter(({ state, isLeftOut }) => state === 'ready' && !isLeftOut).map(({ path }) => path);
    const importId = newRecordId(Date.now());
    this.#put({ work: { what: 'waiting', isPaused: false }, failure: undefined });
    this.#waiting = new AbortController();
    try {
      const result = await whileWriting('import', { id: importId, files: paths }, this.#waiting.signal, async () => {
        this.#put({ work: { what: 'writing', isPaused: false } });
        return this.#worker.commit({ do: 'commit', winner, importId });
      });
      this.#put({ result, work: undefined, report: await this.#lastReport() });
      this.#end();
      await ratingsChanged();
    } catch (thrown) {
      this.#fail(this.#waiting.signal.aborted ? stopped() : thrown);
    }
  }

  pause(isPaused: boolean): void {
    const { work } = this.#state;
    if (work) {
      this.#importer?.order(isPaused ? 'pause' : 'resume');
      this.#put({ work: { ...work, isPaused } });
    }
  }

  /** Stops what is under way. Nothing is written then, and nothing is asked. */
  stop(): void {
    this.#waiting?.abort();
    this.#importer?.order('stop');
  }

  /** Forgets all files. */
  startOver(): void {
    this.#look += 1;
    this.#end();
    this.#state = EMPTY;
    this.dispatchEvent(new Event('change'));
  }

  get #worker(): Importer {
    this.#importer ??= this.#makeImporter((progress) => {
      if (this.#state.work) {
        this.#put({ work: { ...this.#state.work, progress } });
      }
    });
    return this.#importer;
  }

  async #change(call: () => Promise<readonly SessionFile[]>): Promise<void> {
    try {
      const files = await call();
      this.#put({ files, work: undefined });
    } catch (thrown) {
      this.#fail(thrown);
      return;
    }
    await this.look();
  }

  /** What is being looked at is out of date. */
  #leaveLook(): void {
    this.#look += 1;
    if (this.#state.work?.what === 'reading') {
      this.#importer?.order('stop');
    }
  }

  #fail(failure: unknown): void {
    this.#put({ failure, work: undefined });
    if (failure instanceof AppError && failure.code === 'internal') {
      // What went wrong there may have left anything behind.
      this.#look += 1;
      this.#end();
      this.#put({ files: [], preview: undefined });
    }
  }

  /** With the worker the files go, and with them what could be said of their rows. */
  async #lastReport(): Promise<Blob | undefined> {
    try {
      const { files, preview } = this.#state;
      return (preview?.reasons ?? []).length > 0 || lostFiles(files).length > 0 ? await this.report() : undefined;
    } catch {
      return undefined; // the import is written, whatever becomes of the list
    }
  }

  #end(): void {
    this.#importer?.close();
    this.#importer = undefined;
  }

  #put(change: { [Key in keyof DeskState]?: DeskState[Key] | undefined }): void {
    this.#state = Object.fromEntries(
      Object.entries({ ...this.#state, ...change }).filter(([, value]) => value !== undefined),
    ) as unknown as DeskState;
    this.dispatchEvent(new Event('change'));
  }
}

function stopped(): AppError {
  return new AppError('cancelled', 'The import was stopped. Nothing was written.');
}
