import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import type { ThreadEntry } from '../../../app/list-requests.ts';
import type { CastRequest } from '../../../domain/cast-request.ts';
import type { Origin } from '../../../domain/ids.ts';
import type { Quote } from '../../../domain/quote.ts';
import type { Thread, ThreadEnd } from '../../../domain/thread.ts';
import '../../components/sayso-origin.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';
import { declineReason } from '../../reason-text.ts';
import { keepFocus } from '../../keep-focus.ts';
import { refusalText } from '../../refusal-text.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import './sayso-answer-question.ts';
import './sayso-ask-site.ts';
import './sayso-quoted.ts';
import './sayso-thread-acts.ts';
import './sayso-thread-story.ts';
import './sayso-whole-quote.ts';
import { threadText, timeText } from './state-text.ts';
import { threadState, type Turn, turnOf } from './thread-state.ts';
import { threadTimes } from './thread-times.ts';
import { wordsOf } from './words-of.ts';

/**
 * One vendor's part of a request: where it stands, what is due, what the vendor said, what can be done, and the whole story.
 *
 * @fires {Told} told
 */
export class SaysoThread extends LitElement {
  static override properties = {
    context: { attribute: false },
    cast: { attribute: false },
    thread: { attribute: false },
    entries: { attribute: false },
    asked: { attribute: false },
    _isUnfolded: { state: true },
  };

  declare context: AppContext;
  declare cast: CastRequest;
  declare thread: Thread;
  /** Its story, in order. */
  declare entries: readonly ThreadEntry[];
  /** Those that have an open part, or were asked after this one. */
  declare asked: readonly Origin[];
  /** A long story is drawn only when somebody wants to see it. */
  declare _isUnfolded: boolean;

  static override styles = [
    base,
    controls,
    css`
      :host {
        padding: var(--sayso-gap-4);
        border: 1px solid var(--sayso-line);
        border-inline-start-width: 0.25rem;
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
        break-inside: avoid;
      }

      :host([turn='yours']) {
        border-inline-start-color: var(--sayso-accent);
      }

      :host([turn='failed']) {
        border-inline-start-color: var(--sayso-danger);
      }

      article > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-3);
      }

      .state {
        margin-block-start: var(--sayso-gap-1);
        font-weight: 550;
      }

      .state + ul {
        margin-block-start: var(--sayso-gap-1);
      }
    `,
  ];

  #hasFocus = false;
  /** As it was before what is drawn now: what had it may be gone by that. */
  #hadFocus = false;

  constructor() {
    super();
    this.asked = [];
    this._isUnfolded = false;
    this.addEventListener('focusin', () => (this.#hasFocus = true));
    this.addEventListener('focusout', () => (this.#hasFocus = false));
    this.addEventListener('told', () => this.#keepFocus());
    this.addEventListener('dialog-closed', () => this.#keepFocus());
  }

  /** A referral that was followed is nobody's turn any more. */
  get #turn(): Turn {
    const { phase } = this.thread;
    const to = phase.kind === 'ended' && phase.end.as === 'referred' ? phase.end.referral.to : undefined;
    return this.#isSettled || (to !== undefined && this.asked.includes(to))
      ? 'over'
      : turnOf(threadState(this.thread, this.context.clock.nowMs()));
  }

  /** Another vendor's quote is accepted: nothing here waits for the person. */
  get #isSettled(): boolean {
    const { phase } = this.cast;
    return phase.kind === 'accepted' && phase.thread !== this.thread.id;
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.#hasFocus;
    this.setAttribute('turn', this.#turn);
  }

  protected override updated(): void {
    if (this.#hadFocus) {
      this.#keepFocus();
    }
  }

  protected override render() {
    const { context, thread, entries } = this;
    const times = threadTimes(thread);
    return html`<article>
      <h3 tabindex="-1"><sayso-origin .origin=${thread.vendor}></sayso-origin></h3>
      <p class="state" tabindex="-1">${threadText(thread, context.clock.nowMs())}</p>
      ${
        times.length === 0
          ? nothing
          : html`<ul role="list" class="small quiet">
              ${times.map((time) => html`<li>${timeText(time)}</li>`)}
            </ul>`
      }
      ${this.#offline()} ${this.#visit()} ${this.#refused()} ${this.#counterDeclined()} ${this.#said()}
      <sayso-thread-acts .context=${context} .thread=${thread} .isSettled=${this.#isSettled}></sayso-thread-acts>
      <details @toggle=${(event: Event) => (this._isUnfolded = (event.target as HTMLDetailsElement).open)}>
        <summary>${t('intention_story')} (${formatNumber(entries.length)})</summary>
        ${this._isUnfolded ? html`<sayso-thread-story .entries=${entries} .thread=${thread}></sayso-thread-story>` : nothing}
      </details>
    </article>`;
  }

  #keepFocus(): void {
    void keepFocus(this, () => this.renderRoot.querySelector<HTMLElement>('.state'));
  }

  /** What could not leave here is not held against the vendor. */
  #offline() {
    const { outbox, poll } = this.thread;
    const sinceMs = outbox.find(({ offlineSinceMs }) => offlineSinceMs !== undefined)?.offlineSinceMs;
    if (sinceMs !== undefined) {
      return html`<p class="small" id="offline">${t('intention_offline', formatTime(sinceMs))}</p>`;
    }
    return poll?.wasOffline ? html`<p class="small" id="offline">${t('intention_offline_look')}</p>` : nothing;
  }

  /** What waits for a visit waits for the person to go there. */
  #visit() {
    const { channel, outbox, vendor, phase } = this.thread;
    return channel === 'visit' && outbox.length > 0 && phase.kind !== 'ended'
      ? html`<p class="small">
          <a href=${vendor} target="_blank" rel="noopener noreferrer">${t('intention_visit')}</a>
        </p>`
      : nothing;
  }

  /** A last word that was not taken is not silence. Of one that is over, the state says it. */
  #refused() {
    const entry = this.entries.findLast((row) => row.entry.kind === 'heard')?.entry;
    return entry?.kind === 'heard' && entry.refusal !== undefined && this.thread.phase.kind !== 'ended'
      ? html`<p class="small" id="refused">
          ${t(entry.message.kind === 'quote' ? 'intention_quote_refused' : 'intention_message_refused', refusalText(entry.refusal))}
        </p>`
      : nothing;
  }

  /** The quote stands as before: that what the person proposed instead was heard, and not taken, is said with it. */
  #counterDeclined() {
    const entry = this.entries.findLast((row) => row.entry.kind === 'heard')?.entry;
    return this.thread.phase.kind === 'quoted' &&
      entry?.kind === 'heard' &&
      entry.refusal === undefined &&
      entry.message.kind === 'decline' &&
      entry.message.of === 'counter'
      ? html`<p class="small" id="counter-declined">
            ${t('intention_heard_decline_counter', declineReason(entry.message.reason))}
          </p>
          ${wordsOf(entry.message.words)}`
      : nothing;
  }

