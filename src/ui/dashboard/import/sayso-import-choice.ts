import { css, html, LitElement, nothing } from 'lit';
import type { SessionFile } from '../../../app/session-file.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { choiceText, questionText } from './import-words.ts';

/** More in a list would only slow it: what is not among them can be typed all the same. */
const LISTED = 1_000;

/** What the person chose. */
export type Chosen = CustomEvent<{ readonly value: string }>;

/**
 * A question with too many choices to look through: what is typed is looked up among them.
 *
 * @fires {Chosen} chosen
 */
export class SaysoImportChoice extends LitElement {
  static override properties = { question: { attribute: false }, _missing: { state: true } };

  declare question: SessionFile['questions'][number];
  /** What was typed and is no choice. */
  declare _missing: string | undefined;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--sayso-gap-1);
        margin-block-start: var(--sayso-gap-2);
      }

      label {
        font-size: var(--sayso-small);
        font-weight: 600;
      }

      input {
        max-inline-size: 10rem;
      }

      .missing {
        color: var(--sayso-danger);
      }
    `,
  ];

  protected override render() {
    const { id, choices, answer } = this.question;
    const own = choices.filter(({ label }) => label !== undefined);
    const general = choices.filter(({ label }) => label === undefined);
    const chosen = choices.find(({ value }) => value === answer);
    return html`
      <label for="typed">${questionText(id)}</label>
      <p id="hint" class="small quiet">${tn('import_choice_among', own.length)}</p>
      <div class="row">
        <input
          id="typed"
          list="choices"
          autocomplete="off"
          inputmode=${own.every(({ value }) => /^\d+$/u.test(value)) ? 'numeric' : nothing}
          aria-describedby="hint told"
          aria-invalid=${this._missing === undefined ? nothing : 'true'}
          .value=${this._missing ?? (chosen?.label === undefined ? '' : chosen.label)}
          @change=${this.#onTyped}
        />
        ${general.map(
          (choice) => html`<button
            type="button"
            aria-pressed=${choice.value === answer ? 'true' : 'false'}
            @click=${() => this.#choose(choice.value)}
          >
            ${choiceText(choice)}
          </button>`,
        )}
      </div>
      <datalist id="choices">
        ${own
          .slice(0, LISTED)
          .map(
            ({ label = '', rows }) =>
              html`<option value=${label} label=${rows === undefined ? nothing : tn('import_rows', rows)}></option>`,
          )}
      </datalist>
      <p id="told" class="small" role="status">
        ${
          this._missing !== undefined
            ? html`<span class="missing">${t('import_choice_missing', this._missing)}</span>`
            : chosen?.rows === undefined
              ? nothing
              : t('import_choice_has', choiceText(chosen), tn('import_rows', chosen.rows))
        }
      </p>
    `;
  }

  #onTyped({ currentTarget }: Event): void {
    const typed = (currentTarget as HTMLInputElement).value.trim();
    const found = this.question.choices.find(({ label }) => label === typed);
    if (found) {
      this.#choose(found.value);
    } else {
      this._missing = typed === '' ? undefined : typed;
    }
  }

  #choose(value: string): void {
    this._missing = undefined;
    const event: Chosen = new CustomEvent('chosen', { detail: { value } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-import-choice', SaysoImportChoice);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-choice': SaysoImportChoice;
  }
}
