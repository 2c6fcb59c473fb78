import type { ReactiveController } from 'lit';
import type { ItemId } from '../../../domain/ids.ts';

/** What says that the person goes somewhere else by themselves. */
const OF_A_PERSON = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * The row that was brought into sight. Where it is, is reckoned from what rows are taken for, which changes once some are
 * measured: until the person scrolls, it has to be brought there again.
 */
export class RowToKeep implements ReactiveController {
  #itemId: ItemId | undefined;
  #rowPx = 0;

  hostConnected(): void {
    for (const type of OF_A_PERSON) {
      window.addEventListener(type, this.#letGo, { passive: true });
    }
  }

  hostDisconnected(): void {
    for (const type of OF_A_PERSON) {
      window.removeEventListener(type, this.#letGo);
    }
  }

  /** @param rowPx - what each row is taken for now */
  keep(itemId: ItemId, rowPx: number): void {
    this.#itemId = itemId;
    this.#rowPx = rowPx;
  }

  /** The row, if it has to be brought into sight again, since rows are taken for `rowPx` by now. */
  moved(rowPx: number): ItemId | undefined {
    const hasMoved = rowPx !== this.#rowPx;
    this.#rowPx = rowPx;
    return hasMoved ? this.#itemId : undefined;
  }

  readonly #letGo = (): void => {
    this.#itemId = undefined;
  };
}
