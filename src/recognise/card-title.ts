import { cleanName } from './clean-name.ts';
import { visibleText } from './text.ts';

/** What a card of a list says its thing is called, and where it says so. */
export interface CardTitle {
  readonly name: string;
  readonly element: Element;
  /** As written. */
  readonly href?: string;
}

/** Words of links that lead to the thing without naming it. */
const NOT_A_NAME = /^(?:[\d\s.,%$€£¥₹()+-]+|.{0,2}|(?:add|buy|view|more|details?|show|read|quick)\b.{0,20})$/iu;

/** The title of a card: its heading, else the wordiest of its links. */
export function titleOfCard(card: Element): CardTitle | undefined {
  const heading = card.querySelector('h1,h2,h3,h4,h5,h6,[role="heading"]');
  const inHeading = heading && (heading.querySelector('a[href]') ?? heading.closest('a[href]'));
  const links = card.localName === 'a' ? [card] : [...card.querySelectorAll('a[href]')].slice(0, 12);
  const link = inHeading ?? longest(links);
  const element =
    heading && nameOf(heading) !== '' ? (inHeading && heading.contains(inHeading) ? inHeading : heading) : link;
  const name = element ? nameOf(element) : '';
  const href = (link ?? card.closest('a[href]'))?.getAttribute('href') ?? undefined;
  return element && name !== '' ? { name, element, ...(href !== undefined && { href }) } : undefined;
}

/** A link's words; its title where the words are cut short; its picture's where there are none. */
export function nameOf(element: Element): string {
  const text = cleanName(visibleText(element));
  const title = cleanName(element.getAttribute('title') ?? '');
  const cut = /\s*(?:…|\.{3})$/u;
  if (cut.test(text) && title.startsWith(text.replace(cut, ''))) {
    return title;
  }
  const name = text === '' ? title || cleanName(element.querySelector('img[alt]')?.getAttribute('alt') ?? '') : text;
  return NOT_A_NAME.test(name) ? '' : name;
}

function longest(links: readonly Element[]): Element | undefined {
  let best: Element | undefined;
  let length = 0;
  for (const link of links) {
    const own = nameOf(link).length;
    if (own > length) {
      best = link;
      length = own;
    }
  }
  return best;
}
