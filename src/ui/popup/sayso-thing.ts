import { css, html, LitElement, nothing } from 'lit';
import { isItemKind, ITEM_KINDS, type ItemFacts, type ItemKind } from '../../domain/item.ts';
import { t, tn } from '../i18n.ts';
import { kindName } from '../kind-name.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import type { PageThings } from './page-things.ts';

export type ThingChosen = CustomEvent<{ facts: ItemFacts }>;
export type ItemDescribed = CustomEvent<{ name?: string; kind?: ItemKind }>;

/**
 * Says what is being rated, and lets the person say that it is something else: another thing of the page, the page
 * itself, another name, another kind.
 *
 * @fires {ThingChosen} thing-chosen - another thing of the page, or the page itself
 * @fires {ItemDescribed} item-described - the same thing, told better
 */
export class SaysoThing extends LitElement {
  static override properties = { facts: { attribute: false }, things: { attribute: false }, _chosen: { state: true } };

  declare facts: ItemFacts;
  declare things: PageThings;
  /** Where in what was recognised; -1 is the page itself. */
  declare _chosen: number | undefined;

  static override styles = [
    base,
    controls,
    css`
      .about {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        color: var(--sayso-quiet);
        font-size: var(--sayso-small);
      }

      h1 {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
      }

      .hint,
      details,
      .field {
        margin-block-start: var(--sayso-gap-2);
      }

      summary {
        inline-size: fit-content;
        font-size: var(--sayso-small);
      }
    `,
  ];

  constructor() {
    super();
    this._chosen = undefined;
  }

  protected override render() {
    const { facts } = this;
    const isItself = this.#chosen === -1;
    const isList = this.things.first === this.things.itself && this.things.recognised.length > 0;
    return html`
      <p class="about"><bdi>${aboutText(facts)}</bdi></p>
      <h1 class="told" dir="auto" title=${facts.name}>${facts.name}</h1>
      ${this.things.recognised.length === 0 ? html`<p class="hint quiet small">${t('popup_unrecognised')}</p>` : nothing}
      ${isList ? html`<p class="hint quiet small">${tn('popup_list', this.things.recognised.length)}</p>${this.#choice()}` : nothing}
      ${isItself && !isList ? this.#kindField() : nothing}
      <details>
        <summary>${t('popup_not_this')}</summary>
        ${!isList && this.things.recognised.length > 0 ? this.#choice() : nothing}
        <div class="field">
          <label for="name">${t('popup_name')}</label>
          <input id="name" dir="auto" maxlength="500" .value=${facts.name} @change=${this.#onName} />
        </div>
        ${isItself && !isList ? nothing : this.#kindField()}
      </details>
    `;
  }

  get #chosen(): number {
    return this._chosen ?? this.things.recognised.indexOf(this.things.first);
  }

  #choice() {
    return html`<div class="field">
      <label for="choice">${t('popup_choose')}</label>
      <select id="choice" @change=${this.#onChoice}>
        ${this.things.recognised.map(
          ({ name }, index) =>
            html`<option value=${index} ?selected=${index === this.#chosen}>${shortened(name)}</option>`,
        )}
        <option value="-1" ?selected=${this.#chosen === -1}>${t('popup_page_itself')}</option>
      </select>
    </div>`;
  }

  #kindField() {
    return html`<div class="field">
      <label for="kind">${t('popup_kind')}</label>
      <select id="kind" @change=${this.#onKind}>
        ${ITEM_KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === this.facts.kind}>${kindName(kind)}</option>`)}
      </select>
    </div>`;
  }

  #onChoice(event: Event): void {
    this._chosen = Number((event.target as HTMLSelectElement).value);
    const facts = this.things.recognised[this._chosen] ?? this.things.itself;
    const chosen: ThingChosen = new CustomEvent('thing-chosen', { detail: { facts } });
    this.dispatchEvent(chosen);
  }

  #onName(event: Event): void {
    const field = event.target as HTMLInputElement;
    const name = field.value.trim();
    if (name === '') {
      field.value = this.facts.name;
    } else if (name !== this.facts.name) {
      this.#describe({ name });
    }
  }

  #onKind(event: Event): void {
    const kind = (event.target as HTMLSelectElement).value;
    if (isItemKind(kind)) {
      this.#describe({ kind });
    }
  }

  #describe(detail: { name?: string; kind?: ItemKind }): void {
    const described: ItemDescribed = new CustomEvent('item-described', { detail });
    this.dispatchEvent(described);
  }
}

/** 'Film · 1999 · Lana Wachowski' */
function aboutText({ kind, year, creators, brand }: ItemFacts): string {
  const makers = creators?.slice(0, 2).join(', ') ?? brand;
  return [kindName(kind), year === undefined ? '' : String(year), makers ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

// A select is as wide as its longest option wherever it pleases the platform.
function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}

customElements.define('sayso-thing', SaysoThing);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-thing': SaysoThing;
  }
  interface HTMLElementEventMap {
    'thing-chosen': ThingChosen;
    'item-described': ItemDescribed;
  }
}
