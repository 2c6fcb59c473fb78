import type { Work } from '../platform/work-mark.ts';

/** Held by the page that does it: one at a time of each kind, over all pages. Gone with the page. */
export function lockOf(work: Work): string {
  return `sayso-${work}`;
}
