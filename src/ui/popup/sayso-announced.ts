import { css, html, LitElement, nothing } from 'lit';
import type { Ask, Need } from '../../domain/ask.ts';
import '../components/sayso-ask-terms.ts';
import '../components/sayso-notice.ts';
import '../components/sayso-quote.ts';
import { isolated, t } from '../i18n.ts';
import { filterText, needText } from '../need-text.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import type { Announced } from './announced.ts';

/** What a site says it would like, before anything is connected, in plain words; or what is wrong with its file. */
export class SaysoAnnounced extends LitElement {
  static override properties = { announced: { attribute: false } };

  declare announced: Announced;

  static override styles = [
    base,
    controls,
    css`
      h3 {
        margin-block-start: var(--sayso-gap-4);
      }

      .ask > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-3);
      }

      details {
        margin-block-start: var(--sayso-gap-2);
      }

      ul {
        padding-inline-start: 1.25rem;
      }

      code {
        display: block;
        max-block-size: 8rem;
        overflow: auto;
        font-size: var(--sayso-small);
        white-space: pre-wrap;
      }
    `,
  ];

  constructor() {
    super();
    this.announced = { kind: 'none' };
  }

  protected override render() {
    const { announced } = this;
    switch (announced.kind) {
      case 'none':
        return html``;
      case 'unreadable':
        return html`<sayso-notice kind="warning"><p>${t('popup_announced_unreadable')}</p></sayso-notice>`;
      case 'invalid':
        return html`<sayso-notice kind="warning">
          <p>${t('popup_announced_invalid')}</p>
          <code dir="ltr" tabindex="0">${announced.message}</code>
        </sayso-notice>`;
      case 'ok': {
        const { name, asks } = announced.document;
        const [only] = asks;
        return html`
          <h3>${t('popup_announced')}</h3>
          <p class="quiet small">${t('popup_announced_name', isolated(name))}</p>
          ${asks.length === 1 && only ? this.#ask(only) : asks.map((ask) => this.#folded(ask))}
        `;
      }
    }
  }

  #folded(ask: Ask) {
    return html`<details>
      <summary>${[...new Set([...ask.required, ...ask.optional].map(needText))].join(' · ')}</summary>
      ${this.#ask(ask)}
    </details>`;
  }

  #ask(ask: Ask) {
    return html`<div class="ask">
      <sayso-quote .text=${ask.text}></sayso-quote>
      <ul>
        ${ask.required.map((need) => this.#need(need, t('common_ask_required')))}
        ${ask.optional.map((need) => this.#need(need, t('common_ask_optional')))}
      </ul>
      <sayso-ask-terms .ask=${ask}></sayso-ask-terms>
    </div>`;
  }

  #need(need: Need, how: string) {
    const limits = filterText(need.filter);
    return html`<li>
      <bdi>${needText(need)}</bdi> <span class="quiet small">(${how})</span>
      ${limits === '' ? nothing : html`<span class="quiet small">${limits}</span>`}
    </li>`;
  }
}

customElements.define('sayso-announced', SaysoAnnounced);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-announced': SaysoAnnounced;
  }
}
