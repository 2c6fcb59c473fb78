import { agreement, foldName } from './agreement.ts';
import type { Heading, PageHead } from './page-head.ts';

/** What a page is called when no markup names its thing. */
export interface PageName {
  readonly name: string;
  readonly heading?: Heading;
}

/**
 * The name that the page's heading and its titles agree on: the heading's own words, without what only it says
 * (a stock number, a button), or the part of a title that both titles have.
 *
 * @returns an empty name when the page has neither.
 */
export function nameOfPage(head: PageHead): PageName {
  const [heading] = head.headings
    .filter((one) => agreementOf(one.folded, head) > 0.55)
    .toSorted((left, right) => agreementOf(right.folded, head) - agreementOf(left.folded, head));
  const parts = head.parts.toSorted((left, right) => right.length - left.length);
  if (heading) {
    const inside = parts.find(
      (part) => heading.folded.includes(foldName(part)) && foldName(part).length * 2 > heading.folded.length,
    );
    return { name: inside ?? heading.text, heading };
  }
  const shared = parts.filter((part) => head.titles.every((title) => foldName(title).includes(foldName(part))));
  return { name: shared.find((part) => !head.titles.includes(part)) ?? shared[0] ?? parts[0] ?? head.titles[0] ?? '' };
}

function agreementOf(folded: string, head: PageHead): number {
  return head.folded.length === 0 ? 1 : Math.max(...head.folded.map((part) => agreement(folded, part)));
}
