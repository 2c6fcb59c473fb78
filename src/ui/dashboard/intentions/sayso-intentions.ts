import { html, LitElement } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { Heading } from '../heading.ts';

/** What the person means to buy: all their requests, the newest first. */
export class SaysoIntentions extends LitElement {
  static override properties = { context: { attribute: false }, query: { attribute: false } };

  declare context: AppContext;
  declare query: string;

  static override styles = [base];

  constructor() {
    super();
    new Heading(this, () => t('dashboard_section_intentions'));
  }

  protected override render() {
    return html`<h1 tabindex="-1">${t('dashboard_section_intentions')}</h1>`;
  }
}

customElements.define('sayso-intentions', SaysoIntentions);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-intentions': SaysoIntentions;
  }
}
