import { css, html, LitElement, nothing } from 'lit';
import type { Work } from '../../../platform/work-mark.ts';
import { formatNumber } from '../../format.ts';
import { type MessageKey, t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import type { ImportProgress } from '../import/import-wire.ts';
import { progressBar, progressBoxStyle } from './progress-box.ts';
import { WORK_PROGRESS, type WorkFurther } from './tell-progress.ts';
import { WORK_ENDED } from './while-writing.ts';

/** How far a restore or an undo of this tab has come. Draws nothing where none is under way. */
export class SaysoWorkProgress extends LitElement {
  static override properties = { work: {}, _progress: { state: true } };

  declare work: Work;
  declare _progress: ImportProgress | undefined;

  static override styles = [
    base,
    progressBoxStyle,
    css`
      :host {
        display: block;
        margin-block-end: var(--sayso-gap-4);
      }
    `,
  ];

  constructor() {
    super();
    this.work = 'restore';
    this._progress = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(WORK_PROGRESS, this.#onFurther);
    window.addEventListener(WORK_ENDED, this.#onEnded);
  }

  override disconnectedCallback(): void {
    window.removeEventListener(WORK_PROGRESS, this.#onFurther);
    window.removeEventListener(WORK_ENDED, this.#onEnded);
    super.disconnectedCallback();
  }

  /** With nothing to tell it takes no room. */
  protected override willUpdate(): void {
    this.hidden = this._progress === undefined;
  }

  protected override render() {
    const progress = this._progress;
    if (!progress) {
      return nothing;
    }
    const { done, total } = progress;
    const name = t(nameOf(this.work, progress));
    return html`<div class="box">
      <p role="status"><strong>${name}</strong></p>
      ${progressBar(name, progress)}
      <p class="count small quiet">
        ${
          total === undefined
            ? ''
            : t(
                progress.progress === 'undoing' ? 'work_progress_parts' : 'work_progress_records',
                formatNumber(done),
                formatNumber(total),
              )
        }
      </p>
      <p class="small quiet">${t('import_work_stay')}</p>
    </div>`;
  }

  readonly #onFurther = ({ detail }: WorkFurther): void => {
    if (detail.work === this.work) {
      this._progress = detail.progress;
    }
  };

  readonly #onEnded = (): void => {
    this._progress = undefined;
  };
}

function nameOf(work: Work, { progress }: ImportProgress): MessageKey {
  switch (progress) {
    case 'opening':
    case 'reading':
      return 'work_progress_reading';
    case 'placing':
      return 'import_work_looking';
    case 'writing':
      return 'import_work_writing';
    case 'undoing':
      return 'work_progress_undoing';
    case 'finishing':
      return work === 'undo' ? 'work_progress_undo_last' : 'work_progress_last';
  }
}

customElements.define('sayso-work-progress', SaysoWorkProgress);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-work-progress': SaysoWorkProgress;
  }
}
