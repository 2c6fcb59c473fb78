/**
 * Takes away what an earlier Sayso left in a page when it was updated or turned off under it. Firefox ends its scripts
 * without a word, so they could not; Chrome's notice it themselves. Pages cannot look into closed roots like this.
 */
export function sweepLeftovers(): void {
  for (const element of document.querySelectorAll<HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }>(
    'span:empty',
  )) {
    if (element.openOrClosedShadowRoot?.querySelector('.pill .stars')) {
      element.remove();
    }
  }
}
