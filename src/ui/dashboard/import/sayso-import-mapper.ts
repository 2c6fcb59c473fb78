import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { type ColumnMapping, MAPPED_SCHEMES } from '../../../app/import-types.ts';
import type { SampleRow } from '../../../app/sample-rows.ts';
import { ITEM_KINDS } from '../../../domain/item.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { kindsName } from '../../kind-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { schemeName } from '../ratings/scheme-name.ts';
import type { ImportDesk } from './import-desk.ts';
import { mapperStyle } from './mapper-style.ts';
import * as draft from './mapping-draft.ts';
import './sayso-import-sample.ts';

const SEPARATORS = [',', ';', '|', '/', '&'] as const;
const PLAIN = ['year', 'text', 'note'] as const;
const WHERE = ['wanted', 'owned', 'liked'] as const;

/**
 * Says what the columns of a table mean, with the first rows as they would be.
 *
 * @fires {CustomEvent<ColumnMapping>} mapped - the file is to be read like this
 */
export class SaysoImportMapper extends LitElement {
  static override properties = {
    desk: { attribute: false },
    index: { type: Number },
    header: { attribute: false },
    mapping: { attribute: false },
    _draft: { state: true },
    _sample: { state: true },
    _failure: { state: true },
  };

  declare desk: ImportDesk;
  /** Which of the files. */
  declare index: number;
  declare header: readonly string[];
  /** What it begins with. */
  declare mapping: ColumnMapping | undefined;
  declare _draft: ColumnMapping | undefined;
  declare _sample: readonly SampleRow[];
  declare _failure: unknown;

  #asked = 0;

  static override styles = [base, controls, mapperStyle];

