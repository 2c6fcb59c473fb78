import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { answerPrompt, type PromptAnswer } from '../../app/answer-prompt.ts';
import type { AppContext } from '../../app/context.ts';
import { type AskPreview, previewAsk } from '../../app/preview-ask.ts';
import { watch } from '../../app/watch.ts';
import { type Duration, DURATIONS } from '../../domain/grant.ts';
import type { PendingAsk } from '../../platform/pending-asks.ts';
import { mustBeGranted, requestHandover } from '../../platform/permissions.ts';
import '../components/sayso-ask-terms.ts';
import '../components/sayso-notice.ts';
import '../components/sayso-origin.ts';
import '../components/sayso-quote.ts';
import { durationName } from '../duration-name.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { Watched } from '../watched.ts';
import { askStyle } from './ask-style.ts';
import { firstChoice, isLess, isNothing, type NeedChoice, scopeOf } from './choice.ts';
import { handoverCategories } from './handover-categories.ts';
import { ReadyGuard } from './ready-guard.ts';
import type { ChoiceChanged } from './sayso-need.ts';
import './sayso-need.ts';

/**
 * What a vendor asks, who it is, what would go, for how long and on which terms; and the four answers.
 *
 * @fires {Event} ask-answered - the decision is in the database
 */
export class SaysoAsk extends LitElement {
  static override properties = {
    context: { attribute: false },
    pending: { attribute: false },
    _choices: { state: true },
    _duration: { state: true },
    _refusal: { state: true },
    _isBusy: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare pending: PendingAsk;
  declare _choices: readonly NeedChoice[];
  declare _duration: Duration;
  /** How long a refusal is repeated without a prompt. */
  declare _refusal: Duration;
  declare _isBusy: boolean;
  declare _failure: unknown;

  /** Whether what would go has been put before the person. */
  #isPreviewed = false;
  readonly #guard = new ReadyGuard(this);
  readonly #preview = new Watched<AskPreview>(this, () => () => undefined);

  static override styles = [base, controls, askStyle];

  constructor() {
    super();
    this._choices = [];
    this._duration = 'session';
    this._refusal = 'once';
    this._isBusy = false;
    this._failure = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#isPreviewed && this.#preview.value !== undefined) {
      this.#isPreviewed = true;
      this.#guard.restart();
    }
    if (changed.has('pending')) {
      const { origin, ask } = this.pending;
      this._choices = firstChoice(ask);
      this.#preview.rewatch(watch(() => previewAsk(this.context, { origin, ask })));
    }
  }

