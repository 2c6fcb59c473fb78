import type { Scheme } from '../domain/identifier.ts';

/** Where a page keeps a word that its markup does not give: an element's text or attribute, and the part of it that counts. */
export interface SiteSource {
  readonly selector: string;
  /** Absent: the element's text. */
  readonly attribute?: string;
  /** Its first group is the word; absent: all of it. */
  readonly pattern?: RegExp;
}

/** What is known of a catalogue's own pages beyond its addresses. */
export interface Site {
  readonly name?: SiteSource;
  /** They win over the address, which may be that of another edition. */
  readonly id?: readonly [scheme: Scheme, source: SiteSource];
}

/**
 * Sites that markup alone does not explain, by the scheme of the id that their addresses hold (`identifiers-of-url.ts`).
 * Data only: every row has a fixture whose test fails when its selector stops reading.
 */
export const SITES: Readonly<Partial<Record<Scheme, Site>>> = {
  asin: { name: { selector: '#productTitle,#ebooksProductTitle' } },
  steam: { name: { selector: '#appHubAppName' } },
  goodreads: { id: ['goodreads', { selector: '#__NEXT_DATA__', pattern: /"query":\{[^{}]*"book_id":"(\d+)/u }] },
  letterboxd: {
    id: [
      'boxd',
      { selector: '[data-postered-identifier]', attribute: 'data-postered-identifier', pattern: /"lid":"(\w+)"/u },
    ],
  },
};
