import { css, html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { SessionFile } from '../../../app/session-file.ts';
import { type ColumnMapping, ENCODINGS, type Encoding } from '../../../app/import-types.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { formatBytes } from '../about/format-bytes.ts';
import { hashOf } from '../route.ts';
import type { ImportDesk } from './import-desk.ts';
import { choiceText, encodingText, formatText, problemText, questionText } from './import-words.ts';
import type { Chosen } from './sayso-import-choice.ts';
import './sayso-import-choice.ts';
import './sayso-import-mapper.ts';

/** More choices than these are a list to choose from, not radios. */
const MOST_RADIOS = 5;
/** More than these are typed. */
const MOST_OPTIONS = 20;

type FileQuestion = SessionFile['questions'][number];

/** One file of an import: what it is, or why it can't be read, and what it leaves open. */
export class SaysoImportFile extends LitElement {
  static override properties = {
    desk: { attribute: false },
    file: { attribute: false },
    _isMapping: { state: true },
  };

  declare desk: ImportDesk;
  declare file: SessionFile;
  /** The columns of a table that is mapped already are open once more. */
  declare _isMapping: boolean;

  static override styles = [
    base,
    controls,
    css`
      :host {
        padding-block: var(--sayso-gap-3);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--sayso-gap-1) var(--sayso-gap-4);
      }

      .head > div {
        flex: 1 1 15rem;
        min-inline-size: 0;
      }

      .out .what {
        text-decoration: line-through;
      }

      .problem {
        color: var(--sayso-danger);
      }

      .question {
        display: grid;
        gap: var(--sayso-gap-1);
        margin-block-start: var(--sayso-gap-2);
      }

      legend,
      .question label[for] {
        font-size: var(--sayso-small);
        font-weight: 600;
      }

      select {
        max-inline-size: 24rem;
      }

      .row {
        column-gap: var(--sayso-gap-4);
      }
    `,
  ];

  constructor() {
    super();
    this._isMapping = false;
  }

  protected override render() {
    const { path, state, isLeftOut, questions, table } = this.file;
    const isOfUse = state === 'ready' || state === 'asks' || state === 'unmapped';
    return html`
      <div class="head ${isLeftOut ? 'out' : ''}">
        <div>
          <p class="what"><bdi>${path}</bdi></p>
          <p class="small quiet">${this.#what()}</p>
          ${this.#told()} ${this.file.encoding === undefined || isLeftOut ? nothing : this.#encoding(this.file.encoding)}
        </div>
        ${
          isOfUse
            ? html`<label class="tick">
                <input
                  type="checkbox"
                  .checked=${isLeftOut}
                  @change=${() => this.desk.leaveOut(this.file.index, !isLeftOut)}
                />
                <span>${t('import_file_leave_out')}<span class="visually-hidden">: ${path}</span></span>
              </label>`
            : nothing
        }
      </div>
      ${isLeftOut ? nothing : questions.map((question) => this.#question(question))}
      ${table && !isLeftOut ? this.#mapper() : nothing}
    `;
  }

  #what(): string {
    const { importer, rows, table, sizeBytes, state } = this.file;
    const what = importer ? formatText(importer.id) : table && state === 'ready' ? t('import_file_mapped') : undefined;
    // How long a file is that could not be unpacked nobody knows: 0 bytes would say that it is empty.
    const size = rows !== undefined ? tn('import_rows', rows) : sizeBytes === 0 ? '' : formatBytes(sizeBytes);
    return what === undefined ? size : t('import_file_what', what, size);
  }

  #told() {
    const { state, problem, isLeftOut } = this.file;
    if (isLeftOut) {
      return nothing;
    }
    switch (state) {
      case 'problem':
        return problem ? html`<p class="problem">${problemText(problem)}</p>` : nothing;
      case 'own':
        return html`<p>${t('import_file_own')} <a href=${hashOf('backup')}>${t('import_file_own_link')}</a></p>`;
      case 'asks':
        return html`<p>${t('import_file_asks')}</p>`;
      case 'unmapped':
        return html`<p>${t('import_file_unmapped')}</p>`;
      case 'ready':
        return nothing;
    }
  }

  /** Letters that are not UTF-8 may be read as others than were meant: what they were taken for can be seen and changed. */
  #encoding(taken: Encoding) {
    return html`<div class="question">
      <label for="encoding">${t('import_file_encoding')}</label>
      <select
        id="encoding"
        aria-describedby="encoding-hint"
        @change=${(event: Event) =>
          void this.desk.readAs(this.file.index, (event.target as HTMLSelectElement).value as Encoding)}
      >
        ${ENCODINGS.map(
          (encoding) =>
            html`<option value=${encoding} ?selected=${encoding === taken}>${encodingText(encoding)}</option>`,
        )}
      </select>
      <p id="encoding-hint" class="small quiet">${t('import_file_encoding_hint')}</p>
    </div>`;
  }

  #question(question: FileQuestion) {
    const { id, choices, answer } = question;
    if (choices.length > MOST_OPTIONS) {
      return html`<sayso-import-choice
        .question=${question}
        @chosen=${({ detail }: Chosen) => this.#answer(question, detail.value)}
      ></sayso-import-choice>`;
    }
    if (choices.length > MOST_RADIOS) {
      return html`<div class="question">
        <label for=${id}>${questionText(id)}</label>
        <select id=${id} @change=${(event: Event) => this.#answer(question, (event.target as HTMLSelectElement).value)}>
          ${answer === undefined ? html`<option value="" selected disabled>${t('import_choice_none')}</option>` : nothing}
          ${choices.map(
            (choice) => html`<option value=${choice.value} ?selected=${choice.value === answer}>
              ${choiceText(choice)}
            </option>`,
          )}
        </select>
      </div>`;
    }
    return html`<fieldset class="question">
      <legend>${questionText(id)}</legend>
      <div class="row">
        ${choices.map(
          (choice) => html`<label class="tick">
            <input
              type="radio"
              name=${id}
              value=${choice.value}
              .checked=${choice.value === answer}
              @change=${() => this.#answer(question, choice.value)}
            />
            <span>${choiceText(choice)}</span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #answer({ id }: FileQuestion, value: string): void {
    void this.desk.answer(this.file.index, id, value);
  }

  #mapper() {
    const { state, path, table, encoding } = this.file;
    return state === 'unmapped' || this._isMapping
      ? // With other letters it is another table: what was said of the one before is of no column of it.
        keyed(
          encoding,
          html`<sayso-import-mapper
            .desk=${this.desk}
            .index=${this.file.index}
            .header=${table?.header ?? []}
            .mapping=${table?.mapping}
            @mapped=${({ detail }: CustomEvent<ColumnMapping>) => this.#map(detail)}
          ></sayso-import-mapper>`,
        )
      : html`<button
          type="button"
          class="bare"
          aria-label=${t('import_file_remap', path)}
          @click=${() => (this._isMapping = true)}
        >
          ${t('import_file_remap_short')}
        </button>`;
  }

  #map(mapping: ColumnMapping): void {
    this._isMapping = false;
    void this.desk.map(this.file.index, mapping);
  }
}

customElements.define('sayso-import-file', SaysoImportFile);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-file': SaysoImportFile;
  }
}
