/** Fields of the form of a request, each with its label, what to know about it, and what is wrong with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LineDraft, RequestDraft } from './request-draft.ts';

/** What the parts of the form draw from, and where what is typed goes. */
export interface DraftForm {
  readonly draft: RequestDraft;
  /** What is wrong with a field, in words; empty for nothing. */
  faultOf(field: string): string;
  change(part: Partial<RequestDraft>): void;
  changeLine(number: number, part: Partial<LineDraft>): void;
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onInput: (text: string) => void;
}

export interface InputField extends Field {
  readonly type?: 'text' | 'date' | 'datetime-local';
  readonly inputMode?: 'decimal' | 'numeric';
  readonly maxLength?: number;
  /** The earliest day or time that can be chosen. */
  readonly min?: string;
  /** The id of a list of suggestions. */
  readonly list?: string;
}

export function inputField(form: DraftForm, field: InputField): TemplateResult {
  const { id, label, value, type = 'text', inputMode, maxLength, min, list } = field;
  const isText = type === 'text';
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type=${type}
      dir=${isText && inputMode === undefined ? 'auto' : nothing}
      autocomplete="off"
      inputmode=${inputMode ?? nothing}
      maxlength=${maxLength ?? nothing}
      min=${min ?? nothing}
      list=${list ?? nothing}
      aria-describedby=${describedBy(id)}
      aria-invalid=${form.faultOf(id) === '' ? nothing : 'true'}
      .value=${value}
      @input=${(event: Event) => field.onInput(typedIn(event))}
    />
    ${told(form, field)}
  </div>`;
}

export function areaField(form: DraftForm, field: Field & { readonly rows: number }): TemplateResult {
  const { id, label, value, rows } = field;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <textarea
      id=${id}
      dir="auto"
      rows=${rows}
      maxlength="10000"
      aria-describedby=${describedBy(id)}
      aria-invalid=${form.faultOf(id) === '' ? nothing : 'true'}
      .value=${value}
      @input=${(event: Event) => field.onInput(typedIn(event))}
    ></textarea>
    ${told(form, field)}
  </div>`;
}

export interface Option {
  readonly value: string;
  readonly name: string;
}

export function selectField(form: DraftForm, field: Field & { readonly options: readonly Option[] }): TemplateResult {
  const { id, label, value, options } = field;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      aria-describedby=${describedBy(id)}
      aria-invalid=${form.faultOf(id) === '' ? nothing : 'true'}
      @change=${(event: Event) => field.onInput(typedIn(event))}
    >
      ${options.map((option) => html`<option value=${option.value} .selected=${option.value === value}>${option.name}</option>`)}
    </select>
    ${told(form, field)}
  </div>`;
}

export interface TickField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly isSwitch?: boolean;
}

export function tickField({ id, label, hint, isTicked, onChange, isSwitch = false }: TickField): TemplateResult {
  return html`<div>
    <label class="tick">
      <input
        id=${id}
        type="checkbox"
        role=${isSwitch ? 'switch' : nothing}
        class=${isSwitch ? 'switch' : ''}
        aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
        .checked=${isTicked}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      />
      ${label}
    </label>
    ${hint === undefined ? nothing : html`<p id="${id}-hint" class="small quiet">${hint}</p>`}
  </div>`;
}

export interface RadioField {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly options: readonly (Option & { readonly hint?: string })[];
  readonly onChange: (value: string) => void;
}

export function radioField({ name, legend, value, options, onChange }: RadioField): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.map(
      (option) => html`<label class="tick">
        <input type="radio" name=${name} .checked=${option.value === value} @change=${() => onChange(option.value)} />
        <span>${option.name}${option.hint === undefined ? nothing : html` <span class="small quiet">${option.hint}</span>`}</span>
      </label>`,
    )}
  </fieldset>`;
}

function told(form: DraftForm, { id, hint }: Field): TemplateResult {
  return html`
    <span id="${id}-hint" class="small quiet" ?hidden=${hint === undefined}>${hint}</span>
    <span id="${id}-fault" class="small wrong">${form.faultOf(id)}</span>
  `;
}

function describedBy(id: string): string {
  return `${id}-hint ${id}-fault`;
}

function typedIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
