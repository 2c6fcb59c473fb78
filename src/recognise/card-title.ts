import { cleanName } from './clean-name.ts';
import { attributeOf, elementsOf } from './elements.ts';
import { MONEY } from './shop-page.ts';
import { visibleText } from './text.ts';

/** What a card of a list says its thing is called, and where it says so. */
export interface CardTitle {
  readonly name: string;
  readonly element: Element;
  /** As written; may be empty. */
  readonly href: string;
}

/** Words of links that lead to the thing without naming it. */
const NOT_A_NAME = /^(?:[^\p{L}]{0,2}|\(\d+\)|(?:add|buy|view|more|details?|show|quick)\b.{0,20})$/iu;

/** The title of a card: its heading, else the wordiest of its links. */
export function titleOfCard(card: Element): CardTitle | undefined {
  const heading = card.querySelector('h1,h2,h3,h4,h5,h6');
  const inHeading = heading?.querySelector('a[href]') ?? heading?.closest('a[href]');
  const link = inHeading ?? (card.localName === 'a' ? card : wordiest(elementsOf(card, 'a[href]', 12)));
  const element = heading && !heading.contains(link ?? null) && nameOf(heading) !== '' ? heading : link;
  const name = element ? nameOf(element) : '';
  return element && name !== '' ? { name, element, href: link ? attributeOf(link, 'href') : '' } : undefined;
}

function wordiest(links: readonly Element[]): Element | undefined {
  const lengths = links.map((link) => nameOf(link).length);
  return links[lengths.indexOf(Math.max(...lengths))];
}

/** A link's words; its title where the words are cut short; its picture's where there are none. */
export function nameOf(element: Element): string {
  const text = cleanName(visibleText(element));
  const title = cleanName(attributeOf(element, 'title'));
  const cut = /\s*(?:…|\.{3})$/u;
  if (cut.test(text) && title.startsWith(text.replace(cut, ''))) {
    return title;
  }
  const picture = text === '' && title === '' ? element.querySelector('img[alt]') : null;
  const name = text || title || (picture ? cleanName(attributeOf(picture, 'alt')) : '');
  return NOT_A_NAME.test(name) || (name.length < 20 && name.search(MONEY) !== -1) ? '' : name;
}
