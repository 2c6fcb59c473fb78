import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatNumber } from '../format.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

export type TagsChanged = CustomEvent<{ tags: readonly string[] }>;

/** What stands in the field, for those who must keep it should the page be torn down before it is a tag. */
export type TagTyped = CustomEvent<{ text: string }>;

const MAX_TAGS = 30;
const MAX_LENGTH = 60;

/**
 * Edits a list of short words. Enter or a comma adds one, so does leaving the field, or the page: nothing typed is
 * lost.
 *
 * @fires {TagTyped} tag-typed - the field has another text, which is no tag yet
 * @fires {TagsChanged} tags-changed - the list is another one now
 */
export class SaysoTags extends LitElement {
  static override properties = {
    tags: { attribute: false },
    suggestions: { attribute: false },
    _said: { state: true },
  };

  declare tags: readonly string[];
  /** Tags used before, offered while typing. */
  declare suggestions: readonly string[];
  declare _said: string;

  readonly #flush = () => {
    if (this.hasUpdated) {
      this.#add();
    }
  };

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--sayso-gap-1);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-1);
      }

      li {
        display: inline-flex;
        align-items: center;
        max-inline-size: 100%;
        padding-inline-start: var(--sayso-gap-2);
        border: 1px solid var(--sayso-line);
        border-radius: 1rem;
        background: var(--sayso-sunk);
        font-size: var(--sayso-small);
      }

      li bdi {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
      }

      li button.bare {
        flex: none;
        min-block-size: 1.75rem;
        min-inline-size: 1.75rem;
        padding: 0;
        color: var(--sayso-quiet);
        text-decoration: none;
      }
    `,
  ];

  constructor() {
    super();
    this.tags = [];
    this.suggestions = [];
    this._said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#flush();
    super.disconnectedCallback();
  }

  protected override render() {
    return html`
      <div class="field">
        <label for="word">${t('common_tags')}</label>
        ${this.tags.length === 0 ? '' : this.#list()}
        <input
          id="word"
          list="used"
          autocomplete="off"
          maxlength=${MAX_LENGTH}
          placeholder=${t('common_tags_add')}
          aria-describedby="hint"
          @keydown=${this.#onKey}
          @input=${this.#onInput}
          @change=${this.#onChange}
        />
        <datalist id="used">
          ${this.suggestions.filter((tag) => !this.tags.includes(tag)).map((tag) => html`<option value=${tag}></option>`)}
        </datalist>
        <span id="hint" class="quiet small">${t('common_tags_hint')}</span>
        <span class="visually-hidden" role="status">${this._said}</span>
      </div>
    `;
  }

  #list() {
    return html`<ul role="list">
      ${repeat(
        this.tags,
        (tag) => tag,
        (tag) => html`<li>
          <bdi>${tag}</bdi>
          <button type="button" class="bare" aria-label=${t('common_tags_remove', tag)} @click=${() => this.#remove(tag)}>✕</button>
        </li>`,
      )}
    </ul>`;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.#add();
    }
  }

  #onInput(): void {
    if (this.#input.value.includes(',')) {
      this.#add();
      return;
    }
    const typed: TagTyped = new CustomEvent('tag-typed', { detail: { text: this.#input.value } });
    this.dispatchEvent(typed);
  }

  #onChange(event: Event): void {
    event.stopPropagation();
    this.#add();
  }

  #add(): void {
    const words = this.#input.value.split(',').map((word) => word.trim().replaceAll(/\s+/gu, ' '));
    const added = [...new Set(words)].filter((word) => word !== '' && !this.tags.includes(word));
    this.#input.value = '';
    if (added.length === 0) {
      return;
    }
    if (this.tags.length + added.length > MAX_TAGS) {
      this._said = t('common_tags_full', formatNumber(MAX_TAGS));
    }
    this.#set([...this.tags, ...added].slice(0, MAX_TAGS));
  }

  #remove(tag: string): void {
    this._said = t('common_tags_removed', tag);
    this.#set(this.tags.filter((other) => other !== tag));
    this.#input.focus();
  }

  #set(tags: readonly string[]): void {
    if (tags.length === this.tags.length && tags.every((tag, index) => tag === this.tags[index])) {
      return;
    }
    this.tags = tags;
    const event: TagsChanged = new CustomEvent('tags-changed', { detail: { tags }, bubbles: true, composed: true });
    this.dispatchEvent(event);
  }

  get #input(): HTMLInputElement {
    return this.renderRoot.querySelector('input') as HTMLInputElement;
  }
}

customElements.define('sayso-tags', SaysoTags);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-tags': SaysoTags;
  }
  interface HTMLElementEventMap {
    'tags-changed': TagsChanged;
    'tag-typed': TagTyped;
  }
}
