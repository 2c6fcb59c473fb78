import type { Item } from '../../../domain/item.ts';
import { formatList } from '../../format.ts';
import { kindName } from '../../kind-name.ts';

/** Names after the third say little on one line; the item's own page has them all. */
const MAX_CREATORS = 3;

/** What a thing is, on one line: 'Film · Lana Wachowski and Lilly Wachowski · 1999'. */
export function itemLine({ kind, creators = [], brand, year }: Item): string {
  const makers = creators.length > 0 ? creators : brand === undefined ? [] : [brand];
  return [
    kindName(kind),
    makers.length > MAX_CREATORS ? `${makers.slice(0, MAX_CREATORS).join(', ')} …` : formatList(makers),
    year === undefined ? '' : String(year),
  ]
    .filter((part) => part !== '')
    .map(isolated)
    .join(' · ');
}

// U+2068 and U+2069 keep the direction of one part from running into the next.
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
