import { css, html, LitElement, nothing } from 'lit';
import type { SessionPreview } from '../../../app/import-session.ts';
import type { SessionFile } from '../../../app/session-file.ts';
import { type Winner, WINNERS } from '../../../app/import-types.ts';
import type { PreviewRow } from '../../../app/preview-import.ts';
import '../../components/sayso-notice.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { properSourceName } from '../ratings/source-name.ts';
import { shortName } from '../short-name.ts';
import type { ImportDesk } from './import-desk.ts';
import { countTexts, problemText, stateTexts, waitingText } from './import-words.ts';
import './sayso-import-first-rows.ts';
import './sayso-import-row.ts';
import './sayso-import-unread.ts';

/** So many a person looks at; all of them are in the list above and in the report. */
const MOST_LOST = 10;

/** What an import will come to, and what decides where a file and the person disagree. */
export class SaysoImportPreview extends LitElement {
  static override properties = {
    desk: { attribute: false },
    preview: { attribute: false },
    winner: { attribute: false },
    files: { type: Number },
    waiting: { attribute: false },
    lost: { attribute: false },
    disabled: { type: Boolean },
  };

  declare desk: ImportDesk;
  declare preview: SessionPreview;
  declare winner: Winner;
  /** How many files it is of. */
  declare files: number;
  /** Files that can't be read before the person says something of them. They hold the import back. */
  declare waiting: readonly SessionFile[];
  /** Files that could not be read. They hold nothing back, but the person has to know. */
  declare lost: readonly SessionFile[];
  /** It is out of date; a new one is being made. */
  declare disabled: boolean;

  static override styles = [
    base,
    controls,
    css`
      .parts {
        display: grid;
        gap: var(--sayso-gap-4);
      }

      .parts > * {
        min-inline-size: 0;
      }

      .counts {
        padding-inline-start: var(--sayso-gap-5);
        margin-block-start: var(--sayso-gap-2);
      }

      #lost > p:last-child {
        margin-block-start: var(--sayso-gap-2);
      }

      .rows {
        margin-block-start: var(--sayso-gap-1);
      }

      .rows > li {
        border-block-end: 1px solid var(--sayso-line);
      }

      .plain {
        padding-block: var(--sayso-gap-2);
      }

      fieldset {
        padding: var(--sayso-gap-3) var(--sayso-gap-4);
        border-inline-start: 0.25rem solid var(--sayso-warning);
        border-radius: var(--sayso-radius);
        background: var(--sayso-warning-ground);
      }

      legend {
        float: inline-start;
        inline-size: 100%;
        margin-block-end: var(--sayso-gap-3);
        font-weight: 600;
      }

      /* Below it: what is beside a float as wide as the box has no room at all. */
      legend + .tick {
        clear: both;
      }

      summary {
        font-weight: 550;
      }
    `,
  ];

  constructor() {
    super();
    this.waiting = [];
    this.lost = [];
  }

  protected override render() {
    const { counts, files, rows, joined, rowsRead } = this.preview;
    const total = counts.added + counts.joined + counts.changed + counts.same;
    const waits = waitingText(this.waiting);
    const hasNews = counts.added + counts.joined + counts.changed > 0;
    return html`<section class="parts" aria-labelledby="heading" aria-busy=${this.disabled ? 'true' : 'false'}>
      <div>
        <h2 id="heading" tabindex="-1">${t('import_preview')}</h2>
        <p class="small quiet">
          ${t('import_rows_read', tn('import_rows', rowsRead), tn('import_in_files', this.files))}
        </p>
        ${
          total === 0
            ? html`<p>${t('import_preview_empty')}</p>`
            : html`<ul class="counts">
                ${countTexts(counts).map((text) => html`<li>${text}</li>`)}
              </ul>`
        }
        <ul class="counts">
          ${stateTexts(counts).map((text) => html`<li>${text}</li>`)}
          ${counts.withdrawn === 0 ? nothing : html`<li>${tn('import_withdrawn', counts.withdrawn)}</li>`}
        </ul>
      </div>
      ${counts.conflicts === 0 ? nothing : this.#conflicts()}
      ${total > 0 && !hasNews && counts.conflicts === 0 ? html`<p>${t('import_preview_nothing_new')}</p>` : nothing}
      ${this.lost.length === 0 ? nothing : this.#lost()}
      <div class="row">
        <button
          type="button"
          id="go"
          class="primary"
          ?disabled=${this.disabled || waits !== undefined || (!hasNews && counts.conflicts === 0)}
          aria-describedby=${waits === undefined ? nothing : 'waits'}
          @click=${() => this.desk.commit()}
        >
          ${t(this.lost.length === 0 ? 'import_go' : 'import_go_rest')}
        </button>
        <button type="button" @click=${() => this.desk.startOver()}>${t('import_start_over')}</button>
      </div>
      ${waits === undefined ? nothing : html`<p id="waits">${waits}</p>`}
      <sayso-import-first-rows .files=${files} .rows=${rows}></sayso-import-first-rows>
      ${
        joined.length === 0
          ? nothing
          : html`<details>
              <summary>${t('import_preview_joined')}</summary>
              <ul class="rows" role="list">
                ${joined.map(
                  ({ thing, item }) => html`<li class="plain">
                    <bdi>${t('import_joins_to', shortName(thing.facts.name), shortName(item.name))}</bdi>
                  </li>`,
                )}
              </ul>
            </details>`
      }
      <sayso-import-unread
        .desk=${this.desk}
        .preview=${this.preview}
        .hasLost=${this.lost.length > 0}
      ></sayso-import-unread>
    </section>`;
  }

  #lost() {
    const more = this.lost.length - MOST_LOST;
    return html`<sayso-notice kind="warning" id="lost">
      <p><strong>${tn('import_lost', this.lost.length)}</strong></p>
      <ul class="counts">
        ${this.lost
          .slice(0, MOST_LOST)
          .map(({ path, problem }) => html`<li><bdi>${path}</bdi>: ${problem ? problemText(problem) : ''}</li>`)}
      </ul>
      ${more > 0 ? html`<p>${tn('import_files_more', more)}</p>` : nothing}
      <p>${t('import_lost_text')}</p>
    </sayso-notice>`;
  }

  #row({ thing, here }: PreviewRow, note: string) {
    return html`<li>
      <sayso-import-row .facts=${thing.facts} .content=${thing.content} .old=${here} note=${note}></sayso-import-row>
    </li>`;
  }

  #conflicts() {
    const { counts, conflicts } = this.preview;
    return html`<fieldset class="stack">
      <legend>${tn('import_conflicts', counts.conflicts)}</legend>
      ${WINNERS.map(
        (winner) => html`<label class="tick">
          <input
            type="radio"
            name="winner"
            value=${winner}
            .checked=${winner === this.winner}
            @change=${() => this.desk.choose(winner)}
          />
          <span>${t(`import_winner_${winner}`)}</span>
        </label>`,
      )}
      <p class="small">${t('import_winner_history')}</p>
      <ul class="rows" role="list">
        ${conflicts.map((row) =>
          this.#row(row, row.settlement === 'keep' ? staysText(row) : t('import_conflict_goes')),
        )}
      </ul>
    </fieldset>`;
  }
}

/** Whose mark stays: the person's own, or another service's that was imported before. */
function staysText({ here }: PreviewRow): string {
  return here === undefined || here.source === 'person'
    ? t('import_conflict_stays')
    : t('import_conflict_stays_source', properSourceName(here.source));
}

customElements.define('sayso-import-preview', SaysoImportPreview);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-preview': SaysoImportPreview;
  }
}
