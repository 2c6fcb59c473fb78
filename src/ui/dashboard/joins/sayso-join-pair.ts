import { css, html, LitElement, nothing } from 'lit';
import type { JoinSuggestion, SuggestedItem } from '../../../app/suggest-joins.ts';
import '../../components/sayso-mark.ts';
import { formatList } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { itemLine } from '../ratings/item-line.ts';
import { queryOf, WHOLE_LIST } from '../ratings/ratings-view.ts';
import { sourceName } from '../ratings/source-name.ts';
import { hashOf } from '../route.ts';
import { shortName } from '../short-name.ts';

/** The list that a thing without a mark is in: the way back from its page leads there. */
const UNRATED = queryOf({ ...WHOLE_LIST, isUnrated: true });

/** What the person says of a pair. */
export type PairJudged = CustomEvent<{ readonly suggestion: JoinSuggestion; readonly isOne: boolean }>;

/**
 * Two things side by side that may be one, and the two answers.
 *
 * @fires {PairJudged} pair-judged
 */
export class SaysoJoinPair extends LitElement {
  static override properties = { suggestion: { attribute: false } };

  declare suggestion: JoinSuggestion;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        padding-block: var(--sayso-gap-4);
        border-block-end: 1px solid var(--sayso-line);
      }

      :host([current]) .pair {
        outline: 2px solid var(--sayso-accent);
        outline-offset: var(--sayso-gap-1);
        border-radius: var(--sayso-radius);
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: var(--sayso-gap-3);
      }

      .thing {
        display: flex;
        flex-direction: column;
        gap: var(--sayso-gap-1);
        min-inline-size: 0;
        padding: var(--sayso-gap-3);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        overflow-wrap: anywhere;
      }

      .name {
        font-weight: 600;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-2);
        margin-block-start: var(--sayso-gap-3);
      }
    `,
  ];

  /** Takes the focus to its first answer. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render() {
    const [one, other] = this.suggestion.items;
    const names = t('dashboard_joins_pair', shortName(one.item.name), shortName(other.item.name));
    return html`
      <div class="pair" role="group" aria-label=${names}>${[one, other].map((thing) => this.#thing(thing))}</div>
      <div class="acts">
        <button
          type="button"
          aria-label=${`${t('dashboard_joins_yes')}: ${names}`}
          aria-keyshortcuts="y"
          @click=${() => this.#judge(true)}
        >
          ${t('dashboard_joins_yes')}
        </button>
        <button
          type="button"
          aria-label=${`${t('dashboard_joins_no')}: ${names}`}
          aria-keyshortcuts="n"
          @click=${() => this.#judge(false)}
        >
          ${t('dashboard_joins_no')}
        </button>
      </div>
    `;
  }

  #thing({ item, rating, sources }: SuggestedItem) {
    return html`<div class="thing">
      <a class="name" href=${hashOf('ratings', item.id, rating ? '' : UNRATED)}><bdi>${item.name}</bdi></a>
      <span class="small quiet">${itemLine(item)}</span>
      <span class="small quiet">${formatList(sources.map(sourceName))}</span>
      ${rating ? html`<sayso-mark .given=${rating.given}></sayso-mark>` : nothing}
    </div>`;
  }

  #judge(isOne: boolean): void {
    const event: PairJudged = new CustomEvent('pair-judged', { detail: { suggestion: this.suggestion, isOne } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-join-pair', SaysoJoinPair);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-join-pair': SaysoJoinPair;
  }
  interface HTMLElementEventMap {
    'pair-judged': PairJudged;
  }
}
