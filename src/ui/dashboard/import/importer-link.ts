import workerUrl from './import-worker.ts?worker&url';
import { AppError } from '../../../domain/errors.ts';
import { ownScriptUrl } from '../../own-script-url.ts';
import type { ImportAnswer, ImportCall, ImportOrder, ImportProgress } from './import-wire.ts';
import { type Alive, lifeOf } from './worker-life.ts';

type CallOf<Do extends ImportCall['do']> = Omit<Extract<ImportCall, { do: Do }>, 'id'>;
type Said<Name extends string> = Extract<ImportAnswer, Record<Name, unknown>>;

/** What imports, as the page sees it. */
export interface Importer {
  files(
    call: CallOf<'open'> | CallOf<'answer'> | CallOf<'map'> | CallOf<'read-as'> | CallOf<'leave-out'>,
  ): Promise<Said<'files'>['files']>;
  sample(call: CallOf<'sample'>): Promise<Said<'sample'>['sample']>;
  preview(call: CallOf<'preview'>): Promise<Said<'preview'>['preview']>;
  commit(call: CallOf<'commit'>): Promise<Said<'result'>['result']>;
  report(call: CallOf<'report'>): Promise<string>;
  bringBack(call: CallOf<'restore'>): Promise<Said<'restored'>['restored']>;
  undo(call: CallOf<'undo'>): Promise<Said<'undone'>['undone']>;
  order(order: ImportOrder['order']): void;
  /** Ends it, with whatever is under way: what was not written whole is not there. */
  close(): void;
}

/** The page's end of the worker that imports. */
export class ImporterLink implements Importer {
  readonly #name = `sayso-importer-${crypto.randomUUID()}`;
  readonly #worker = new Worker(ownScriptUrl(workerUrl), { type: 'module', name: this.#name });
  readonly #waiting = new Map<number, { resolve: (said: ImportAnswer) => void; reject: (thrown: unknown) => void }>();
  #calls = 0;

  /** @param onProgress - hears how far what is under way has come */
  constructor(onProgress: (progress: ImportProgress) => void = () => undefined) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer | ImportProgress | Alive>) => {
      if ('alive' in data) {
        void lifeOf(this.#name).then(() => this.#fail(new AppError('internal', 'The importer is gone.')));
      } else if ('progress' in data) {
        onProgress(data);
      } else {
        this.#settle(data);
      }
    });
    this.#worker.addEventListener('error', ({ message }) => {
      this.#fail(new AppError('internal', `The importer stopped: ${message}`));
    });
  }

  async files(call: Parameters<Importer['files']>[0]): Promise<Said<'files'>['files']> {
    return ((await this.#call(call)) as Said<'files'>).files;
  }

  async sample(call: CallOf<'sample'>): Promise<Said<'sample'>['sample']> {
    return ((await this.#call(call)) as Said<'sample'>).sample;
  }

  async preview(call: CallOf<'preview'>): Promise<Said<'preview'>['preview']> {
    return ((await this.#call(call)) as Said<'preview'>).preview;
  }

  async commit(call: CallOf<'commit'>): Promise<Said<'result'>['result']> {
    return ((await this.#call(call)) as Said<'result'>).result;
  }

  async report(call: CallOf<'report'>): Promise<string> {
    return ((await this.#call(call)) as Said<'report'>).report;
  }

  async bringBack(call: CallOf<'restore'>): Promise<Said<'restored'>['restored']> {
    return ((await this.#call(call)) as Said<'restored'>).restored;
  }

  async undo(call: CallOf<'undo'>): Promise<Said<'undone'>['undone']> {
    return ((await this.#call(call)) as Said<'undone'>).undone;
  }

  order(order: ImportOrder['order']): void {
    this.#worker.postMessage({ order } satisfies ImportOrder);
  }

  close(): void {
    this.#worker.terminate();
    this.#fail(new AppError('cancelled', 'The import was stopped. Nothing was written.'));
  }

  #call(call: Omit<ImportCall, 'id'>): Promise<ImportAnswer> {
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...call, id });
    });
  }

  #settle(said: ImportAnswer): void {
    const waiting = this.#waiting.get(said.id);
    this.#waiting.delete(said.id);
    if ('failure' in said) {
      waiting?.reject(new AppError(said.failure.code, said.failure.message));
    } else {
      waiting?.resolve(said);
    }
  }

  #fail(thrown: AppError): void {
    for (const { reject } of this.#waiting.values()) {
      reject(thrown);
    }
    this.#waiting.clear();
  }
}
