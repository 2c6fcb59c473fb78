import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { listImports, type PastImport } from '../../../app/list-imports.ts';
import { watch } from '../../../app/watch.ts';
import { AppError } from '../../../domain/errors.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import '../under-way/sayso-work-told.ts';
import { DeskWatch } from './desk-watch.ts';
import type { DeskState, ImportDesk } from './import-desk.ts';
import { countTexts, stateTexts } from './import-words.ts';
import { ownDesk } from './own-desk.ts';
import './sayso-import-done.ts';
import { type FilesDropped } from './sayso-import-drop.ts';
import './sayso-import-drop.ts';
import './sayso-import-files.ts';
import './sayso-import-help.ts';
import './sayso-import-preview.ts';
import './sayso-import-unread.ts';
import { heardWork } from './sayso-import-work.ts';
import './sayso-past-imports.ts';
import { lostFiles } from './lost-files.ts';
import { waitingFiles } from './waiting-files.ts';

/** How many more imports of before each press shows. */
const STEP = 10;

/** Takes what the person rated elsewhere: files in, a look at what they will be, and all of it or nothing. */
export class SaysoImport extends LitElement {
  static override properties = {
    context: { attribute: false },
    desk: { attribute: false },
    _limit: { state: true },
    _isEmptyDrop: { state: true },
  };

  declare context: AppContext;
  declare desk: ImportDesk;
  declare _limit: number;
  declare _isEmptyDrop: boolean;

  readonly #watched = new DeskWatch(this, () => this.desk);
  readonly #past = new Watched<PastImport[]>(this, (onValue, onError) => this.#watch()(onValue, onError));
  /** What was shown at last: a part that is new gets the focus that the old one took with it. */
  #stage: string | undefined;
  /** The imports of before, as they were when they were shown at last. */
  #lastPast: string | undefined;

  static override styles = [
    base,
    controls,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
      }

      .parts {
        display: grid;
        gap: var(--sayso-gap-5);
      }

      .parts > * {
        min-inline-size: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.desk = ownDesk;
    this._limit = STEP;
    this._isEmptyDrop = false;
    new Heading(this, () => t('dashboard_section_import'));
  }

