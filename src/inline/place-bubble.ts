import { BUBBLE } from './star-sheet.ts';

const MARGIN = 6;

/** Puts a bubble under the thing it belongs to, above it where there is no room, and always inside the window. */
export function placeBubble(bubble: HTMLElement, beside: DOMRectReadOnly, direction: 'ltr' | 'rtl'): void {
  const { innerWidth, innerHeight } = window;
  const start = direction === 'ltr' ? beside.left : beside.right - BUBBLE.width;
  const below = beside.bottom + MARGIN;
  const top = below + BUBBLE.height + MARGIN <= innerHeight ? below : beside.top - MARGIN - BUBBLE.height;
  bubble.style.left = `${Math.max(MARGIN, Math.min(start, innerWidth - BUBBLE.width - MARGIN))}px`;
  bubble.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - BUBBLE.height - MARGIN))}px`;
}
