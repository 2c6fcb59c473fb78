import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { joinItems } from '../../../app/join-items.ts';
import { refuseJoin } from '../../../app/refuse-join.ts';
import { type JoinSuggestion, type JoinSuggestions, suggestJoins } from '../../../app/suggest-joins.ts';
import { watch } from '../../../app/watch.ts';
import type { RecordId } from '../../../domain/ids.ts';
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
import { joinOrder } from './join-keys.ts';
import { type PairJudged, SaysoJoinPair } from './sayso-join-pair.ts';

/** More pairs than these are shown when some of them are judged. */
const SHOWN = 30;

/** An answer that can be taken back. */
interface Answer {
  readonly journalId: RecordId;
  /** Of its pair. */
  readonly key: string;
}

/**
 * Things that may be one, two by two, to be joined or kept apart: by buttons, or by Y and N for the pair that is marked, with
 * J and K or the arrows from one pair to the next, and U to take the last answer back.
 *
 * @fires {Told} told
 */
export class SaysoJoins extends LitElement {
  static override properties = {
    context: { attribute: false },
    _busy: { state: true },
    _current: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare _busy: JoinSuggestion | undefined;
  /** The key of the pair that the keys are for; another may be gone. */
  declare _current: string | undefined;
  declare _failure: unknown;

  readonly #joins = new Watched<JoinSuggestions>(this, (onValue, onError) =>
    watch(() => suggestJoins(this.context, { limit: SHOWN }))(onValue, onError),
  );

  /** What was answered here and not taken back, the last one last. */
  readonly #answers: Answer[] = [];
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
    this._busy = undefined;
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
    if (suggestions.length === 0) {
      return html`<sayso-empty heading=${t('dashboard_joins_empty_title')}>
        ${t('dashboard_joins_empty_text')}
        <a slot="actions" class="button" href=${hashOf('import')}>${t('dashboard_section_import')}</a>
      </sayso-empty>`;
    }
    const current = suggestions.map(keyOf).find((key) => key === this._current) ?? suggestions.map(keyOf)[0];
    return html`
      <p class="intro small">${t('dashboard_joins_keys')}</p>
      <p class="quiet" role="status">${tn('dashboard_joins_count', total)}</p>
      <ul role="list" aria-label=${t('dashboard_section_joins')} @focusin=${this.#onFocus}>
        ${repeat(
          suggestions,
          keyOf,
          (suggestion) =>
            html`<li aria-current=${keyOf(suggestion) === current ? 'true' : nothing}>
              <sayso-join-pair
                ?current=${keyOf(suggestion) === current}
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

  /** What the keys are for: the pair that has or had the focus last, else the first. */
  get #current(): SaysoJoinPair | undefined {
    const pairs = this.#pairs;
    return pairs.find(({ suggestion }) => keyOf(suggestion) === this._current) ?? pairs[0];
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
        if (current && this._busy === undefined) {
          void this.#judge(current.suggestion, order === 'one');
        }
    }
  };

  #onFocus(event: FocusEvent): void {
    const pair = event.composedPath().find((one) => one instanceof SaysoJoinPair);
    if (pair) {
      this._current = keyOf(pair.suggestion);
    }
  }

  /** Nowhere is nowhere else to go. */
  #focus(pair: SaysoJoinPair | undefined): void {
    if (pair) {
      this._current = keyOf(pair.suggestion);
      pair.focus();
    }
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
      const answer = { journalId, key: keyOf(suggestion) };
      this.#answers.push(answer);
      tell(this, {
        text: t(isOne ? 'dashboard_joins_joined' : 'dashboard_joins_refused', shortName(one.name)),
        undo: () => this.#undo(answer),
      });
      await this.#arrive(suggestion, at);
      await ratingsChanged();
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._busy = undefined;
    }
  }

  async #undoLast(): Promise<void> {
    const last = this.#answers.at(-1);
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
  async #undo(answer: Answer): Promise<void> {
    const index = this.#answers.indexOf(answer);
    if (index < 0) {
      return; // by the key and by the button at once
    }
    this.#answers.splice(index, 1);
    try {
      await takeBack(this.context, { journalIds: [answer.journalId] });
    } catch (thrown) {
      this.#answers.splice(index, 0, answer);
      throw thrown;
    }
    this.#awaited = answer.key;
    if (!this.#focusAwaited()) {
      // The button that was pressed is about to go, and the pair is not back yet.
      this.#focusCurrent();
    }
  }

  /** @returns whether the pair is there again */
  #focusAwaited(): boolean {
    const pair = this.#pairs.find(({ suggestion }) => keyOf(suggestion) === this.#awaited);
    if (pair) {
      this.#awaited = undefined;
      void pair.updateComplete.then(() => this.#focus(pair));
    }
    return pair !== undefined;
  }

  #focusCurrent(): void {
    (this.#current ?? this.renderRoot.querySelector('h1'))?.focus();
  }

  /** The pair is gone in a moment, and with it what has the focus: the next one takes it, or the heading. */
  async #arrive(judged: JoinSuggestion, at: number): Promise<void> {
    const next = this.#pairs[at + 1] ?? this.#pairs[at - 1];
    if (next && next.suggestion !== judged) {
      this.#focus(next);
    } else {
      this.renderRoot.querySelector('h1')?.focus();
    }
    await this.updateComplete;
  }
}

function keyOf({ items: [one, other] }: JoinSuggestion): string {
  return [one.item.id, other.item.id].sort().join(' ');
}

customElements.define('sayso-joins', SaysoJoins);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-joins': SaysoJoins;
  }
}
