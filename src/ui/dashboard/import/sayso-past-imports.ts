import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PastImport } from '../../../app/list-imports.ts';
import { formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { properSourceName } from '../ratings/source-name.ts';
import { countTexts, filesText } from './import-words.ts';
import { isUndone } from './is-undone.ts';
import './sayso-import-undo.ts';
import './sayso-past-unread.ts';

/** The imports there were, newest first, each to be undone or done again. */
export class SaysoPastImports extends LitElement {
  static override properties = { imports: { attribute: false }, hasMore: { type: Boolean } };

  declare imports: readonly PastImport[];
  declare hasMore: boolean;

  static override styles = [
    base,
    controls,
    css`
      ol > li {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--sayso-gap-2) var(--sayso-gap-4);
        padding-block: var(--sayso-gap-3);
        border-block-end: 1px solid var(--sayso-line);
      }

      ol > li > div {
        flex: 1 1 16rem;
        min-inline-size: 0;
      }

      .name {
        font-weight: 600;
      }

      .files {
        padding-inline-start: var(--sayso-gap-5);
      }

      button {
        margin-block-start: var(--sayso-gap-3);
      }
    `,
  ];

  constructor() {
    super();
    this.imports = [];
    this.hasMore = false;
  }

  protected override render() {
    return this.imports.length === 0
      ? nothing
      : html`
          <h2>${t('import_past')}</h2>
          <ol role="list">
            ${repeat(
              this.imports,
              ({ id }) => id,
              (past) => this.#past(past),
            )}
          </ol>
          ${
            this.hasMore
              ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('more-pressed'))}>
                  ${t('import_past_more')}
                </button>`
              : nothing
          }
        `;
  }

  #past(past: PastImport) {
    const { sources, files, counts, atMs, state } = past;
    const away = isUndone(past) ? 'undone' : state === 'gone' ? state : undefined;
    return html`<li>
      <div>
        <p class="name">
          ${sources.map(properSourceName).join(', ')}
          ${away === undefined ? nothing : html`<span class="small quiet">(${t(`import_past_${away}`)})</span>`}
        </p>
        <p class="small quiet">${formatTime(atMs)}</p>
        <p class="small">${state === 'nothing' ? t('import_past_nothing') : countTexts(counts).join(' · ')}</p>
        <sayso-past-unread .past=${past}></sayso-past-unread>
        ${files.length === 1 ? html`<p class="small quiet"><bdi>${files[0]}</bdi></p>` : this.#files(files)}
      </div>
      <sayso-import-undo .past=${past}></sayso-import-undo>
    </li>`;
  }

  #files(files: readonly string[]) {
    return html`<details class="small">
      <summary>${filesText(files)}</summary>
      <ul class="files">
        ${files.map((file) => html`<li><bdi>${file}</bdi></li>`)}
      </ul>
    </details>`;
  }
}

customElements.define('sayso-past-imports', SaysoPastImports);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-past-imports': SaysoPastImports;
  }
}
