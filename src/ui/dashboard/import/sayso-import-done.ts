import { css, html, LitElement, nothing } from 'lit';
import type { PastImport } from '../../../app/list-imports.ts';
import type { ImportResult } from '../../../app/run-import.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { properSourceName } from '../ratings/source-name.ts';
import { hashOf } from '../route.ts';
import type { ImportDesk } from './import-desk.ts';
import { countTexts, stateTexts } from './import-words.ts';
import './sayso-import-undo.ts';

/** What came of an import, and what can be done with it now. */
export class SaysoImportDone extends LitElement {
  static override properties = {
    desk: { attribute: false },
    result: { attribute: false },
    past: { attribute: false },
  };

  declare desk: ImportDesk;
  declare result: ImportResult;
  /** The same import among those of before, once it is read there. */
  declare past: PastImport | undefined;

  static override styles = [
    base,
    controls,
    css`
      ul {
        padding-inline-start: var(--sayso-gap-5);
      }
    `,
  ];

  protected override render() {
    const { counts } = this.result;
    return html`<div class="stack">
      <h2 tabindex="-1">${t('import_done')}</h2>
      <ul>
        ${[...countTexts(counts), ...stateTexts(counts)].map((text) => html`<li>${text}</li>`)}
        ${counts.skipped === 0 ? nothing : html`<li>${tn('import_skipped', counts.skipped)}</li>`}
      </ul>
      ${this.past?.state === 'undone' ? html`<p>${t('import_past_is_undone')}</p>` : html`<p>${t('import_done_text')}</p>`}
      <div class="row">
        ${
          this.past?.state === 'standing'
            ? this.past.sources.map(
                (source) => html`<a class="button" href=${hashOf('ratings', undefined, `source=${source}`)}
                  >${t('import_done_see', properSourceName(source))}</a
                >`,
              )
            : nothing
        }
        ${this.past ? html`<sayso-import-undo .past=${this.past}></sayso-import-undo>` : nothing}
        ${counts.added === 0 ? nothing : html`<a class="button" href=${hashOf('joins')}>${t('import_done_joins')}</a>`}
        <button type="button" @click=${() => this.desk.startOver()}>${t('import_done_more')}</button>
      </div>
    </div>`;
  }
}

customElements.define('sayso-import-done', SaysoImportDone);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-done': SaysoImportDone;
  }
}
