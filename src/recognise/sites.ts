import type { Scheme } from '../domain/identifier.ts';
import type { ItemKind } from '../domain/item.ts';

/** Where a site keeps a word that its markup does not give: an element, one of its attributes or its text, and the part of that. */
export interface SiteSource {
  readonly selector: string;
  /** Absent: the element's text. */
  readonly attribute?: string;
  /** Its first group is the value; absent: all of it. */
  readonly pattern?: RegExp;
}

/** What is known of one site's pages about one thing each. Data only: every row has a fixture that fails when it stops reading. */
export interface Site {
  /** Matched against host (without `www.`) and path. */
  readonly address: RegExp;
  readonly kind: ItemKind;
  readonly name?: SiteSource;
  readonly brand?: SiteSource;
  /** They win over the address, which may be that of another edition. */
  readonly ids?: readonly (readonly [scheme: Scheme, source: SiteSource])[];
}

export const SITES: readonly Site[] = [
  {
    address: /^amazon\.[a-z.]{2,6}\/(?:[^?]*\/)?(?:dp|gp\/product|gp\/aw\/d)\/[A-Z\d]{10}/u,
    kind: 'Product',
    name: { selector: '#productTitle,#ebooksProductTitle,#title' },
    brand: { selector: '#bylineInfo', pattern: /^(?:Visit the |Brand: |Marke: )?(.+?)(?:[ -]Store)?$/u },
    ids: [['asin', { selector: 'input#ASIN,input[name="ASIN"]', attribute: 'value' }]],
  },
  {
    address: /^goodreads\.com\/(?:[a-z]{2}\/)?book\/show\//u,
    kind: 'Book',
    ids: [['goodreads', { selector: 'script#__NEXT_DATA__', pattern: /"query":\{"book_id":"(\d+)/u }]],
  },
  {
    address: /^letterboxd\.com\/film\//u,
    kind: 'Movie',
    ids: [
      [
        'boxd',
        { selector: '[data-postered-identifier]', attribute: 'data-postered-identifier', pattern: /"lid":"(\w+)"/u },
      ],
    ],
  },
];
