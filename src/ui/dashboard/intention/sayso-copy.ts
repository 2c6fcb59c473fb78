import { css, html, LitElement, nothing } from 'lit';
import type { CopyLine, KindCopy, WholeCopy } from '../../../domain/vendor-copy.ts';
import { demandOf } from '../../../protocol/request/to-demand.ts';
import { formatList } from '../../format.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { t } from '../../i18n.ts';
import { kindName } from '../../kind-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { firstRows, restRows } from './copy-rows.ts';
import { requirementText } from './requirement-text.ts';
import { drawRows } from './rows.ts';
import { rowsStyle } from './rows-style.ts';

/** A vendor's copy of a request: in plain words, and exactly as it is sent. */
export class SaysoCopy extends LitElement {
  static override properties = { copy: { attribute: false }, isRest: { attribute: false } };

  declare copy: KindCopy | WholeCopy;
  /** Leaves out what the first stage said. What is sent is all of it. */
  declare isRest: boolean;

  static override styles = [
    base,
    controls,
    rowsStyle,
    css`
      .line {
        margin-block-end: var(--sayso-gap-3);
      }

      .line ul {
        padding-inline-start: 1.25rem;
      }

      pre {
        max-block-size: 20rem;
        margin: var(--sayso-gap-1) 0 0;
        padding: var(--sayso-gap-3);
        border-radius: var(--sayso-radius);
        background: var(--sayso-sunk);
        font-size: var(--sayso-small);
        overflow: auto;
        white-space: pre-wrap;
        direction: ltr;
      }

      @media print {
        pre {
          max-block-size: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.isRest = false;
  }

  protected override render() {
    const { copy, isRest } = this;
    const sent = JSON.stringify(demandOf(copy), null, 2);
    return html`
      ${copy.stage === 'whole' ? copy.lines.map(lineOf) : nothing}
      ${drawRows([...(isRest ? [] : firstRows(copy)), ...(copy.stage === 'whole' ? restRows(copy) : [])])}
      <details class="small">
        <summary>${t('intention_copy_exact')}</summary>
        <pre tabindex="0" dir="ltr" aria-label=${t('intention_copy_exact')}>${sent}</pre>
      </details>
    `;
  }
}

function lineOf({ name, itemKind, brand, quantity, condition, substitutes, requirements, identifiers }: CopyLine) {
  const facts = [
    ...(itemKind === undefined ? [] : [kindName(itemKind)]),
    t(`condition_${condition}`),
    t(substitutes === 'welcome' ? 'intention_line_substitutes' : 'intention_line_no_substitutes'),
  ];
  return html`<div class="line">
    <p>
      <strong>${formatQuantity(quantity)} × <bdi>${name}</bdi></strong>${
        brand === undefined ? nothing : html` <span class="quiet">(<bdi>${brand}</bdi>)</span>`
      }
    </p>
    <p class="small quiet">${facts.join(' · ')}</p>
    ${identifiers.length === 0 ? nothing : html`<p class="small quiet"><bdi>${formatList(identifiers)}</bdi></p>`}
    ${
      requirements.length === 0
        ? nothing
        : html`<ul>
            ${requirements.map((requirement) => html`<li>${requirementText(requirement)}</li>`)}
          </ul>`
    }
  </div>`;
}

customElements.define('sayso-copy', SaysoCopy);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-copy': SaysoCopy;
  }
}