  constructor() {
    super();
    this.header = [];
    this._sample = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this._draft === undefined && changed.has('mapping') && this.mapping) {
      this.#put(this.mapping);
    }
  }

  protected override render() {
    const mapping = this._draft;
    if (!mapping) {
      return nothing;
    }
    return html`<div class="box">
      <h3>${t('import_map_title')}</h3>
      <p class="small quiet">${t('import_map_intro')}</p>
      <div class="grid">
        ${this.#column('name', t('import_map_name'), mapping.name, (name) => ({ ...mapping, name }), true)}
        ${this.#kind(mapping)} ${this.#mark(mapping)} ${this.#date(mapping)} ${this.#separated(mapping, 'creators')}
        ${this.#separated(mapping, 'tags')}
        ${PLAIN.map((part) =>
          this.#column(part, t(`import_map_${part}`), mapping[part] ?? '', (column) =>
            draft.withPart(mapping, part, column === '' ? undefined : column),
          ),
        )}
      </div>
      <details>
        <summary>${t('import_map_more')}</summary>
        <div class="grid">${WHERE.map((part) => this.#where(mapping, part))}</div>
        <h4>${t('import_map_identifiers')}</h4>
        <div class="grid">
          ${MAPPED_SCHEMES.map((scheme) =>
            this.#column(
              scheme,
              schemeName(scheme),
              mapping.identifiers.find((one) => one.scheme === scheme)?.column ?? '',
              (column) => draft.identifierIn(mapping, MAPPED_SCHEMES, scheme, column),
            ),
          )}
        </div>
      </details>
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      ${draft.hasScale(mapping) ? nothing : html`<p class="wrong" role="alert">${t('import_map_scale_wrong')}</p>`}
      <h4>${t('import_map_sample')}</h4>
      <sayso-import-sample .rows=${this._sample}></sayso-import-sample>
      <button type="button" class="primary" ?disabled=${!draft.hasScale(mapping)} @click=${this.#use}>
        ${t('import_map_use')}
      </button>
    </div>`;
  }

  #kind(mapping: ColumnMapping) {
    const present = draft.kindOption(mapping.kind);
    const options = [
      ...ITEM_KINDS.map((kind) => [`fixed:${kind}`, t('import_map_kind_fixed', kindsName(kind))] as const),
      ...this.#columns.map((column) => [`column:${column}`, t('import_map_kind_column', column)] as const),
    ];
    return this.#select('kind', t('import_map_kind'), options, present, (option) => ({
      ...mapping,
      kind: draft.kindOf(option),
    }));
  }

  #mark(mapping: ColumnMapping) {
    const { mark } = mapping;
    const number = (name: 'best' | 'worst') =>
      html`<div class="field">
        <label for=${name}>${t(`import_map_${name}`)}</label>
        <input
          id=${name}
          type="number"
          step="any"
          .value=${String(mark?.[name] ?? '')}
          @change=${({ target }: Event) =>
            mark && this.#put({ ...mapping, mark: { ...mark, [name]: (target as HTMLInputElement).valueAsNumber } })}
        />
      </div>`;
    return html`<div class="part">
      ${this.#column('mark', t('import_map_mark'), mark?.column ?? '', (column) =>
        draft.withPart(mapping, 'mark', draft.markIn(column, mark)),
      )}
      ${
        mark
          ? html`<div class="pair">${number('best')} ${number('worst')}</div>
              <label class="tick">
                <input
                  type="checkbox"
                  .checked=${mark.zeroIsNone}
                  @change=${() => this.#put({ ...mapping, mark: { ...mark, zeroIsNone: !mark.zeroIsNone } })}
                />
                <span>${t('import_map_zero')}</span>
              </label>`
          : nothing
      }
    </div>`;
  }

  #date(mapping: ColumnMapping) {
    const { date } = mapping;
    const orders = [
      ['', t('import_map_order_none')],
      ['day-first', t('import_choice_day_first')],
      ['month-first', t('import_choice_month_first')],
    ] as const;
    const meanings = [
      ['rated', t('import_map_means_rated')],
      ['used', t('import_map_means_used')],
    ] as const;
    return html`<div class="part">
      ${this.#column('date', t('import_map_date'), date?.column ?? '', (column) =>
        draft.withPart(mapping, 'date', draft.dateIn(column, date)),
      )}
      ${
        date
          ? html`${this.#select('order', t('import_map_order'), orders, date.order ?? '', (order) => {
              const { order: _before, ...others } = date;
              const isOrder = order === 'day-first' || order === 'month-first';
              return { ...mapping, date: isOrder ? { ...others, order } : others };
            })}
            ${this.#select('means', t('import_map_means'), meanings, date.means, (means) => ({
              ...mapping,
              date: { ...date, means: means === 'used' ? 'used' : 'rated' },
            }))}`
          : nothing
      }
    </div>`;
  }

  #separated(mapping: ColumnMapping, name: 'creators' | 'tags') {
    const part = mapping[name];
    const separators = [
      ['', t('import_map_separator_none')],
      ...SEPARATORS.map((separator) => [separator, separator] as const),
    ] as const;
    return html`<div class="part">
      ${this.#column(name, t(`import_map_${name}`), part?.column ?? '', (column) =>
        draft.withPart(mapping, name, draft.separatedIn(column, part)),
      )}
      ${
        part
          ? this.#select(
              `${name}-by`,
              t('import_map_separator', t(`import_map_${name}`)),
              separators,
              part.separator ?? '',
              (separator) => ({ ...mapping, [name]: draft.separatedBy(part, separator) }),
            )
          : nothing
      }
    </div>`;
  }

  #where(mapping: ColumnMapping, name: (typeof WHERE)[number]) {
    const part = mapping[name];
    const label = t(`import_map_${name}`);
    return html`<div class="part">
      ${this.#column(name, label, part?.column ?? '', (column) =>
        draft.withPart(mapping, name, draft.whereIn(column, part)),
      )}
      ${
        part
          ? html`<div class="field">
              <label for="${name}-words">${t('import_map_where', label)}</label>
              <input
                id="${name}-words"
                .value=${part.equals.join(', ')}
                @change=${({ target }: Event) =>
                  this.#put({
                    ...mapping,
                    [name]: { ...part, equals: draft.wordsOf((target as HTMLInputElement).value) },
                  })}
              />
              <p class="small quiet">${t('import_map_where_hint')}</p>
            </div>`
          : nothing
      }
    </div>`;
  }

  /** A list of the table's columns. @param change - the mapping with the column that was chosen; '' for none */
  #column(id: string, label: string, present: string, change: (column: string) => ColumnMapping, isNeeded = false) {
    const none = isNeeded ? [] : [['', t('import_map_none')] as const];
    return this.#select(id, label, [...none, ...this.#columns.map((name) => [name, name] as const)], present, change);
  }

  #select(
    id: string,
    label: string,
    options: readonly (readonly [value: string, text: string])[],
    present: string,
    change: (value: string) => ColumnMapping,
  ) {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${({ target }: Event) => this.#put(change((target as HTMLSelectElement).value))}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === present}>${text}</option>`)}
      </select>
    </div>`;
  }

  get #columns(): string[] {
    return [...new Set(this.header)].filter((name) => name !== '');
  }

  #put(mapping: ColumnMapping): void {
    this._draft = mapping;
    if (draft.hasScale(mapping)) {
      void this.#look(mapping);
    }
  }

  async #look(mapping: ColumnMapping): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const sample = await this.desk.sample(this.index, mapping);
      if (asked === this.#asked) {
        this._sample = sample;
        this._failure = undefined;
      }
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  #use(): void {
    if (this._draft) {
      this.dispatchEvent(new CustomEvent<ColumnMapping>('mapped', { detail: this._draft }));
    }
  }
}

customElements.define('sayso-import-mapper', SaysoImportMapper);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-mapper': SaysoImportMapper;
  }
}
