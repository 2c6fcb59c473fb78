import type { Ask as FullAsk, Collection, Filter, Need, Purpose, RatingField } from '../domain/ask.ts';
import type { GrantStatus } from '../domain/grant.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Strength } from '../domain/preference.ts';
import type { Intention, Order, OwnershipInfo, Receipt, SignedByVendor, VendorKey } from './customer-reply.ts';

/**
 * The page API, version 1, as a vendor's script sees it: types only, no value.
 *
 * Everything here travels as plain data (structured clone), so there are no brands and no classes.
 * Identifiers are `scheme:value` (`imdb:tt0133093`, `gtin:04006381333931`, `isbn:9780141439600`);
 * dates are ISO 8601 text, as precise as they are known.
 *
 * Every call rejects with a `DOMException`, by name:
 * - `NotAllowedError`: refused, ignored, no such grant, over the prompt limit: all the same to the page
 * - `DataError`: the argument is malformed; the message names the path and the rule
 * - `QuotaExceededError`: too many or too large
 * - `InvalidStateError`: Sayso was updated or turned off under the page; a reload may help
 * - `NotSupportedError`: this Sayso does not speak that call or version
 */
export interface Customer extends EventTarget {
  readonly version: '1';

  /** Asks the person, in Sayso's own window. Only from a visible tab. Resolves with what they gave, often less. */
  request(ask: Ask): Promise<Grant>;

  /** What this origin holds now; an empty list when it holds nothing. Never prompts. */
  grants(): Promise<readonly Grant[]>;

  /** The person's ratings, newest first, as far as a grant reaches. Never prompts. */
  ratings(query?: RatingQuery): Promise<Page<Review>>;

  /** The person's standing preferences, as far as a grant reaches. Never prompts. */
  preferences(query?: PreferenceQuery): Promise<Page<PropertyValue>>;

  /** The requests for proposals that were cast to this vendor, newest first. Never prompts. */
  intentions(query?: IntentionQuery): Promise<Page<Intention>>;

  /** Orders the vendor's own list by the person's taste, best first: an answer instead of the data. */
  rank(items: readonly ItemReference[]): Promise<readonly RankedItem[]>;

  /** Answers an intention, by its `identifier`, with what your server signed: a quote, a referral, a decline, a question. */
  reply(intention: string, reply: SignedByVendor): Promise<Receipt>;

  /** Suggests a record. It lands in the person's inbox, never in their data. */
  propose(thing: OwnershipInfo | Order): Promise<Receipt>;

  /** Gives a grant back, by its id. */
  withdraw(grant: string): Promise<void>;

