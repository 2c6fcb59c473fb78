import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { backupSettings } from '../../../app/backup-settings.ts';
import type { AppContext } from '../../../app/context.ts';
import { hasComeToBe } from '../../../app/has-come-to-be.ts';
import { putWorkMark, readWorkMark, removeWorkMark, type Work, type WorkMark } from '../../../platform/work-mark.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { lockOf } from '../../lock-of.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { filesText } from '../import/import-words.ts';
import { isWrittenHere, WORK_ENDED } from './while-writing.ts';

/** Tells what became of work whose tab was closed or whose end nobody saw, or that another tab is writing just now. */
export class SaysoWorkTold extends LitElement {
  static override properties = {
    context: { attribute: false },
    work: {},
    isWriting: { attribute: false },
    undone: { attribute: false },
    _mark: { state: true },
    _fate: { state: true },
  };

  declare context: AppContext;
  declare work: Work;
  /** This tab itself is: there is nothing to tell. */
  declare isWriting: boolean;
  /** Imports that were undone since: that one of them was finished is no news any more. */
  declare undone: readonly string[];
  declare _mark: WorkMark | undefined;
  declare _fate: 'elsewhere' | 'finished' | 'stopped';

  #leaving = new AbortController();

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        margin-block-end: var(--sayso-gap-4);
      }
    `,
  ];

  constructor() {
    super();
    this.work = 'import';
    this.isWriting = false;
    this.undone = [];
    this._mark = undefined;
    this._fate = 'elsewhere';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    window.addEventListener(WORK_ENDED, this.#lookAgain);
    this.#lookAgain();
  }

  readonly #lookAgain = (): void => {
    const { signal } = this.#leaving;
    this.#look(signal).catch((thrown: unknown) => {
      // Whoever has left is told nothing; a store that can't be read is told by the list below.
      if (!signal.aborted) {
        console.warn(thrown);
      }
    });
  };

  override disconnectedCallback(): void {
    window.removeEventListener(WORK_ENDED, this.#lookAgain);
    this.#leaving.abort();
    super.disconnectedCallback();
  }

  /** With nothing to tell it takes no room. */
  protected override willUpdate(): void {
    this.hidden = !this.#isNews;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('isWriting') === true) {
      this.#lookAgain();
    }
  }

  get #isNews(): boolean {
    // That a copy is being made by itself is no news to anybody.
    const isOfNoNews = this.isWriting || (this.work === 'backup' && this._fate === 'elsewhere');
    return this._mark !== undefined && !isOfNoNews && !this.undone.includes(this._mark.id);
  }

  protected override render() {
    if (!this._mark || !this.#isNews) {
      return nothing;
    }
    return html`<sayso-notice kind=${this._fate === 'stopped' ? 'warning' : 'info'}>
      <p role="status">${this.#text(this._mark)}</p>
      ${
        this._fate === 'elsewhere'
          ? nothing
          : html`<button slot="actions" type="button" @click=${this.#dismiss}>${t('common_dismiss')}</button>`
      }
    </sayso-notice>`;
  }

  #text({ files, isAgain = false }: WorkMark): string {
    const { work, _fate: fate } = this;
    switch (work) {
      case 'import':
        return t(`import_told_${fate}`, filesText(files));
      case 'restore':
        return t(`restore_told_${fate}`, filesText(files));
      case 'undo':
        return t(
          isAgain ? `redo_told_${fate}` : `undo_told_${fate}`,
          files.length === 0 ? '' : ` (${filesText(files)})`,
        );
      case 'backup':
        return fate === 'finished' ? t('backup_told_finished') : t('backup_told_stopped', filesText(files));
    }
  }

  async #look(signal: AbortSignal): Promise<void> {
    if (this.isWriting) {
      return;
    }
    const left = await readWorkMark(this.work);
    this._fate = 'elsewhere';
    this._mark = left && isWrittenHere(left) ? undefined : left;
    if (!left) {
      return;
    }
    // Given as soon as no tab writes any more: because it is done, or gone.
    await navigator.locks.request(lockOf(this.work), { signal }, async () => {
      const mark = await readWorkMark(this.work);
      this._mark = mark && (await this.#fated(mark));
    });
  }

  /** What became of it is found out once. Where it has come to be since, or is gone again, there is no more to tell. */
  async #fated(mark: WorkMark): Promise<WorkMark | undefined> {
    const fate = (await this.#isThere(mark)) ? 'finished' : 'stopped';
    if (mark.fate !== undefined && mark.fate !== fate) {
      await removeWorkMark(this.work);
      return undefined;
    }
    this._fate = fate;
    if (mark.fate === undefined) {
      await putWorkMark(this.work, { ...mark, fate });
    }
    return mark;
  }

  async #isThere({ id, sinceMs = 0 }: WorkMark): Promise<boolean> {
    switch (this.work) {
      case 'import':
      case 'undo':
        return hasComeToBe(this.context, { id, what: this.work });
      case 'restore':
        return hasComeToBe(this.context, { id, what: 'change' });
      case 'backup': {
        const { last } = await backupSettings(this.context);
        return last !== undefined && last.atMs >= sinceMs;
      }
    }
  }

  async #dismiss(): Promise<void> {
    this._mark = undefined;
    await removeWorkMark(this.work);
  }
}

customElements.define('sayso-work-told', SaysoWorkTold);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-work-told': SaysoWorkTold;
  }
}
