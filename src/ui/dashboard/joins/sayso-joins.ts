import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { joinItems } from '../../../app/join-items.ts';
import { refuseJoin } from '../../../app/refuse-join.ts';
import { type JoinSuggestion, type JoinSuggestions, suggestJoins } from '../../../app/suggest-joins.ts';
import { watch } from '../../../app/watch.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { hashOf } from '../route.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';
import './sayso-join-pair.ts';
import type { PairJudged } from './sayso-join-pair.ts';

/** More pairs than these are shown when some of them are judged. */
const SHOWN = 30;

/**
 * Things that may be one, two by two, to be joined or kept apart: by buttons, or by Y and N, with the arrows from one pair
 * to the next.
 *
 * @fires {Told} told
 */
export class SaysoJoins extends LitElement {
  static override properties = {
    context: { attribute: false },
    _busy: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare _busy: JoinSuggestion | undefined;
  declare _failure: unknown;

  readonly #joins = new Watched<JoinSuggestions>(this, (onValue, onError) =>
    watch(() => suggestJoins(this.context, { limit: SHOWN }))(onValue, onError),
  );

  static override styles = [
    base,
    controls,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
      }
    `,
  ];

  constructor() {
    super();
    this._busy = undefined;
    this._failure = undefined;
    new Heading(this, () => t('dashboard_section_joins'));
  }

  protected override render() {
    const { value } = this.#joins;
    const failure = this._failure ?? this.#joins.failure;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_joins')}</h1>
      <p class="intro quiet">${t('dashboard_joins_intro')}</p>
      ${failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      ${value ? this.#content(value) : html`<p class="quiet">${failure === undefined ? t('common_loading') : ''}</p>`}
    `;
  }

  #content({ suggestions, total }: JoinSuggestions) {
    if (suggestions.length === 0) {
      return html`<sayso-empty heading=${t('dashboard_joins_empty_title')}>
        ${t('dashboard_joins_empty_text')}
        <a slot="actions" class="button" href=${hashOf('import')}>${t('dashboard_section_import')}</a>
      </sayso-empty>`;
    }
    return html`
      <p class="quiet" role="status">${tn('dashboard_joins_count', total)}</p>
      <ul role="list" aria-label=${t('dashboard_section_joins')} @keydown=${this.#onKey}>
        ${repeat(
          suggestions,
          ({ items: [one, other] }) => `${one.item.id} ${other.item.id}`,
          (suggestion) =>
            html`<li>
              <sayso-join-pair
                .suggestion=${suggestion}
                .isBusy=${this._busy === suggestion}
                @pair-judged=${this.#onJudged}
              ></sayso-join-pair>
            </li>`,
        )}
      </ul>
    `;
  }

  get #pairs() {
    return [...this.renderRoot.querySelectorAll('sayso-join-pair')];
  }

  #onKey(event: KeyboardEvent): void {
    const at = this.#pairs.findIndex((pair) => event.composedPath().includes(pair));
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const pair = this.#pairs[at];
    switch (event.key.toLowerCase()) {
      case 'arrowdown':
        this.#pairs[at + 1]?.focus();
        break;
      case 'arrowup':
        this.#pairs[at - 1]?.focus();
        break;
      case 'y':
      case 'n':
        if (pair && this._busy === undefined && !event.repeat) {
          void this.#judge(pair.suggestion, event.key.toLowerCase() === 'y');
        }
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  #onJudged({ detail }: PairJudged): void {
    void this.#judge(detail.suggestion, detail.isOne);
  }

  async #judge(suggestion: JoinSuggestion, isOne: boolean): Promise<void> {
    const [one, other] = suggestion.items.map(({ item }) => item);
    const at = this.#pairs.findIndex((pair) => pair.suggestion === suggestion);
    if (!one || !other) {
      return;
    }
    this._busy = suggestion;
    try {
      this._failure = undefined;
      const pair = { one: one.id, other: other.id };
      const { journalId } = isOne ? await joinItems(this.context, pair) : await refuseJoin(this.context, pair);
      tell(this, {
        text: t(isOne ? 'dashboard_joins_joined' : 'dashboard_joins_refused', shortName(one.name)),
        undo: () => takeBack(this.context, { journalIds: [journalId] }),
      });
      await this.#arrive(suggestion, at);
      await ratingsChanged();
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._busy = undefined;
    }
  }

  /** The pair is gone in a moment, and with it what has the focus: the next one takes it, or the heading. */
  async #arrive(judged: JoinSuggestion, at: number): Promise<void> {
    const next = this.#pairs[at + 1] ?? this.#pairs[at - 1];
    if (next && next.suggestion !== judged) {
      next.focus();
    } else {
      this.renderRoot.querySelector('h1')?.focus();
    }
    await this.updateComplete;
  }
}

customElements.define('sayso-joins', SaysoJoins);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-joins': SaysoJoins;
  }
}
