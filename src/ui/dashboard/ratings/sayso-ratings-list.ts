import { measureElement, type Range, WindowVirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { ratingRows } from '../../../app/rating-rows.ts';
import { unratedRows } from '../../../app/unrated-rows.ts';
import type { ItemId } from '../../../domain/ids.ts';
import type { HalfStars } from '../../../domain/scale.ts';
import { t } from '../../i18n.ts';
import { CommonHeight } from './common-height.ts';
import { drawRow } from './draw-row.ts';
import { listStyle } from './list-style.ts';
import { rangeWith } from './range-with.ts';
import { type RowKey, RowSlots } from './row-slots.ts';
import { RowToKeep } from './row-to-keep.ts';
import { type ListedRow, RowsInView } from './rows-in-view.ts';
import { ShownRows } from './shown-rows.ts';
import { sizeSoFar } from './size-so-far.ts';

/** The mark of one row was changed where it stands; 0 clears it. */
export type RowRated = CustomEvent<{ readonly row: ListedRow; readonly halfStars: HalfStars | 0 }>;

/** The rows in sight could not be read. */
export type RowsFailed = CustomEvent<{ readonly thrown: unknown }>;

/** About how high a row is before it is measured, in pixels: on one line, and on three where there is little room. */
const ROW_PX = { wide: 92, narrow: 164 } as const;

/** Rows drawn above and below what is in sight, so that Tab finds the next one and a wheel no gap. */
const OVERSCAN = 8;

/** Rows are read in steps of so many, so that not every turn of the wheel asks the store. */
const STEP = 50;

/** So many more on either side are read before they are drawn: a row that has to wait for its words is a new one afterwards. */
const AHEAD = 25;

/**
 * All ratings, or all things without one, in one list, of which only those in sight are drawn. The window scrolls, so that zoom, narrow screens and
 * the keys that scroll are the browser's own.
 *
 * A plain list, each row with its number of how many (`aria-posinset`, `aria-setsize`): a screen reader says 'list,
 * 4711 of 100000' and goes through it as through any list. A grid would take the arrow keys from the stars and fields
 * in the rows, and a feed says that more comes when there is nothing more to come: all are here.
 *
 * A row that has the focus stays drawn wherever the list is scrolled to, so that no key press is lost.
 *
 * @fires {RowPressed} row-pressed - from the rows
 * @fires {RowRated} row-rated
 * @fires {RowsFailed} rows-failed
 * @fires {Event} rows-shown - once, when the first rows stand there
 */
export class SaysoRatingsList extends LitElement {
  static override properties = {
    context: { attribute: false },
    ids: { attribute: false },
    total: { type: Number },
    revision: {},
    query: {},
    isUnrated: { attribute: false },
    selected: { attribute: false },
  };

  declare context: AppContext;
  /** Those known so far, in order; the rest of the total stands empty until they come. */
  declare ids: readonly ItemId[];
  declare total: number;
  /** What `ids` was read at. */
  declare revision: string;
  declare query: string;
  /** Whether it is a list of things without a mark. */
  declare isUnrated: boolean;
  declare selected: ReadonlySet<ItemId>;

  /** The row that has the focus. */
  #held: ItemId | undefined;
  #heldIndex = -1;
  /** The most rows that were drawn of this list so far, but for one that is held. */
  #most = 0;
  /** Where the list begins on the page, in pixels. */
  #topPx = 0;
  /** What a row is taken for before it is measured. */
  #rowPx: number = window.matchMedia('(min-width: 44rem)').matches ? ROW_PX.wide : ROW_PX.narrow;
  readonly #heights = new CommonHeight();
  #hasShown = false;
  readonly #kept = new RowToKeep();
  readonly #rows = new RowsInView(this);
  readonly #slots = new RowSlots();
  readonly #resized = new ResizeObserver(() => this.#place());
  readonly #virtual = new WindowVirtualizerController<HTMLElement>(this, {
    count: 0,
    overscan: OVERSCAN,
    estimateSize: () => this.#rowPx,
    rangeExtractor: (range: Range) => this.#rowsAround(range),
    // A row draws itself a moment after it was put there: only what the browser tells later is its size.
    measureElement: (element, entry, virtualizer) => {
      // What waits for its row has no height of its own yet.
      const isRow = element.querySelector('.empty') === null;
      const size = entry && isRow ? measureElement(element, entry, virtualizer) : 0;
      return size === 0 ? sizeSoFar(element, virtualizer) : this.#heights.heard(size);
    },
  }).getVirtualizer();
  readonly #shown = new ShownRows(this.#virtual);

  static override styles = listStyle;

  constructor() {
    super();
    this.ids = [];
    this.total = 0;
    this.revision = '';
    this.query = '';
    this.isUnrated = false;
    this.selected = new Set();
    this.addController(this.#kept);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Whatever grows above the list moves it, and makes the page longer.
    this.#resized.observe(document.body);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    this.#resized.disconnect();
    super.disconnectedCallback();
  }

  /** Off the page there is nothing to draw, and what scrolls would be listened to for ever. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A guess that is right for most rows spares the places of all others being reckoned anew with each row measured.
    const rowPx = this.#heights.common ?? this.#rowPx;
    if (changed.has('ids') || changed.has('total') || rowPx !== this.#rowPx) {
      const { ids } = this;
      this.#rowPx = rowPx;
      this.#most = 0;
      this.#heldIndex = this.#held === undefined ? -1 : ids.indexOf(this.#held);
      this.#virtual.setOptions({
        ...this.#virtual.options,
        count: this.total,
        getItemKey: (index) => ids[index] ?? index,
      });
    }
  }

  protected override render() {
    const items = this.#virtual.getVirtualItems();
    const slots = this.#slots.assign(
      items.map(({ index }) => this.#keyOf(index)),
      this.#held,
    );
    return html`<ul
      role="list"
      aria-label=${t(this.isUnrated ? 'dashboard_unrated_list' : 'dashboard_ratings_list')}
      .style=${`block-size: ${String(this.#virtual.getTotalSize())}px`}
      @focusin=${this.#onFocusIn}
      @focusout=${this.#onFocusOut}
    >
      ${repeat(
        items,
        (_item, place) => slots[place],
        ({ index, start }) => html`<li
          data-index=${index}
          aria-setsize=${this.total}
          aria-posinset=${index + 1}
          .style=${`transform: translateY(${String(start - this.#topPx)}px)`}
        >
          ${this.#row(this.ids[index])}
        </li>`,
      )}
    </ul>`;
  }

  #row(id: ItemId | undefined) {
    const row = id && this.#rows.rowOf(id);
    const { query, selected } = this;
    return row
      ? drawRow(row, { query, selected, onRated: ({ detail }) => this.#tellRated(row, detail.halfStars) })
      : html`<div class="empty"></div>`;
  }

  protected override updated(): void {
    // While it is scrolled nothing above it changes, and to ask where it is would lay out the page before its rows are whole.
    if (!this.#virtual.isScrolling) {
      this.#place();
    }
    this.#shown.measure(this.renderRoot.querySelectorAll('li'), (index) => this.#keyOf(index));
    this.#bringIntoSight(this.#kept.moved(this.#rowPx));
    const items = this.#virtual.getVirtualItems();
    const [first, last] = [items[0], items.at(-1)];
    if (first && last) {
      const from = Math.max(0, Math.floor((first.index - AHEAD) / STEP) * STEP);
      const to = Math.ceil((last.index + 1 + AHEAD) / STEP) * STEP;
      // A row that is held far away must not have all between it and the rest read.
      const wanted =
        to - from > 10 * STEP ? items.flatMap(({ index }) => this.ids[index] ?? []) : this.ids.slice(from, to);
      this.#rows.want(wanted, this.revision);
      const id = this.ids[first.index];
      if (!this.#hasShown && id !== undefined && this.#rows.rowOf(id)) {
        this.#hasShown = true;
        this.dispatchEvent(new Event('rows-shown'));
      }
    }
  }

  /** The row in the middle of what is in sight; absent where that is the top of the list, or nothing of it. */
  get middle(): ItemId | undefined {
    // As it was last heard of: once the list is off the page, the page is shorter, and stands elsewhere.
    const { scrollOffset, scrollRect } = this.#virtual;
    const at = scrollOffset ?? 0;
    const row = this.#virtual.getVirtualItemForOffset(at + (scrollRect?.height ?? 0) / 2);
    return row && at > this.#topPx ? this.ids[row.index] : undefined;
  }

  /** Brings the row of an item into sight, and keeps it there until the person scrolls; `false` when it is not in the list. */
  async reveal(id: ItemId): Promise<boolean> {
    const isThere = this.#bringIntoSight(id);
    this.#kept.keep(id, this.#rowPx);
    await this.updateComplete;
    return isThere;
  }

  #rowsAround(range: Range): number[] {
    const indexes = rangeWith(range, this.#heldIndex, this.#most);
    this.#most = Math.max(this.#most, rangeWith(range, -1, 0).length);
    return indexes;
  }

  #bringIntoSight(id: ItemId | undefined): boolean {
    const index = id === undefined ? -1 : this.ids.indexOf(id);
    if (index >= 0) {
      this.#virtual.scrollToIndex(index, { align: 'center' });
      this.requestUpdate();
    }
    return index >= 0;
  }

  /** @internal For {@link RowsInView}. */
  rowsOf(itemIds: readonly ItemId[]) {
    return this.isUnrated ? unratedRows(this.context, { itemIds }) : ratingRows(this.context, { itemIds });
  }

  /** @internal For {@link RowsInView}. */
  failed(thrown: unknown): void {
    const event: RowsFailed = new CustomEvent('rows-failed', { detail: { thrown } });
    this.dispatchEvent(event);
  }

  #keyOf(index: number): RowKey {
    return this.ids[index] ?? index;
  }

  #place(): void {
    const top = Math.round(this.getBoundingClientRect().top + window.scrollY);
    if (top !== this.#topPx) {
      this.#topPx = top;
      this.#virtual.setOptions({ ...this.#virtual.options, scrollMargin: top });
      this.requestUpdate();
    }
  }

  #onFocusIn({ target }: FocusEvent): void {
    const index = Number((target as HTMLElement).closest('li')?.dataset['index'] ?? -1);
    this.#held = this.ids[index];
    this.#heldIndex = index;
  }

  #onFocusOut({ relatedTarget }: FocusEvent): void {
    // To nowhere is to another window, or the row was taken: then it is where the person comes back to.
    if (relatedTarget !== null) {
      this.#held = undefined;
      this.#heldIndex = -1;
    }
  }

  #tellRated(row: ListedRow, halfStars: HalfStars | 0): void {
    const event: RowRated = new CustomEvent('row-rated', { detail: { row, halfStars } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-ratings-list', SaysoRatingsList);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-ratings-list': SaysoRatingsList;
  }
  interface HTMLElementEventMap {
    'row-rated': RowRated;
    'rows-failed': RowsFailed;
  }
}
