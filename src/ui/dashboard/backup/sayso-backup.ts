import { css, html, LitElement } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { Heading } from '../heading.ts';
import './sayso-copies.ts';
import './sayso-export.ts';
import './sayso-health.ts';
import './sayso-restore.ts';

/** Copies of everything: made, taken along, brought back; and whether what is here is sound. */
export class SaysoBackup extends LitElement {
  static override properties = { context: { attribute: false } };

  declare context: AppContext;

  static override styles = [
    base,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
      }

      section {
        max-inline-size: 44rem;
        padding-block: var(--sayso-gap-5);
        border-block-start: 1px solid var(--sayso-line);
      }
    `,
  ];

  constructor() {
    super();
    new Heading(this, () => t('dashboard_section_backup'));
  }

  protected override render() {
    const { context } = this;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_backup')}</h1>
      <p class="intro quiet">${t('backup_intro')}</p>
      <section><sayso-copies .context=${context}></sayso-copies></section>
      <section><sayso-export .context=${context}></sayso-export></section>
      <section><sayso-restore .context=${context}></sayso-restore></section>
      <section><sayso-health .context=${context}></sayso-health></section>
    `;
  }
}

customElements.define('sayso-backup', SaysoBackup);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-backup': SaysoBackup;
  }
}
