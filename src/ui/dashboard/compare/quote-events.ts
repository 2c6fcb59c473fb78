import type { Choice } from '../../../domain/acceptance.ts';
import type { ThreadId } from '../../../domain/ids.ts';

/** The person chose something else of a quote: what that makes of what was chosen before. */
export type QuoteChosen = CustomEvent<{ readonly thread: ThreadId; readonly change: (choice: Choice) => Choice }>;

/** What is to be done with a quote as it is chosen: nothing is sent by it. `whole` shows all that its vendor said. */
export type QuotePressed = CustomEvent<{ readonly thread: ThreadId; readonly act: 'accept' | 'ubl' | 'whole' }>;

export function quoteChosen(from: EventTarget, detail: QuoteChosen['detail']): void {
  const event: QuoteChosen = new CustomEvent('quote-chosen', { detail, bubbles: true, composed: true });
  from.dispatchEvent(event);
}

export function quotePressed(from: EventTarget, detail: QuotePressed['detail']): void {
  const event: QuotePressed = new CustomEvent('quote-pressed', { detail, bubbles: true, composed: true });
  from.dispatchEvent(event);
}

declare global {
  interface HTMLElementEventMap {
    'quote-chosen': QuoteChosen;
    'quote-pressed': QuotePressed;
  }
}