  #said() {
    const { context, thread } = this;
    const { phase, question } = thread;
    const quote = phase.kind === 'ended' || !('quote' in phase) ? undefined : phase.quote;
    return html`
      ${
        question && phase.kind !== 'ended'
          ? html`<sayso-answer-question
              .context=${context}
              .thread=${thread}
              .isSettled=${this.#isSettled}
            ></sayso-answer-question>`
          : nothing
      }
      ${threadState(thread, context.clock.nowMs()) === 'interested' ? wordsOf(this.#interest) : nothing}
      ${quote ? this.#quoted(quote) : nothing}
      ${phase.kind === 'ended' ? this.#end(phase.end) : nothing}
    `;
  }

  /** What is compared is drawn there: a person sees a quote once, and all that was said of it when they ask for it. */
  #quoted(quote: Quote) {
    const { phase, copy } = this.thread;
    const isCompared = (phase.kind === 'quoted' || phase.kind === 'countered') && copy.stage === 'whole';
    return isCompared
      ? html`<sayso-whole-quote .quote=${quote} .copy=${copy}></sayso-whole-quote>`
      : html`<sayso-quoted
          .quote=${quote}
          .copy=${copy}
          .taken=${'acceptance' in phase ? phase.acceptance.choice : undefined}
        ></sayso-quoted>`;
  }

  /** Comes into sight with what was quoted unfolded. */
  showQuote(): void {
    this.renderRoot.querySelector('sayso-whole-quote')?.unfold();
    const heading = this.renderRoot.querySelector('h3');
    heading?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  #end(end: ThreadEnd) {
    switch (end.as) {
      case 'declined':
        return wordsOf(end.decline.words);
      case 'referred':
        return html`${wordsOf(end.referral.words)}
          <p><sayso-origin .origin=${end.referral.to}></sayso-origin></p>
          <p class="small quiet">${t('intention_referral_text')}</p>
          ${this.#askSite(end.referral.to, t('intention_referral_ask'))}`;
      case 'failed':
        return html`<p class="small quiet">
            ${t('intention_failed_at', formatTime(this.#failedAtMs ?? this.context.clock.nowMs()))}
            ${t('intention_failed_text')}
          </p>
          ${this.#askSite(this.thread.vendor, t('intention_failed_again'))}`;
      default:
        return nothing;
    }
  }

  #askSite(origin: Origin, label: string) {
    if (this.asked.includes(origin)) {
      return html`<p class="small">${t('intention_ask_asked')}</p>`;
    }
    const { kind } = this.cast.phase;
    return kind === 'open'
      ? html`<sayso-ask-site
          .context=${this.context}
          .cast=${this.cast}
          .origin=${origin}
          label=${label}
        ></sayso-ask-site>`
      : nothing;
  }

  /** What came with a yes to the first stage. */
  get #interest(): string | undefined {
    const last = this.entries.findLast(
      ({ entry }) => entry.kind === 'heard' && entry.message.kind === 'interest',
    )?.entry;
    return last?.kind === 'heard' && last.message.kind === 'interest' ? last.message.words : undefined;
  }

  get #failedAtMs(): number | undefined {
    return this.entries.findLast(({ entry }) => entry.kind === 'failed')?.atMs;
  }
}

customElements.define('sayso-thread', SaysoThread);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-thread': SaysoThread;
  }
}
