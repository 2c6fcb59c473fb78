import { css, html, LitElement, nothing } from 'lit';
import type { ListedRequest } from '../../../app/list-requests.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { hashOf } from '../route.ts';
import { countsOf, countsText, stateText, untilText } from './request-words.ts';

/** One request in the list: what it is called, how it stands, who was asked. */
export class SaysoIntentionRow extends LitElement {
  static override properties = {
    listed: { attribute: false },
    nowMs: { attribute: false },
    news: { attribute: false },
  };

  declare listed: ListedRequest;
  /** What the end is told from. */
  declare nowMs: number;
  /** How much came of it that the person has not looked at. */
  declare news: number;

  static override styles = [
    base,
    css`
      :host {
        padding-block: var(--sayso-gap-3);
        border-block-end: 1px solid var(--sayso-line);
      }

      .title {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        font-weight: 600;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--sayso-gap-2);
      }

      .state {
        font-weight: 550;
      }

      .news {
        color: var(--sayso-accent-strong);
      }

      .failed {
        color: var(--sayso-danger);
      }
    `,
  ];

  constructor() {
    super();
    this.news = 0;
  }

  protected override render() {
    const { listed, nowMs } = this;
    const { id, cast } = listed.row;
    const { request } = cast;
    const counts = countsOf(listed);
    const until = untilText(listed, nowMs);
    const isNew = cast.phase.kind === 'open' && counts.waiting > 0;
    const title = request.title || t('intentions_untitled');
    const told = countsText(counts);
    const more = request.lines.length - 1;
    return html`
      <a class="title" href=${hashOf('intentions', id)} title=${title}><bdi>${title}</bdi></a>
      <p class="line">
        <span class="state ${isNew ? 'news' : ''}">${stateText(listed)}</span>
        ${this.news > 0 ? html`<span class="small news">${tn('dashboard_news', this.news)}</span>` : nothing}
        ${more > 0 ? html`<span class="small quiet">${tn('intentions_more_lines', more)}</span>` : nothing}
      </p>
      <p class="small quiet">
        <span class=${counts.failed > 0 ? 'failed' : ''}>${told}</span>${told === '' || until === '' ? '' : ' · '}${until}
      </p>
    `;
  }
}

customElements.define('sayso-intention-row', SaysoIntentionRow);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-intention-row': SaysoIntentionRow;
  }
}
