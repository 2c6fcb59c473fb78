import { css, html, LitElement, nothing } from 'lit';
import { type BackupSettings, backupSettings } from '../../../app/backup-settings.ts';
import type { AppContext } from '../../../app/context.ts';
import { exportAll } from '../../../app/export-all.ts';
import { exportForService, SERVICES, type ServiceExport } from '../../../app/export-for-service.ts';
import { exportSealed } from '../../../app/export-sealed.ts';
import { watch } from '../../../app/watch.ts';
import '../../components/sayso-notice.ts';
import { download } from '../../download.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { dayName } from './day-name.ts';
import { lossText } from './loss-text.ts';
import { lossTable } from './loss-table.ts';

/** Everything as one file, or what another service reads. */
export class SaysoExport extends LitElement {
  static override properties = {
    context: { attribute: false },
    _busy: { state: true },
    _done: { state: true },
    _report: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  /** What is being written: a service's id, or `all`. */
  declare _busy: string | undefined;
  declare _done: string;
  declare _report: ServiceExport | undefined;
  declare _failure: unknown;

  readonly #settings = new Watched<BackupSettings>(this, (onValue, onError) =>
    watch(() => backupSettings(this.context))(onValue, onError),
  );

  static override styles = [
    base,
    controls,
    css`
      .stack > h3 {
        margin-block-start: var(--sayso-gap-5);
      }

      ul {
        padding-inline-start: var(--sayso-gap-5);
      }

      li {
        padding-block: var(--sayso-gap-1);
      }
    `,
  ];

  constructor() {
    super();
    this._busy = undefined;
    this._done = '';
    this._report = undefined;
    this._failure = undefined;
  }

  protected override render() {
    const hasPassphrase = this.#settings.value?.isSealed === true;
    return html`<div class="stack">
      <h2>${t('export_title')}</h2>
      <p>${t('export_text')}</p>
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      <div class="row">
        <button
          type="button"
          id="all"
          aria-describedby=${hasPassphrase ? 'plain' : nothing}
          ?disabled=${this._busy !== undefined}
          @click=${() => this.#exportAll(false)}
        >
          ${t('export_all')}
        </button>
        ${
          hasPassphrase
            ? html`<button
                type="button"
                id="sealed"
                ?disabled=${this._busy !== undefined}
                @click=${() => this.#exportAll(true)}
              >
                ${t('export_all_sealed')}
              </button>`
            : nothing
        }
      </div>
      ${hasPassphrase ? html`<p id="plain">${t('export_all_plain')}</p>` : nothing}
      <h3>${t('export_services')}</h3>
      <p>${t('export_services_text')}</p>
      <div class="row" role="group" aria-label=${t('export_services')}>
        ${SERVICES.map(
          ({ id, label }) => html`<button
            type="button"
            id=${id}
            ?disabled=${this._busy !== undefined}
            @click=${() => this.#exportFor(id)}
          >
            ${label}
          </button>`,
        )}
      </div>
      <p role="status">${this._busy === undefined ? this._done : t('common_loading')}</p>
      ${this._report ? this.#losses(this._report) : nothing}
    </div>`;
  }

  #losses({ losses, lossCounts, fileName }: ServiceExport) {
    return losses.length === 0
      ? html`<p>${t('export_losses_none')}</p>`
      : html`
          <h3>${t('export_losses_title')}</h3>
          <ul id="losses">
            ${lossCounts.map(({ reason, count }) => html`<li>${lossText(reason, count)}</li>`)}
          </ul>
          <button
            type="button"
            @click=${() => download(`${fileName.replace('.csv', '')}-left-out.csv`, new Blob([lossTable(losses)], { type: 'text/csv' }))}
          >
            ${t('export_losses_download')}
          </button>
        `;
  }

  #exportAll(isSealed: boolean): Promise<void> {
    return this.#run('all', async () => {
      const { blob, records } = await (isSealed ? exportSealed : exportAll)(this.context);
      download(`sayso-export-${dayName(this.context.clock.nowMs())}.${isSealed ? 'sayso' : 'jsonl'}`, blob);
      this._report = undefined;
      this._done = tn('export_all_done', records);
    });
  }

  #exportFor(id: string): Promise<void> {
    return this.#run(id, async () => {
      const report = await exportForService(this.context, { id });
      download(report.fileName, new Blob([report.csv], { type: 'text/csv' }));
      this._report = report;
      this._done = tn('export_done', report.rows, report.fileName);
    });
  }

  async #run(what: string, work: () => Promise<void>): Promise<void> {
    this._busy = what;
    this._failure = undefined;
    try {
      await work();
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._busy = undefined;
    }
  }
}

customElements.define('sayso-export', SaysoExport);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-export': SaysoExport;
  }
}
