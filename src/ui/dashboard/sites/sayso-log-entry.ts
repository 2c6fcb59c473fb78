import { css, html, LitElement, nothing } from 'lit';
import type { LogEntry } from '../../../app/vendor-log.ts';
import type { Disclosure, RankReason } from '../../../domain/disclosure.ts';
import type { Decision } from '../../../domain/grant.ts';
import '../../components/sayso-ask-terms.ts';
import '../../components/sayso-quote.ts';
import { formatTime } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { needText } from '../../need-text.ts';
import { preferenceKeyName } from '../../preference-key-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { valueName } from '../preferences/value-name.ts';
import { shortName } from '../short-name.ts';
import { fieldsText, logTitle, silenceText } from './log-words.ts';
import { causeText } from './rank-words.ts';

/** More lines than these of one read are counted, not drawn. */
const MAX_LINES = 500;

/** One thing that happened between a site and the person's data, and, when it is opened, all there is to know of it. */
export class SaysoLogEntry extends LitElement {
  static override properties = { entry: { attribute: false }, _isOpen: { state: true } };

  declare entry: LogEntry;
  declare _isOpen: boolean;

  static override styles = [
    base,
    controls,
    css`
      :host {
        padding-block: var(--sayso-gap-2);
        border-block-end: 1px solid var(--sayso-line);
      }

      .list {
        max-block-size: 24rem;
        margin-block: var(--sayso-gap-1);
        padding-inline-start: 1.5rem;
        overflow: auto;
      }

      .list li + li {
        margin-block-start: var(--sayso-gap-1);
      }

      h3 {
        margin-block-start: var(--sayso-gap-2);
      }
    `,
  ];

  constructor() {
    super();
    this._isOpen = false;
  }

  protected override render() {
    const { entry } = this;
    return html`
      <p class="small quiet"><time datetime=${new Date(entry.atMs).toISOString()}>${formatTime(entry.atMs)}</time></p>
      <p>${logTitle(entry)}</p>
      ${entry.kind === 'read' ? this.#read(entry.disclosure) : nothing}
      ${entry.kind === 'asked' ? this.#asked(entry.decision) : nothing}
    `;
  }

  #read(disclosure: Disclosure) {
    const { records, ranked } = disclosure;
    const fields = fieldsText(disclosure);
    return html`
      ${fields === '' ? nothing : html`<p class="small quiet">${fields}</p>`}
      ${
        records.length === 0 && ranked === undefined
          ? nothing
          : this.#details(ranked ? t('dashboard_log_read_order') : t('dashboard_log_read_records'), () =>
              ranked ? rankLines(ranked) : recordLines(disclosure),
            )
      }
    `;
  }

  #asked(decision: Decision) {
    const silence = silenceText(decision);
    return html`
      ${silence === '' ? nothing : html`<p class="small quiet">${silence}</p>`}
      ${this.#details(t('dashboard_log_asked_what'), () => askLines(decision))}
    `;
  }

  /** Long lists are drawn only when somebody wants to see them. */
  #details(summary: string, content: () => unknown) {
    return html`<details class="small" @toggle=${(event: Event) => (this._isOpen = (event.target as HTMLDetailsElement).open)}>
      <summary>${summary}</summary>
      ${this._isOpen ? content() : nothing}
    </details>`;
  }
}

function recordLines({ call, records }: Disclosure) {
  return html`<ul class="list" tabindex="0" aria-label=${t('dashboard_log_read_records')}>
      ${records
        .slice(0, MAX_LINES)
        .map(({ name, said }) =>
          call === 'preferences'
            ? recordLine(preferenceKeyName(name), said && valueName(name, said))
            : recordLine(name, said),
        )}
    </ul>
    ${andMore(records.length)}`;
}

function recordLine(name: string, said: string | undefined) {
  return html`<li><bdi>${shortName(name)}</bdi>${said === undefined ? nothing : html`: <bdi>${shortName(said)}</bdi>`}</li>`;
}

function rankLines(ranked: readonly RankReason[]) {
  return html`<p class="quiet">${t('dashboard_log_rank_unseen')}</p>
    <ol class="list" tabindex="0" aria-label=${t('dashboard_log_read_order')}>
      ${ranked.slice(0, MAX_LINES).map(
        ({ name, causes }) => html`<li>
          <bdi>${shortName(name)}</bdi>:
          <span class="quiet">${causes.length === 0 ? t('dashboard_rank_nothing') : causes.map(causeText).join(', ')}</span>
        </li>`,
      )}
    </ol>
    ${andMore(ranked.length)}`;
}

function askLines({ ask }: Decision) {
  return html`
    ${ask.text === '' ? nothing : html`<sayso-quote .text=${ask.text}></sayso-quote>`}
    ${(['required', 'optional'] as const).map((part) =>
      ask[part].length === 0
        ? nothing
        : html`<h3>${t(`dashboard_log_asked_${part}`)}</h3>
            <ul class="list">${ask[part].map((need) => html`<li>${needText(need)}</li>`)}</ul>`,
    )}
    <sayso-ask-terms .ask=${ask}></sayso-ask-terms>
  `;
}

function andMore(count: number) {
  return count > MAX_LINES
    ? html`<p class="quiet">${tn('dashboard_log_more_records', count - MAX_LINES)}</p>`
    : nothing;
}

customElements.define('sayso-log-entry', SaysoLogEntry);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-log-entry': SaysoLogEntry;
  }
}