  addEventListener<Name extends keyof CustomerEventMap>(
    type: Name,
    listener: (this: Customer, event: CustomerEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export interface CustomerEventMap {
  /** Something this origin holds was given, narrowed, ended or taken back: call `grants()` again. */
  grantschange: Event;
  /** A request was cast to this origin, or something was said in one: call `intentions()` again. */
  intentionschange: Event;
  message: Event;
}

/** What `/.well-known/customer.json` holds: what a vendor would like, told before anything is connected. */
export interface CustomerDocument {
  readonly version: '1';
  /** The vendor's own name for itself. Shown as a claim, beside the origin. */
  readonly name: string;
  readonly asks: readonly Ask[];
  /** Where requests for proposals are sent, on this origin; without it you answer when the person is on your site. */
  readonly quotes?: string;
  /** What your replies are signed with. */
  readonly keys?: readonly VendorKey[];
}

/** As in `domain/ask.ts`, except that `agreement` may be left out: `SD-BASE`, or `PDC-INTENT` for intentions. */
export interface Ask extends Omit<FullAsk, 'agreement'> {
  readonly agreement?: string;
}

export type { Collection, Filter, GrantStatus, ItemKind, Need, Purpose, RatingField, Strength };

/** What the person gave. A snapshot: listen to `grantschange`. */
export interface Grant {
  readonly id: string;
  /** The person's name to this vendor under this grant: random, shared with no other vendor, gone with the grant. */
  readonly person: string;
  /** The needs that were given, each no wider than it was asked. */
  readonly scope: readonly Need[];
  readonly purpose: Purpose;
  readonly agreement: string;
  readonly retention: string;
  readonly sharing: 'none' | readonly string[];
  /** ISO 8601 moment it began. */
  readonly from: string;
  /** ISO 8601 moment it ends at the latest; absent when it lasts until the person stops it. */
  readonly until?: string;
  /** `once`: each call this grant allows can be made to the end (all its pages) one time. */
  readonly uses: 'once' | 'many';
  readonly status: GrantStatus;
}

interface Query {
  /** 1 to 500; 500 when absent. */
  readonly limit?: number;
  /** The `next` of the page before, with the same query. */
  readonly cursor?: string;
}

export interface RatingQuery extends Query {
  /** schema.org types; absent means every kind the grant covers, an empty list means none. */
  readonly kinds?: readonly ItemKind[];
  /** Only ratings of these items. */
  readonly identifiers?: readonly string[];
  /** ISO 8601: only ratings given at or after it. */
  readonly since?: string;
}

export interface PreferenceQuery extends Query {
  /** Preference keys; absent means every key the grant covers, an empty list means none. */
  readonly keys?: readonly string[];
  /** Only preferences that apply to one of these kinds (those that name no kind apply to all). */
  readonly kinds?: readonly ItemKind[];
}

export interface IntentionQuery extends Query {
  /** ISO 8601: only requests of which something was said at or after it. */
  readonly since?: string;
}

/** At most 500 items. `next` is there when more follow: pass it as `cursor`. */
export interface Page<T> {
  readonly '@context': 'https://schema.org';
  readonly items: readonly T[];
  readonly next?: string;
}

/** A mark on the scale it was given on. */
export interface Mark {
  readonly '@type': 'Rating';
  readonly ratingValue: number;
  readonly bestRating: number;
  readonly worstRating: number;
}

/** A mark of one side of the thing: 'sound', 4 of 5. */
export interface AspectMark extends Mark {
  readonly reviewAspect: string;
}

export interface ReviewedItem {
  readonly '@type': ItemKind;
  readonly name: string;
  /** `scheme:value`, strongest first. */
  readonly identifier: readonly string[];
  /** Addresses that mean this very thing elsewhere. */
  readonly sameAs: readonly string[];
}

/** One rating. Item and mark always; the rest only if the grant names the field and the person wrote something. */
export interface Review {
  readonly '@type': 'Review';
  readonly itemReviewed: ReviewedItem;
  readonly reviewRating: Mark;
  readonly dateCreated?: string;
  readonly reviewBody?: string;
  readonly keywords?: readonly string[];
  readonly reviewAspect?: readonly AspectMark[];
}

/** One standing preference: `{ propertyID: 'shoe-size', value: '42', unitText: 'EU', valueReference: 'must' }`. */
export interface PropertyValue {
  readonly '@type': 'PropertyValue';
  /** The preference's key. */
  readonly propertyID: string;
  readonly value: string;
  readonly unitText?: string;
  /** How strongly it is meant. */
  readonly valueReference: Strength;
  /** The kinds of item it applies to; absent means all. */
  readonly kinds?: readonly ItemKind[];
}

/** What a vendor knows of its own item. All but `identifier` only helps to order it better. */
export interface ItemReference {
  readonly identifier: string | readonly string[];
  readonly name?: string;
  readonly '@type'?: ItemKind;
  readonly genre?: string | readonly string[];
  readonly brand?: string;
  readonly creator?: string | readonly string[];
  readonly isPartOf?: string;
  readonly aggregateRating?: AggregateRating;
}

export interface AggregateRating {
  readonly '@type'?: 'AggregateRating';
  readonly ratingValue: number;
  /** 5 when absent, as schema.org has it. */
  readonly bestRating?: number;
  /** 1 when absent, as schema.org has it. */
  readonly worstRating?: number;
  readonly ratingCount?: number;
  readonly reviewCount?: number;
}

/** A place in the order: `index` into the list that was sent. No score. */
export interface RankedItem {
  readonly index: number;
}

declare global {
  interface Navigator {
    /** Only on origins the person chose. */
    readonly customer?: Customer;
  }
  interface WindowEventMap {
    /** `navigator.customer` has just come to a page that was already open. */
    customerready: Event;
  }
}
