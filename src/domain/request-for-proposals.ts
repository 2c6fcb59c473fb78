import type { ItemId, RecordId, RequestId, ThreadId } from './ids.ts';
import type { Identifier } from './identifier.ts';
import type { ItemKind } from './item.ts';
import type { Moment } from './moment.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { Requirement } from './requirement.ts';

/** What is wanted: an item Sayso knows, as it was known when this was written, or the person's own words. */
export type Wanted =
  | {
      readonly kind: 'item';
      /** Never leaves: it is the same for every vendor. */
      readonly itemId: ItemId;
      readonly itemKind: ItemKind;
      readonly name: string;
      readonly brand?: string;
      /** Strongest first. Those of one site never leave: they would tell where else the person looked. */
      readonly identifiers: readonly Identifier[];
    }
  | { readonly kind: 'words'; readonly words: string };

export type WantedCondition = 'new' | 'used' | 'any';

/** One thing of a request, and how many of it. */
export interface RequestLine {
  /** From 1, and never given again within a request: replies name the line by it. */
  readonly number: number;
  readonly wanted: Wanted;
  /** The entry of the watch-list that this came from. Never leaves. */
  readonly intentionId?: RecordId;
  readonly requirements: readonly Requirement[];
  readonly quantity: Quantity;
  readonly condition: WantedCondition;
  readonly substitutes: 'welcome' | 'unwelcome';
}

/** Where it is to go, as coarse as the person likes. Not an address: that is {@link DeliveryDetails}. */
export interface Area {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** A town, a region, the first digits of a postcode. */
  readonly region?: string;
}

/** What delivery needs. No part of a request: it is given with the acceptance, to that one vendor. */
export interface DeliveryDetails {
  readonly name: string;
  readonly street: string;
  readonly postalCode?: string;
  readonly locality: string;
  readonly country: string;
  readonly email?: string;
  readonly phone?: string;
  readonly words?: string;
}

/** What the person would pay in all, to the door. Nothing a vendor gets depends on it unless it is shown. */
export interface Budget {
  readonly max: Money;
  readonly min?: Money;
  readonly isShown: boolean;
}

/**
 * Says yes for the person, as far as a rule can: who of those that say yes at the price by the deadline is proposed. The
 * price is told to every vendor asked; it is an offer, not the {@link Budget}.
 */
export interface Rule {
  readonly pick: 'nearest' | 'cheapest';
  /** Of `nearest`: the threads of those asked, the nearest first, as the person put them. Whom they did not put comes after. */
  readonly nearestFirst?: readonly ThreadId[];
  /** For everything, to the door. */
  readonly price: Money;
  readonly deadlineMs: number;
}

/**
 * How much of a request a vendor has: `kind` what sort of thing and when; `whole` all but private fields and where
 * exactly; `delivery` that, too.
 */
export const STAGES = ['kind', 'whole', 'delivery'] as const;
export type Stage = (typeof STAGES)[number];

/** What the person casts to vendors: a request for proposals. An edit of it is the same request with the next version. */
export interface RequestForProposals {
  readonly id: RequestId;
  /** From 1, one more with every change. Vendors see a count of their own copies instead. */
  readonly version: number;
  /** The person's own name for it. Never leaves. */
  readonly title: string;
  /** What the first stage says of what is wanted. `category` is in plain words: 'pushchair'. */
  readonly kind: ItemKind;
  readonly category: string;
  /** At least one. */
  readonly lines: readonly RequestLine[];
  /** When it has to be there. */
  readonly neededBy?: Moment;
  readonly area?: Area;
  readonly deliveryMethods: readonly ('delivery' | 'pick-up')[];
  /** How they would pay, in schema.org's names or plain words; empty says nothing about it. */
  readonly paymentMethods: readonly string[];
  /** Months of warranty wished for. */
  readonly warrantyMonths?: number;
  readonly budget?: Budget;
  /** Anything else, in words; files are never sent. */
  readonly attachments: readonly string[];
  /** Never leaves. */
  readonly note?: string;
  /** By when answers are wanted. Absent is 24 hours after the vendor has it. */
  readonly answerByMs?: number;
  /** When it ends by itself. */
  readonly lapsesAtMs: number;
  /** How much vendors get at first. */
  readonly opening: Exclude<Stage, 'delivery'>;
  readonly rule?: Rule;
}