  /** Focus starts where reading starts, not on a button that a key already on its way would press. */
  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render() {
    const { origin, ask } = this.pending;
    const preview = this.#preview.value;
    return html`
      <main>
        <header>
          <h1 tabindex="-1">
            <sayso-origin .origin=${origin}></sayso-origin>
            <span>${t('prompt_asks')}</span>
          </h1>
          <sayso-quote .text=${ask.text}></sayso-quote>
        </header>
        <section aria-labelledby="needs">
          <h2 id="needs">${t('prompt_needs')}</h2>
          ${isEmpty(preview) ? html`<sayso-notice><p>${t('prompt_empty_all')}</p></sayso-notice>` : nothing}
          <ul role="list" class="needs">
            ${this._choices.map((choice, index) => html`<li>${this.#need(choice, index, preview)}</li>`)}
          </ul>
          <p class="quiet small">${this._duration === 'once' ? nothing : t('prompt_later')}</p>
        </section>
        <section aria-labelledby="promise">
          <h2 id="promise">${t('prompt_promise')}</h2>
          <sayso-ask-terms .ask=${ask}></sayso-ask-terms>
        </section>
        <section>${this.#durations()}</section>
        ${[this._failure, this.#preview.failure].map((failure) =>
          failure === undefined
            ? nothing
            : html`<sayso-notice .failure=${failure}><p slot="actions">${t('prompt_failed')}</p></sayso-notice>`,
        )}
      </main>
      <footer>${this.#answers()}</footer>
    `;
  }

  #need(choice: NeedChoice, index: number, preview: AskPreview | undefined) {
    return html`<sayso-need
      .choice=${choice}
      .preview=${preview && [...preview.required, ...preview.optional][index]}
      @choice-changed=${(event: ChoiceChanged) => this.#onChoice(index, event.detail.choice)}
    ></sayso-need>`;
  }

  #durations() {
    return html`
      <fieldset>
        <legend><h2>${t('prompt_duration')}</h2></legend>
        <div class="durations">
          ${DURATIONS.map(
            (duration) => html`<label class="tick">
              <input
                type="radio"
                name="duration"
                value=${duration}
                .checked=${duration === this._duration}
                @change=${() => (this._duration = duration)}
              />
              ${durationName(duration)}
            </label>`,
          )}
        </div>
      </fieldset>
      <div class="refusal">
        <label for="refusal">${t('prompt_refusal_lasts')}</label>
        <select id="refusal" @change=${(event: Event) => this.#onRefusal(event)}>
          ${DURATIONS.map((duration) => html`<option value=${duration}>${durationName(duration)}</option>`)}
        </select>
      </div>
    `;
  }

  #answers() {
    const less = isLess(this._choices);
    const nothingAtAll = isNothing(this._choices);
    const isReady = this.#isReady;
    return html`<div>
      <p class="small" role="status" ?hidden=${!less && !nothingAtAll}>
        ${nothingAtAll ? t('prompt_nothing') : less ? t('prompt_less') : ''}
      </p>
      <div class="answers">
        <button type="button" id="refuse" ?disabled=${this._isBusy} @click=${() => this.#refuse(false)}>
          ${t('prompt_refuse')}
        </button>
        <button
          type="button"
          id="allow-less"
          class=${less ? 'primary' : ''}
          ?disabled=${!isReady || !less || nothingAtAll}
          @click=${this.#allow}
        >
          ${t('prompt_allow_less')}
        </button>
        <button
          type="button"
          id="allow"
          class=${less ? '' : 'primary'}
          ?disabled=${!isReady || less || nothingAtAll}
          @click=${this.#allow}
        >
          ${t('prompt_allow')}
        </button>
      </div>
      <button type="button" id="refuse-forever" class="bare forever" ?disabled=${this._isBusy} @click=${() => this.#refuse(true)}>
        ${t('prompt_refuse_forever')}
      </button>
    </div>`;
  }

  /** Nothing may be allowed that has not been shown, or not for long enough to be meant. */
  get #isReady(): boolean {
    return this.#guard.isReady && !this._isBusy && this.#preview.value !== undefined;
  }

  #onChoice(index: number, choice: NeedChoice): void {
    this._choices = this._choices.with(index, choice);
  }

  #onRefusal(event: Event): void {
    const chosen = (event.target as HTMLSelectElement).value;
    this._refusal = DURATIONS.find((duration) => duration === chosen) ?? 'once';
  }

  /** Firefox asks here, once, whether Sayso may hand data over: that must come first in the press's own turn. */
  async #allow(): Promise<void> {
    const scope = scopeOf(this._choices);
    const asked =
      this.#isReady && this.#guard.isMeant && scope.length > 0 ? requestHandover(handoverCategories(scope)) : undefined;
    if (asked) {
      await this.#answer({ kind: 'allow', scope, duration: this._duration }, asked);
    }
  }

  async #refuse(forever: boolean): Promise<void> {
    await this.#answer({ kind: 'refuse', duration: this._refusal, ...(forever && { forever }) });
  }

  /** Writes the decision down, then says so. What fails leaves every tick where it is. */
  async #answer(decision: PromptAnswer['decision'], asked?: Promise<boolean>): Promise<void> {
    const { id: askId, origin, ask, askedAtMs } = this.pending;
    this._isBusy = true;
    this._failure = undefined;
    try {
      if (asked) {
        mustBeGranted(await asked);
      }
      await answerPrompt(this.context, { askId, origin, ask, askedAtMs, decision });
      this.dispatchEvent(new Event('ask-answered'));
    } catch (thrown) {
      this._failure = thrown;
      this._isBusy = false;
    }
  }
}

function isEmpty(preview: AskPreview | undefined): boolean {
  return preview !== undefined && [...preview.required, ...preview.optional].every(({ count }) => count === 0);
}

customElements.define('sayso-ask', SaysoAsk);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-ask': SaysoAsk;
  }
  interface HTMLElementEventMap {
    'ask-answered': Event;
  }
}
