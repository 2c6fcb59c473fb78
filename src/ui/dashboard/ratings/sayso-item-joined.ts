import { css, html, LitElement, nothing } from 'lit';
import type { JoinedItem, RatingHistory } from '../../../app/rating-history.ts';
import type { RecordId } from '../../../domain/ids.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { shortName } from '../short-name.ts';

const BY: readonly JoinedItem['by'][] = ['person', 'sayso', undefined];

/** One that was joined is to be a thing of its own again. */
export type SplitPressed = CustomEvent<{ readonly mergeId: RecordId }>;

/**
 * What the person joined, what Sayso took for the same thing, and the way to take it apart. Draws nothing where nothing was joined.
 *
 * @fires {SplitPressed} split-pressed
 */
export class SaysoItemJoined extends LitElement {
  static override properties = { joined: { attribute: false } };

  declare joined: RatingHistory['joined'];

  static override styles = [
    base,
    controls,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sayso-gap-2);
        padding-block: var(--sayso-gap-2);
        border-block-end: 1px solid var(--sayso-line);
      }
    `,
  ];

  protected override render() {
    if (this.joined.length === 0) {
      return html``;
    }
    return html`
      <h2>${t('dashboard_item_merged')}</h2>
      ${BY.map((by) => this.#group(by))}
    `;
  }

  #group(by: JoinedItem['by']) {
    const joined = this.joined.filter((one) => one.by === by);
    if (joined.length === 0) {
      return nothing;
    }
    return html`
      <p class="quiet">${t(`dashboard_item_merged_by_${by ?? 'either'}`)}</p>
      <ul role="list">
        ${joined.map(
          ({ mergeId, name }) => html`<li>
            <bdi>${shortName(name)}</bdi>
            <button type="button" aria-label=${t('dashboard_item_split_label', shortName(name))} @click=${() => this.#press(mergeId)}>
              ${t('dashboard_item_split')}
            </button>
          </li>`,
        )}
      </ul>
    `;
  }

  #press(mergeId: RecordId): void {
    const event: SplitPressed = new CustomEvent('split-pressed', { detail: { mergeId } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-item-joined', SaysoItemJoined);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-item-joined': SaysoItemJoined;
  }
  interface HTMLElementEventMap {
    'split-pressed': SplitPressed;
  }
}
