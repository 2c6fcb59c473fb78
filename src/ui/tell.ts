import type { ToastMessage } from './components/sayso-toast.ts';

/** What was done, on its way up to the toast of the page. */
export type Told = CustomEvent<ToastMessage>;

/** Sends a message up to whichever page element keeps the toast. */
export function tell(from: HTMLElement, message: ToastMessage): void {
  const event: Told = new CustomEvent('told', { detail: message, bubbles: true, composed: true });
  from.dispatchEvent(event);
}

declare global {
  interface HTMLElementEventMap {
    told: Told;
  }
}