  protected override render() {
    const { state } = this.#watched;
    const { work, result, failure } = state;
    const isWriting = work?.what === 'writing' || work?.what === 'waiting';
    return html`
      <h1 tabindex="-1">${t('dashboard_section_import')}</h1>
      <p class="intro quiet">${t('import_intro')}</p>
      <p class="visually-hidden" role="status">${isAway(this.#pastOf(state)) ? '' : heard(state)}</p>
      <div class="parts">
        <sayso-work-told work="import" .context=${this.context} .isWriting=${isWriting}
          .undone=${(this.#past.value ?? []).flatMap((past) => (isAway(past) ? [past.id] : []))}></sayso-work-told>
        ${failure === undefined ? nothing : this.#failure(failure)}
        ${isWriting || result ? nothing : this.#drop(state)}
        ${work ? html`<sayso-import-work .desk=${this.desk} .work=${work}></sayso-import-work>` : nothing}
        ${isWriting ? nothing : result ? this.#done(state) : this.#look(state)}
        <sayso-past-imports
          .imports=${(this.#past.value ?? []).slice(0, this._limit)}
          .hasMore=${(this.#past.value?.length ?? 0) > this._limit}
          @more-pressed=${this.#showOlder}
        ></sayso-past-imports>
        ${this.#past.failure === undefined ? nothing : html`<sayso-notice .failure=${this.#past.failure}></sayso-notice>`}
      </div>
    `;
  }

  protected override updated(): void {
    const { work, result } = this.#watched.state;
    const stage = result ? 'done' : work?.what === 'writing' || work?.what === 'waiting' ? 'work' : '';
    if (stage !== '' && this.#stage !== undefined && stage !== this.#stage) {
      void this.#focus(`sayso-import-${stage}`);
    }
    this.#stage = stage;
    this.#lookAgainIfOld();
  }

  /** What another tab imported meanwhile, or what was undone, makes what was looked at before it out of date. */
  #lookAgainIfOld(): void {
    const past = this.#past.value?.map(({ id, state }) => `${id} ${state}`).join();
    const isOther = this.#lastPast !== undefined && past !== undefined && past !== this.#lastPast;
    this.#lastPast = past ?? this.#lastPast;
    const { preview, work, result } = this.#watched.state;
    if (isOther && preview && !result && (work === undefined || work.what === 'reading')) {
      void this.desk.look();
    }
  }

  #failure(failure: unknown) {
    return failure instanceof AppError && failure.code === 'cancelled'
      ? html`<sayso-notice>${t('import_stopped')}</sayso-notice>`
      : html`<sayso-notice .failure=${failure}></sayso-notice>`;
  }

  #drop({ files, work }: DeskState) {
    return html`<div class="stack">
      <sayso-import-drop
        .disabled=${work?.what === 'opening'}
        @files-dropped=${({ detail }: FilesDropped) => this.#open(detail.files)}
      ></sayso-import-drop>
      ${this._isEmptyDrop ? html`<sayso-notice kind="warning">${t('import_drop_nothing')}</sayso-notice>` : nothing}
      ${files.length === 0 ? html`<sayso-import-help></sayso-import-help>` : nothing}
    </div>`;
  }

  #look({ files, preview, winner, work }: DeskState) {
    if (files.length === 0) {
      return nothing;
    }
    const isReady = files.some(({ state, isLeftOut }) => state === 'ready' && !isLeftOut);
    const read = files.filter(({ state, isLeftOut }) => state === 'ready' && !isLeftOut).length;
    return html`
      <sayso-import-files .desk=${this.desk} .files=${files}></sayso-import-files>
      ${
        preview && isReady
          ? html`<sayso-import-preview
              .desk=${this.desk}
              .preview=${preview}
              .winner=${winner}
              .files=${read}
              .waiting=${waitingFiles(files)}
              .lost=${lostFiles(files)}
              .disabled=${work !== undefined}
            ></sayso-import-preview>`
          : html`<div class="row">
              ${
                isReady && !work
                  ? html`<button type="button" class="primary" @click=${() => this.desk.look()}>
                      ${t('import_look')}
                    </button>`
                  : nothing
              }
              <button type="button" @click=${() => this.desk.startOver()}>${t('import_start_over')}</button>
            </div>`
      }
    `;
  }

  #pastOf({ result }: DeskState): PastImport | undefined {
    return this.#past.value?.find(({ id }) => id === result?.id);
  }

  #done(state: DeskState) {
    const { result, report, preview } = state;
    const past = this.#pastOf(state);
    return html`<sayso-import-done
      .context=${this.context}
      .desk=${this.desk}
      .result=${result}
      .past=${past}
      ></sayso-import-done>
      ${report && preview ? html`<sayso-import-unread .desk=${this.desk} .preview=${preview} .hasLost=${lostFiles(state.files).length > 0}></sayso-import-unread>` : nothing}`;
  }

  #open(files: FilesDropped['detail']['files']): void {
    this._isEmptyDrop = files.length === 0;
    void this.desk.open(files);
  }

  #watch() {
    const limit = this._limit + 1;
    return watch(() => listImports(this.context, { limit }));
  }

  #showOlder(): void {
    this._limit += STEP;
    this.#past.rewatch(this.#watch());
  }

  async #focus(part: string): Promise<void> {
    const element = this.renderRoot.querySelector<LitElement>(part);
    await element?.updateComplete;
    element?.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }
}

/** Nothing of it is here any more. */
function isAway(past: PastImport | undefined): boolean {
  return past?.state === 'undone' || past?.state === 'gone';
}

/** What has come about, for those who do not see it: in steps. */
function heard({ work, preview, result }: DeskState): string {
  if (work) {
    return heardWork(work);
  }
  const counts = result?.counts ?? preview?.counts;
  const title = result ? t('import_done') : t('import_preview');
  return counts ? `${title}: ${[...countTexts(counts), ...stateTexts(counts)].join(', ')}` : '';
}

customElements.define('sayso-import', SaysoImport);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import': SaysoImport;
  }
}
