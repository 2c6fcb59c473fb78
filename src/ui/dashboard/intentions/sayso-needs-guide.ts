import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { savePreference } from '../../../app/save-preference.ts';
import type { RecordId } from '../../../domain/ids.ts';
import type { Preference } from '../../../domain/preference.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-notice.ts';
import { type MessageKey, t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { takeBack } from '../take-back.ts';
import {
  answerText,
  badNumbers,
  type GuideAnswer,
  type GuideAnswers,
  isAnswered,
  lastAnswer,
  NO_ANSWER,
  rememberedOf,
  requirementsOf,
} from './guide-answers.ts';
import { optionName } from './guide-names.ts';
import { guideStyle } from './guide-style.ts';
import type { GuideQuestion, NeedsGuide } from './needs-guides.ts';
import type { RequirementDraft } from './request-draft.ts';
import { unitName } from './units.ts';

export type GuideAnswered = CustomEvent<{ readonly requirements: readonly RequirementDraft[] }>;

/**
 * Asks what a good shopkeeper asks of one kind of thing. What was remembered the last time is offered, and not taken unasked.
 * Opens itself.
 *
 * @fires {GuideAnswered} guide-answered
 * @fires {Event} dialog-closed
 * @fires {Told} told - answers were remembered
 */
export class SaysoNeedsGuide extends LitElement {
  static override properties = {
    context: { attribute: false },
    guide: { attribute: false },
    preferences: { attribute: false },
    _answers: { state: true },
    _bad: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare guide: NeedsGuide;
  /** All standing preferences. */
  declare preferences: readonly Preference[];
  declare _answers: GuideAnswers;
  /** The names of questions that want a number. */
  declare _bad: readonly string[];
  declare _failure: unknown;

  static override styles = [base, controls, guideStyle];

  constructor() {
    super();
    this.preferences = [];
    this._answers = {};
    this._bad = [];
    this._failure = undefined;
  }

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
  }

  protected override render() {
    const { guide } = this;
    return html`<sayso-dialog heading=${t(`guide_${guide.name}`)}>
      <form id="guide" novalidate @submit=${this.#onSubmit}>
        <p class="quiet small">${t('guide_intro')}</p>
        ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
        ${guide.questions.map((question) => this.#question(question))}
      </form>
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button slot="actions" type="submit" form="guide" class="primary">${t('guide_done')}</button>
    </sayso-dialog>`;
  }

  #question(question: GuideQuestion): TemplateResult {
    const { name } = question;
    const answer = this.#answer(question);
    const last = lastAnswer(this.guide, question, this.preferences);
    return html`<fieldset data-question=${name} aria-describedby=${`fault-${name}`}>
      <legend>${this.#text(question)}</legend>
      ${
        last && !isAnswered(answer)
          ? html`<button type="button" class="bare small" @click=${() => this.#set(question, last)}>
              ${t('guide_last_time', answerText(question, last))}
            </button>`
          : nothing
      }
      ${this.#fields(question, answer)}
      <p id=${`fault-${name}`} class="small wrong">${this._bad.includes(name) ? t('intentions_fault_number') : ''}</p>
      ${
        isAnswered(answer)
          ? html`<label class="tick small">
              <input
                type="checkbox"
                .checked=${answer.isRemembered}
                @change=${(event: Event) => this.#set(question, { isRemembered: (event.target as HTMLInputElement).checked })}
              />
              ${t('guide_remember')}
            </label>`
          : nothing
      }
    </fieldset>`;
  }

  #fields(question: GuideQuestion, answer: GuideAnswer): TemplateResult {
    const { name, answer: asked } = question;
    switch (asked.kind) {
      case 'options':
      case 'names':
        return html`<div class="options">
          ${(asked.kind === 'options' ? asked.options : asked.names).map(
            (option) => html`<label class="tick">
              <input
                type="checkbox"
                .checked=${answer.chosen.includes(option)}
                @change=${() => this.#toggle(question, option)}
              />
              ${optionName(question, option)}
            </label>`,
          )}
        </div>`;
      case 'flag':
        return html`<div class="options">
          ${(['yes', 'no', ''] as const).map(
            (text) => html`<label class="tick">
              <input
                type="radio"
                name=${name}
                .checked=${answer.text === text}
                @change=${() => this.#set(question, { text })}
              />
              ${t(text === '' ? 'guide_any' : `intentions_${text}`)}
            </label>`,
          )}
        </div>`;
      case 'number':
        return html`<div class="number">
          <input
            inputmode="decimal"
            autocomplete="off"
            maxlength="24"
            aria-label=${this.#text(question)}
            aria-describedby=${`fault-${name}`}
            aria-invalid=${this._bad.includes(name) ? 'true' : nothing}
            .value=${answer.text}
            @input=${(event: Event) => this.#set(question, { text: (event.target as HTMLInputElement).value })}
          />
          <span>${asked.unit === undefined ? '' : unitName(asked.unit)}</span>
        </div>`;
      case 'words':
        return html`<input
          dir="auto"
          autocomplete="off"
          maxlength="300"
          aria-label=${this.#text(question)}
          .value=${answer.text}
          @input=${(event: Event) => this.#set(question, { text: (event.target as HTMLInputElement).value })}
        />`;
    }
  }

  #text({ name }: GuideQuestion): string {
    return t(`guide_${this.guide.name}_${name}` as MessageKey);
  }

  #answer({ name }: GuideQuestion): GuideAnswer {
    return this._answers[name] ?? NO_ANSWER;
  }

  #toggle(question: GuideQuestion, option: string): void {
    const { chosen } = this.#answer(question);
    this.#set(question, {
      chosen: chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option],
    });
  }

  #set(question: GuideQuestion, part: Partial<GuideAnswer>): void {
    const { name } = question;
    this._answers = { ...this._answers, [name]: { ...this.#answer(question), ...part } };
    this._bad = this._bad.filter((other) => other !== name);
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this._bad = badNumbers(this.guide, this._answers);
    const [first] = this._bad;
    if (first !== undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`[data-question="${first}"] input`)?.focus();
      return;
    }
    try {
      this._failure = undefined;
      await this.#remember();
    } catch (thrown) {
      this._failure = thrown;
      return;
    }
    const requirements = requirementsOf(this.guide, this._answers);
    const answered: GuideAnswered = new CustomEvent('guide-answered', { detail: { requirements } });
    this.dispatchEvent(answered);
    this.#close();
  }

  async #remember(): Promise<void> {
    const journalIds: RecordId[] = [];
    for (const input of rememberedOf(this.guide, this._answers, this.preferences)) {
      journalIds.push((await savePreference(this.context, input)).journalId);
    }
    if (journalIds.length > 0) {
      tell(this, {
        text: tn('guide_remembered', journalIds.length),
        undo: () => takeBack(this.context, { journalIds }),
      });
    }
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }
}

customElements.define('sayso-needs-guide', SaysoNeedsGuide);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-needs-guide': SaysoNeedsGuide;
  }
  interface HTMLElementEventMap {
    'guide-answered': GuideAnswered;
  }
}
