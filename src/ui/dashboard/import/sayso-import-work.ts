import { css, html, LitElement, nothing } from 'lit';
import { formatNumber } from '../../format.ts';
import { isolated, t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { shortName } from '../short-name.ts';
import { progressBar, progressBoxStyle } from '../under-way/progress-box.ts';
import type { DeskWork, ImportDesk } from './import-desk.ts';

/** What is under way, how far it has come, and the ways to hold or stop it. */
export class SaysoImportWork extends LitElement {
  static override properties = { desk: { attribute: false }, work: { attribute: false } };

  declare desk: ImportDesk;
  declare work: DeskWork;

  static override styles = [
    base,
    controls,
    progressBoxStyle,
    css`
      h2 {
        font-size: 1rem;
      }
    `,
  ];

  protected override render() {
    const { what, progress, isPaused } = this.work;
    const name = workText(this.work);
    return html`<div class="box">
      <h2 tabindex="-1">${name}</h2>
      ${progressBar(name, progress)}
      <p class="count small quiet">${isPaused ? `${t('import_paused')}. ` : ''}${this.#count()}</p>
      ${
        what === 'writing'
          ? html`<p class="small quiet">${isPaused ? t('import_paused_anew') : t('import_work_stay')}</p>`
          : nothing
      }
      <div class="row">
        ${
          what === 'waiting'
            ? nothing
            : html`<button type="button" @click=${() => this.desk.pause(!isPaused)}>
                ${isPaused ? t('import_resume') : t('import_pause')}
              </button>`
        }
        <button type="button" @click=${() => this.desk.stop()}>${t('import_stop')}</button>
      </div>
    </div>`;
  }

  #count(): string {
    const { progress } = this.work;
    if (!progress) {
      return '';
    }
    const { done, total } = progress;
    if (progress.progress === 'opening') {
      return t('import_work_percent', formatNumber(percent(done, total)));
    }
    return total === undefined
      ? tn('import_work_rows', done)
      : t('import_work_of', formatNumber(done), formatNumber(total));
  }
}

/** What is under way, in words. */
export function workText({ what, progress }: DeskWork): string {
  switch (what) {
    case 'opening':
      return progress?.path === undefined
        ? t('import_work_opening_plain')
        : t('import_work_opening', isolated(shortName(progress.path)));
    case 'reading':
      return progress?.progress === 'placing' ? t('import_work_looking') : t('import_work_reading');
    case 'waiting':
      return t('import_work_waiting');
    case 'writing':
      return t('import_work_writing');
  }
}

/** The same, for those who hear it: a new text at each quarter, not at each row. */
export function heardWork(work: DeskWork): string {
  const { what, progress, isPaused } = work;
  if (isPaused) {
    return t('import_paused');
  }
  const quarter = Math.floor(percent(progress?.done ?? 0, progress?.total) / 25) * 25;
  const name = what === 'opening' ? t('import_work_opening_plain') : workText(work);
  return quarter === 0 ? name : `${name}: ${t('import_work_percent', formatNumber(quarter))}`;
}

function percent(done: number, total: number | undefined): number {
  return total === undefined || total === 0 ? 0 : Math.floor((done / total) * 100);
}

customElements.define('sayso-import-work', SaysoImportWork);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-work': SaysoImportWork;
  }
}
