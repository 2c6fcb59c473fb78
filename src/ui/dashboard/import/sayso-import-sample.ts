import { css, html, LitElement } from 'lit';
import type { SampleRow } from '../../../app/sample-rows.ts';
import { base } from '../../styles/base.ts';
import { reasonText } from './import-words.ts';
import './sayso-import-row.ts';

/** The first rows of a table as they would be, and why those that can't be used can't. */
export class SaysoImportSample extends LitElement {
  static override properties = { rows: { attribute: false } };

  declare rows: readonly SampleRow[];

  static override styles = [
    base,
    css`
      li {
        border-block-end: 1px solid var(--sayso-line);
        padding-block-end: var(--sayso-gap-1);
      }
    `,
  ];

  constructor() {
    super();
    this.rows = [];
  }

  protected override render() {
    return html`<ul role="list" aria-live="polite">
      ${this.rows.map(
        ({ facts, content, remarks }) => html`<li>
          <sayso-import-row .facts=${facts} .content=${content}></sayso-import-row>
          ${remarks.map(
            ({ reason, column = '', value = '' }) =>
              html`<p class="small quiet"><bdi>${[column, value].filter((text) => text !== '').join(': ')}</bdi> ${reasonText(reason, facts === undefined)}</p>`,
          )}
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define('sayso-import-sample', SaysoImportSample);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-sample': SaysoImportSample;
  }
}
