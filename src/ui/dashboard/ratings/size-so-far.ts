import type { WindowVirtualizerController } from '@tanstack/lit-virtual';

/** How high a row was when it was last measured, or is taken for, in pixels. */
export function sizeSoFar(
  element: HTMLElement,
  { itemSizeCache, options, indexFromElement }: ReturnType<WindowVirtualizerController<HTMLElement>['getVirtualizer']>,
): number {
  const index = indexFromElement(element);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
}
