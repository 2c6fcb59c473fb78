import type { LitElement } from 'lit';

/**
 * What was pressed is gone by what it did: who was there finds themselves at what came of it, not at the page's beginning. Does
 * nothing where the person is somewhere else by now.
 *
 * @param host - what is drawn anew
 * @param find - what takes the focus, once that stands
 */
export async function keepFocus(host: LitElement, find: () => HTMLElement | null | undefined): Promise<void> {
  await host.updateComplete;
  // What is drawn within, and a dialog that gives the focus back, come after.
  await new Promise(requestAnimationFrame);
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) {
    find()?.focus();
  }
}
