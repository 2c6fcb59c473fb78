import { html, LitElement } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { Heading } from '../heading.ts';

/** Writes an intention, or changes one. */
export class SaysoWriteIntention extends LitElement {
  static override properties = {
    context: { attribute: false },
    query: { attribute: false },
    requestId: { attribute: false },
  };

  declare context: AppContext;
  declare query: string;
  declare requestId: string;

  static override styles = [base];

  constructor() {
    super();
    new Heading(this, () => t('intentions_write'));
  }

  protected override render() {
    return html`<h1 tabindex="-1">${t('intentions_write')}</h1>`;
  }
}

customElements.define('sayso-write-intention', SaysoWriteIntention);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-write-intention': SaysoWriteIntention;
  }
}
