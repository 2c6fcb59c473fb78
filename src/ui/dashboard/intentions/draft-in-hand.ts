import type { ReactiveControllerHost } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { dropWords, keptWords, keepWords } from './kept-draft.ts';
import type { RequestDraft } from './request-draft.ts';
import { type Started, startDraft } from './start-draft.ts';

/** What is being written in the form, kept word by word until it is saved. */
export class DraftInHand {
  /** What the form began with; absent until that is known. */
  started: Started | undefined;
  draft: RequestDraft | undefined;
  /** What is in the form was typed before, and not saved then. */
  isKept = false;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #place = '';

  /** @param host - draws itself anew when what is in hand is another */
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /**
   * Takes another request into the form, or a new one. Nothing, should a third be asked for before it is there.
   *
   * @throws {AppError} as {@link startDraft}
   */
  async start(context: AppContext, record: string, query: string): Promise<void> {
    const place = `${record}?${query}`;
    this.#place = place;
    this.started = undefined;
    this.draft = undefined;
    const started = await startDraft(context, record, query);
    if (place === this.#place) {
      const kept = keptWords(started.place, started.draft);
      this.started = started;
      this.draft = kept ?? started.draft;
      this.isKept = kept !== undefined;
      this.#host.requestUpdate();
    }
  }

  /** Whether there is anything in the form that is not saved. */
  get isDirty(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.started?.draft);
  }

  set(draft: RequestDraft): void {
    this.draft = draft;
    if (this.started && this.isDirty) {
      keepWords(this.started.place, draft);
    } else {
      this.drop();
    }
    this.#host.requestUpdate();
  }

  /** Puts the form back to what it began with. */
  forget(): void {
    this.drop();
    this.draft = this.started?.draft;
    this.isKept = false;
    this.#host.requestUpdate();
  }

  /** What was typed is saved by now, or given up. */
  drop(): void {
    if (this.started) {
      dropWords(this.started.place);
    }
  }
}
