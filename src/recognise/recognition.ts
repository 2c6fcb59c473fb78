import type { ItemFacts } from '../domain/item.ts';

/** One thing of a list page, and where the person's stars would stand: beside its title. */
export interface RecognisedEntry {
  readonly facts: ItemFacts;
  /** The title link or heading of its card. Absent when only the page's data names it. */
  readonly element?: Element;
}

/** What a page is about. */
export interface Recognition {
  /** `none`: an article, a cart, a home page, anything with nothing to rate that could be told for sure. */
  readonly page: 'detail' | 'list' | 'none';
  /** The one thing of a detail page. */
  readonly main?: ItemFacts;
  /** The visible heading that names `main`. */
  readonly anchor?: Element;
  /** The things of a list page, in document order, at most 2,000. Empty on other pages. */
  readonly entries: readonly RecognisedEntry[];
  /** The page's own title, cleaned, for rating the page as itself. May be empty. */
  readonly title: string;
  /** Where the page says it really is, if it says so and on the same site. */
  readonly canonicalUrl?: string;
}
