import { makeDrawing } from './make-element.ts';
import type { Shown } from './texts.ts';

/** Five points in a square of 24, and its left half. */
const STAR = 'M12 2.2l3 6.4 7 .9-5.1 4.8 1.3 6.9-6.2-3.4-6.2 3.4 1.3-6.9L2 9.5l7-.9z';
const HALF = 'M12 2.2l-3 6.4-7 .9 5.1 4.8-1.3 6.9 6.2-3.4z';
const FILLS = ['', HALF, STAR];

export interface StarPicture {
  readonly element: Element;
  /** Fills the stars as far as it says: by shape, not by colour alone. */
  draw(shown: Shown): void;
}

/** Five stars side by side, each `size` wide in the middle of a cell of `pitch` by `height`. */
export function starPicture(pitch: number, height: number, size: number): StarPicture {
  const scale = size / 24;
  const fills: Element[] = [];
  const lines: Element[] = [];
  for (let index = 0; index < 5; index += 1) {
    const x = index * pitch + (pitch - size) / 2;
    const transform = `translate(${x} ${(height - size) / 2}) scale(${scale})`;
    fills.push(makeDrawing('path', { class: 'fill', transform }));
    lines.push(makeDrawing('path', { class: 'line', transform, d: STAR }));
  }
  return {
    element: makeDrawing('svg', { class: 'stars', viewBox: `0 0 ${pitch * 5} ${height}` }, ...fills, ...lines),
    draw(shown) {
      fills.forEach((fill, index) => {
        fill.setAttribute('d', FILLS[Math.min(2, Math.max(0, shown - index * 2))] ?? '');
      });
    },
  };
}

/** Line drawings in a square of 24. */
export const ICONS = {
  clear: 'M6 6l12 12M18 6L6 18',
  undo: 'M4 10h10a5 5 0 0 1 0 10h-3M8 5.5L3.5 10 8 14.5',
  failed: 'M12 2.5L1.5 21h21zM12 9v5.5M12 17.5v.5',
};

export function icon(path: string): SVGElement {
  return makeDrawing('svg', { viewBox: '0 0 24 24' }, makeDrawing('path', { class: 'icon', d: path }));
}
