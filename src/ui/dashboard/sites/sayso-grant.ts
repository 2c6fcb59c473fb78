import { css, html, LitElement, nothing } from 'lit';
import type { GivenNeed, HeldGrant } from '../../../domain/grant.ts';
import type { GrantId } from '../../../domain/ids.ts';
import '../../components/sayso-ask-terms.ts';
import '../../components/sayso-quote.ts';
import { formatTime } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { fieldName, filterText, needText } from '../../need-text.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { grantEnd } from './grant-end.ts';
import { shorterEnds } from './shorter-ends.ts';

/** The person ends a grant, now or at an earlier moment than it would. */
export type GrantPressed = CustomEvent<{ readonly grantId: GrantId; readonly untilMs?: number }>;

/**
 * One grant: what it lets a site read, for what, until when, and the way to end it.
 *
 * @fires {GrantPressed} grant-pressed - without `untilMs` to revoke it
 */
export class SaysoGrant extends LitElement {
  static override properties = { grant: { attribute: false }, nowMs: { attribute: false } };

  declare grant: HeldGrant;
  /** The present, to which the earlier ends are counted. Milliseconds since the Unix epoch. */
  declare nowMs: number;

  static override styles = [
    base,
    controls,
    css`
      :host {
        padding: var(--sayso-gap-4);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
      }

      ul {
        padding-inline-start: 1.25rem;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--sayso-gap-3);
      }

      select {
        inline-size: auto;
      }
    `,
  ];

  protected override render() {
    const { ask, scope, status, fromMs } = this.grant;
    return html`<div class="stack">
      <p class="small quiet">
        ${t('dashboard_grant_since', formatTime(fromMs))} ·
        ${status === 'active' ? grantEnd(this.grant) : t(`dashboard_grant_status_${status}`)}
      </p>
      <ul>
        ${scope.map(needLine)}
      </ul>
      ${ask.text === '' ? nothing : html`<sayso-quote .text=${ask.text}></sayso-quote>`}
      <details class="small">
        <summary>${t('dashboard_grant_more')}</summary>
        <sayso-ask-terms .ask=${ask}></sayso-ask-terms>
      </details>
      ${status === 'active' ? this.#acts() : nothing}
    </div>`;
  }

  #acts() {
    const ends = shorterEnds(this.grant.untilMs, this.nowMs);
    return html`<div class="acts">
      <button type="button" class="danger" @click=${() => this.#press()}>${t('dashboard_grant_revoke')}</button>
      ${
        ends.length === 0
          ? nothing
          : html`<select aria-label=${t('dashboard_grant_shorten_label')}>
                ${ends.map(({ end, atMs }) => html`<option value=${atMs}>${t(`dashboard_grant_end_${end}`)}</option>`)}
              </select>
              <button type="button" @click=${this.#onShorten}>${t('dashboard_grant_shorten')}</button>`
      }
    </div>`;
  }

  #onShorten(): void {
    this.#press(Number(this.renderRoot.querySelector('select')?.value));
  }

  #press(untilMs?: number): void {
    const event: GrantPressed = new CustomEvent('grant-pressed', {
      detail: { grantId: this.grant.id, ...(untilMs === undefined ? {} : { untilMs }) },
    });
    this.dispatchEvent(event);
  }
}

/** All of a need as it was given: what, which of it, with which fields, without which records. */
function needLine(need: GivenNeed) {
  const kept = need.without?.length ?? 0;
  const limits = [
    filterText(need.filter),
    ...(need.fields ?? []).map(fieldName),
    kept > 0 ? tn('dashboard_grant_without', kept) : '',
  ].filter((part) => part !== '');
  return html`<li>
    ${needText(need)}${limits.length === 0 ? nothing : html`<br /><span class="small quiet">${limits.join(' · ')}</span>`}
  </li>`;
}

customElements.define('sayso-grant', SaysoGrant);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-grant': SaysoGrant;
  }
  interface HTMLElementEventMap {
    'grant-pressed': GrantPressed;
  }
}
