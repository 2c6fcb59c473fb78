import type { Guard } from './guard.ts';
import type { Keeper } from './keeper.ts';
import { NearAnchors } from './near-anchors.ts';
import { isInPlace, placeBeside, putIn, type Place } from './place.ts';
import type { Sighting } from './sightings.ts';
import { StarControl } from './star-control.ts';
import { nextTurn } from './take-turns.ts';
import type { Texts } from './texts.ts';

/** Controls made in one turn: a few milliseconds' work. */
const SLICE = 10;
/** A page that keeps throwing a host out gets its way. */
const MOST_RETURNS = 5;

/** A thing on the page, with its control once it came near the window. */
interface Stand {
  sighting: Sighting;
  /** What the anchor said when it was recognised: when that changes, it names something else. */
  words: string;
  returns: number;
  shown?: { readonly control: StarControl; readonly place: Place };
}

export interface ShelfOptions {
  readonly texts: Texts;
  readonly keeper: Keeper;
  /** Absent where the stars are only shown. */
  readonly guard: Guard | undefined;
}

/** All the stars of one page, by what names each thing there. */
export class StarShelf {
  readonly #options: ShelfOptions;
  readonly #stands = new Map<Element, Stand>();
  readonly #near = new NearAnchors((elements) => void this.#put(elements));
  #isOver = false;

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** Makes the shelf hold just these. What is there already, and is the same, is not touched. */
  arrange(sightings: readonly Sighting[]): void {
    const wanted = new Set(sightings.map(({ anchor }) => anchor));
    for (const anchor of this.#stands.keys()) {
      if (!wanted.has(anchor)) {
        this.drop(anchor);
      }
    }
    for (const sighting of sightings) {
      const { anchor, key } = sighting;
      const stand = this.#stands.get(anchor);
      if (stand?.sighting.key !== key || stand.sighting.form !== sighting.form) {
        this.drop(anchor);
        this.#stands.set(anchor, { sighting, words: anchor.textContent, returns: 0 });
        this.#near.watch(anchor);
      } else {
        stand.words = anchor.textContent;
      }
    }
  }

  /**
   * Takes away, before anything is painted, the stars whose thing has gone or become another.
   *
   * @param changed - the nodes the page has just changed
   */
  prune(changed: readonly Node[]): void {
    for (const [anchor] of this.#stands) {
      if (!anchor.isConnected) {
        this.drop(anchor);
      }
    }
    for (const node of changed) {
      for (let at: Node | null = node, climbed = 0; at !== null && climbed < 6; at = at.parentNode, climbed += 1) {
        const stand = this.#stands.get(at as Element);
        if (stand && stand.words !== (at as Element).textContent) {
          this.drop(at as Element);
        }
      }
    }
  }

  /** Puts back the hosts that the page threw out while the thing is still there. */
  restore(): void {
    for (const stand of this.#stands.values()) {
      const { shown } = stand;
      if (shown && !isInPlace(shown.place, shown.control.host)) {
        stand.returns += 1;
        if (stand.returns > MOST_RETURNS) {
          shown.control.host.remove();
        } else {
          putIn(shown.place, shown.control.host);
        }
      }
    }
  }

  drop(anchor: Element): void {
    const shown = this.#stands.get(anchor)?.shown;
    this.#stands.delete(anchor);
    this.#near.forget(anchor);
    if (shown) {
      this.#options.keeper.forget(shown.control);
      shown.control.remove();
    }
  }

  end(): void {
    this.#isOver = true;
    this.#near.end();
    [...this.#stands.keys()].forEach((anchor) => this.drop(anchor));
  }

  async #put(anchors: readonly Element[]): Promise<void> {
    for (let start = 0; start < anchors.length; start += SLICE) {
      if (start > 0) {
        await nextTurn();
      }
      if (this.#isOver) {
        return;
      }
      this.#putSlice(anchors.slice(start, start + SLICE));
    }
  }

  /** First all that is read of the layout, then all that is written. */
  #putSlice(anchors: readonly Element[]): void {
    const placed = anchors.flatMap((anchor) => {
      const stand = this.#stands.get(anchor);
      return stand && !stand.shown && anchor.isConnected
        ? [{ stand, place: placeBeside(anchor, stand.sighting.form) }]
        : [];
    });
    for (const { stand, place } of placed) {
      const control = new StarControl({ ...this.#options, ...place, facts: stand.sighting.facts });
      stand.shown = { control, place };
      putIn(place, control.host);
      this.#options.keeper.add(control);
    }
  }
}
