import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { type JoinSuggestions, suggestJoins } from '../../../app/suggest-joins.ts';
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
import { type JoinAnswer, JoinAnswers, pairOf } from './join-answers.ts';
import { joinOrder } from './join-keys.ts';
import { type PairJudged, SaysoJoinPair } from './sayso-join-pair.ts';

/** More pairs than these are shown when some of them are judged. */
const SHOWN = 30;

/**
 * Things that may be one, two by two, to be joined or kept apart: by buttons, or by Y and N for the pair that is marked, with
 * J and K or the arrows from one pair to the next, and U to take the last answer back. No answer waits for the one before
 * to be written: the next pair is marked at once.
 *
 * @fires {Told} told
 */
export class SaysoJoins extends LitElement {
  static override properties = {
    context: { attribute: false },
    _current: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  /** The key of the pair that the keys are for; another may be gone. */
  declare _current: string | undefined;
  declare _failure: unknown;

  readonly #joins = new Watched<JoinSuggestions>(this, (onValue, onError) =>
    watch(() => suggestJoins(this.context, { limit: SHOWN }))(onValue, onError),
  );

  readonly #answers = new JoinAnswers(this, {
    onWritten: (answer) => this.#onWritten(answer),
    onFailed: (thrown) => {
      this._failure = thrown;
    },
  });
  /** The key of a pair that comes back and takes the focus then. */
  #awaited: string | undefined;

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
    this._current = undefined;
    this._failure = undefined;
    new Heading(this, () => t('dashboard_section_joins'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    super.disconnectedCallback();
  }

  /** The marked pair stays the marked one, whatever comes before it in a new list: the person has seen it so. */
  protected override willUpdate(): void {
    const suggestions = this.#joins.value?.suggestions ?? [];
    this.#answers.settle(suggestions);
    const keys = suggestions.filter((one) => this.#answers.isShown(one)).map(pairOf);
    if (this._current === undefined || !keys.includes(this._current)) {
      [this._current] = keys;
    }
  }

  protected override updated(): void {
    if (this.#awaited !== undefined) {
      this.#focusAwaited();
    }
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
    const shown = suggestions.filter((one) => this.#answers.isShown(one));
    const left = total - suggestions.filter((one) => this.#answers.isAnswered(one)).length;
    const { underWay } = this.#answers;
    const writing = html`<p class="small quiet" id="writing" role="status">
      ${underWay === 0 ? '' : tn('dashboard_joins_writing', underWay)}
    </p>`;
    if (left === 0) {
      return html`${writing}<sayso-empty heading=${t('dashboard_joins_empty_title')}>
          ${t('dashboard_joins_empty_text')}
          <a slot="actions" class="button" href=${hashOf('import')}>${t('dashboard_section_import')}</a>
        </sayso-empty>`;
    }
    return html`
      <p class="intro small">${t('dashboard_joins_keys')}</p>
      <p class="quiet" role="status">${tn('dashboard_joins_count', left)}</p>
      ${writing} ${shown.length === 0 ? html`<p class="quiet">${t('common_loading')}</p>` : nothing}
      <ul role="list" aria-label=${t('dashboard_section_joins')} @focusin=${this.#onFocus}>
        ${repeat(
          shown,
          pairOf,
          (suggestion) =>
            html`<li aria-current=${pairOf(suggestion) === this._current ? 'true' : nothing}>
              <sayso-join-pair
                ?current=${pairOf(suggestion) === this._current}
                .suggestion=${suggestion}
                @pair-judged=${this.#onJudged}
              ></sayso-join-pair>
            </li>`,
        )}
      </ul>
    `;
  }

  /** Without those that are answered and about to go. */
  get #pairs() {
    const pairs = [...this.renderRoot.querySelectorAll('sayso-join-pair')];
    return pairs.filter(({ suggestion }) => this.#answers.isShown(suggestion));
  }

  /** What the keys are for: the pair that has or had the focus last, else the first. */
  get #current(): SaysoJoinPair | undefined {
    const pairs = this.#pairs;
    return pairs.find(({ suggestion }) => pairOf(suggestion) === this._current) ?? pairs[0];
  }

  /** Heard on the whole page, so that nobody has to find a pair first; other parts of it keep their keys. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    if (!path.includes(this) && path[0] !== document.body && path[0] !== document.documentElement) {
      return;
    }
    const pairs = this.#pairs;
    const own = pairs.find((pair) => path.includes(pair));
    const order = joinOrder(event, own !== undefined);
    if (order === undefined) {
      return;
    }
    event.preventDefault();
    const current = own ?? this.#current;
    const at = own ? pairs.indexOf(own) : -1;
    this.#awaited = undefined;
    switch (order) {
      case 'next':
        // From outside the first step is onto the pair that is marked.
        this.#focus(own ? pairs[at + 1] : current);
        break;
      case 'previous':
        this.#focus(own ? pairs[at - 1] : current);
        break;
      case 'undo':
        void this.#undoLast();
        break;
      default:
        if (current) {
          this.#judge(current, order === 'one');
        }
    }
  };

  #onFocus(event: FocusEvent): void {
    const pair = event.composedPath().find((one) => one instanceof SaysoJoinPair);
    if (pair) {
      this._current = pairOf(pair.suggestion);
    }
  }

  /** Nowhere is nowhere else to go. */
  #focus(pair: SaysoJoinPair | undefined): void {
    if (pair) {
      this._current = pairOf(pair.suggestion);
      pair.focus();
    }
  }

  #onJudged({ detail, currentTarget }: PairJudged): void {
    this.#judge(currentTarget as SaysoJoinPair, detail.isOne);
  }

  /** The pair goes at once, and with it what has the focus: the next one takes it, or the heading. */
  #judge(pair: SaysoJoinPair, isOne: boolean): void {
    const pairs = this.#pairs;
    const at = pairs.indexOf(pair);
    if (at < 0) {
      return; // answered a moment ago
    }
    this._failure = undefined;
    this.#answers.give({ suggestion: pair.suggestion, isOne });
    const left = this.#pairs;
    const next = pairs.slice(at).find((one) => left.includes(one)) ?? left.at(-1);
    if (next) {
      this.#focus(next);
    } else {
      this.renderRoot.querySelector('h1')?.focus();
    }
  }

  async #onWritten(answer: JoinAnswer): Promise<void> {
    tell(this, {
      text: t(
        answer.isOne ? 'dashboard_joins_joined' : 'dashboard_joins_refused',
        shortName(answer.suggestion.items[0].item.name),
      ),
      undo: () => this.#undo(answer),
    });
    await ratingsChanged();
  }

  async #undoLast(): Promise<void> {
    const { last } = this.#answers;
    if (!last) {
      return;
    }
    try {
      this._failure = undefined;
      await this.#undo(last);
      tell(this, { text: t('common_undone') });
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  /** Takes an answer back, and brings the focus to its pair once that is there again. */
  async #undo(answer: JoinAnswer): Promise<void> {
    if (!(await this.#answers.takeBack(answer))) {
      return;
    }
    this.#awaited = pairOf(answer.suggestion);
    if (!this.#focusAwaited()) {
      // The button that was pressed is about to go, and the pair is not back yet.
      this.#focusCurrent();
    }
  }

  /** @returns whether the pair is there again */
  #focusAwaited(): boolean {
    const pair = this.#pairs.find(({ suggestion }) => pairOf(suggestion) === this.#awaited);
    if (pair) {
      this.#awaited = undefined;
      void pair.updateComplete.then(() => this.#focus(pair));
    }
    return pair !== undefined;
  }

  #focusCurrent(): void {
    (this.#current ?? this.renderRoot.querySelector('h1'))?.focus();
  }
}

customElements.define('sayso-joins', SaysoJoins);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-joins': SaysoJoins;
  }
}
