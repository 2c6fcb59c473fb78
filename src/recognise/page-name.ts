import { agreement, foldName } from './agreement.ts';
import { titleParts } from './clean-name.ts';
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
  const heading = bestHeading(head);
  if (heading) {
    const inside = head.titles
      .flatMap((title) => [title, ...titleParts(title)])
      .filter((part) => heading.folded.includes(foldName(part)) && foldName(part).length * 2 > heading.folded.length)
      .sort((left, right) => right.length - left.length)[0];
    return { name: inside ?? heading.text, heading };
  }
  const site = foldName(head.meta.get('og:site_name') ?? '');
  const base = head.host.split('.').at(-2) ?? '';
  const parts = titleParts(head.titles.at(-1) ?? '').filter((part) => ![site, base].includes(foldName(part)));
  const others = head.titles.slice(0, -1).map(foldName);
  const shared = parts.filter((part) => others.some((other) => other.includes(foldName(part))));
  const longest = (shared.length > 0 ? shared : parts).toSorted((left, right) => right.length - left.length)[0];
  return { name: longest ?? head.titles[0] ?? '' };
}

function bestHeading(head: PageHead): Heading | undefined {
  let best: Heading | undefined;
  let bestScore = 0.55;
  for (const heading of head.headings) {
    const score = Math.max(0, ...head.foldedTitles.map((title) => agreement(heading.folded, title)));
    if (score > bestScore) {
      best = heading;
      bestScore = score;
    }
  }
  return best;
}
