import { css, html, LitElement, nothing } from 'lit';
import { answerQuestion } from '../../../app/answer-question.ts';
import type { AppContext } from '../../../app/context.ts';
import type { Thread } from '../../../domain/thread.ts';
import '../../components/sayso-quote.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from './acting.ts';

/** The longest answer that the wire carries, in UTF-16 units. */
const MOST = 2_000;

/**
 * A vendor's question, and the person's answer to it.
 *
 * @fires {Told} told
 */
export class SaysoAnswerQuestion extends LitElement {
  static override properties = {
    context: { attribute: false },
    thread: { attribute: false },
    isSettled: { attribute: false },
  };

  declare context: AppContext;
  declare thread: Thread;
  /** Another vendor's quote is accepted: nothing waits for the answer any more. */
  declare isSettled: boolean;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      form {
        display: grid;
        justify-items: start;
        gap: var(--sayso-gap-2);
        margin-block-start: var(--sayso-gap-3);
      }

      .field {
        inline-size: 100%;
      }

      @media print {
        form {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.isSettled = false;
  }

  protected override render() {
    return html`
      <sayso-quote .text=${this.thread.question?.words ?? ''}></sayso-quote>
      ${this.isSettled ? html`<p class="small" id="settled">${t('intention_answer_settled')}</p>` : nothing}
      <form @submit=${this.#onSubmit}>
        <div class="field">
          <label for="words">${t('intention_answer_label')}</label>
          <textarea id="words" dir="auto" rows="2" maxlength=${MOST} required></textarea>
        </div>
        <button type="submit" class=${this.isSettled ? '' : 'primary'} ?disabled=${this.#acting.isBusy}>${t('intention_answer_send')}</button>
        ${this.#acting.notice()}
      </form>
    `;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { context, thread } = this;
    const area = this.renderRoot.querySelector('textarea');
    const words = area?.value.trim() ?? '';
    if (words === '') {
      area?.focus();
      return;
    }
    await this.#acting.run(thread.requestId, () => answerQuestion(context, { thread: thread.id, words }), {
      text: t('intention_answer_done'),
    });
  }
}

customElements.define('sayso-answer-question', SaysoAnswerQuestion);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-answer-question': SaysoAnswerQuestion;
  }
}
