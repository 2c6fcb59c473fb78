import { html, LitElement } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { Heading } from '../heading.ts';

/** One intention: who was asked, what they answered, what became of it. */
export class SaysoIntention extends LitElement {
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
    new Heading(this, () => t('dashboard_section_intentions'));
  }

  protected override render() {
    return html`<h1 tabindex="-1">${t('dashboard_section_intentions')}</h1>`;
  }
}

customElements.define('sayso-intention', SaysoIntention);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-intention': SaysoIntention;
  }
}
