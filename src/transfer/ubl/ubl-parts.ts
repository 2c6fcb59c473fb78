/** The parts that several UBL documents have: parties, addresses, amounts, quantities, things and their properties. */
import { type Identifier, schemeOf, valueOf } from '../../domain/identifier.ts';
import { momentOf } from '../../domain/moment.ts';
import { type Money, writeAmount } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { Contact } from '../../domain/quote.ts';
import type { DeliveryDetails } from '../../domain/request-for-proposals.ts';
import type { QuotedProperty, Requirement } from '../../domain/requirement.ts';
import type { CopyLine } from '../../domain/vendor-copy.ts';
import { cac, cbc, type MaybeElement } from './ubl-element.ts';

/** The two sides, by the names they have for each other: a vendor's origin, a person's pairwise id. */
export interface UblParties {
  readonly vendor: string;
  readonly person: string;
}

/** What is said of a thing. */
export type UblItem = Pick<CopyLine, 'name' | 'brand' | 'identifiers'>;

/** Exact, with all decimals of its currency. */
export function amount(name: string, money: Money | undefined): MaybeElement {
  return money && cbc(name, writeAmount(money), { currencyID: money.currency });
}

export function quantity(name: string, of: Quantity | undefined): MaybeElement {
  return of && cbc(name, of.value, { unitCode: of.unit });
}

export function day(nowMs: number): string {
  return momentOf(nowMs).slice(0, 10);
}

export function time(nowMs: number): string {
  return `${momentOf(nowMs).slice(11, 19)}Z`;
}

/** @param until - in milliseconds since the Unix epoch */
export function periodUntil(name: string, until: number): MaybeElement {
  return cac(name, [cbc('EndDate', day(until)), cbc('EndTime', time(until))]);
}

export function seller(vendor: string, contact?: Contact): MaybeElement {
  return cac('SellerSupplierParty', [
    cac('Party', [cbc('WebsiteURI', vendor), cac('PartyIdentification', [cbc('ID', vendor)])]),
    contact && contactOf('SellerContact', contact),
  ]);
}

/** @param delivery - who it is, where that was given */
export function customer(name: string, person: string, delivery?: DeliveryDetails): MaybeElement {
  return cac(name, [
    cac('Party', [
      cac('PartyIdentification', [cbc('ID', person)]),
      delivery && cac('PartyName', [cbc('Name', delivery.name)]),
      delivery && addressOf('PostalAddress', delivery),
      delivery && contactOf('Contact', delivery),
    ]),
  ]);
}

export function addressOf(
  name: string,
  { street, locality, postalCode, country }: Pick<DeliveryDetails, 'street' | 'locality' | 'postalCode' | 'country'>,
): MaybeElement {
  return cac(name, [
    cbc('StreetName', street),
    cbc('CityName', locality),
    cbc('PostalZone', postalCode),
    cac('Country', [cbc('IdentificationCode', country)]),
  ]);
}

/** Freight or handling, by its code in UNCL 7161. */
export function charge(code: 'FC' | 'HD', reason: string, money: Money | undefined): MaybeElement {
  return (
    money &&
    cac('AllowanceCharge', [
      cbc('ChargeIndicator', 'true'),
      cbc('AllowanceChargeReasonCode', code),
      cbc('AllowanceChargeReason', reason),
      amount('Amount', money),
    ])
  );
}

export function itemOf({ name, brand, identifiers }: UblItem, properties: readonly MaybeElement[] = []): MaybeElement {
  const [standard, ...others] = identifiers.filter((identifier) => schemeOf(identifier) === 'gtin');
  const makers = identifiers.filter((identifier) => schemeOf(identifier) === 'mpn');
  const rest = identifiers.filter((identifier) => !['gtin', 'mpn'].includes(schemeOf(identifier)));
  return cac('Item', [
    cbc('Name', name),
    cbc('BrandName', brand),
    ...makers.map((identifier) => identification('ManufacturersItemIdentification', identifier)),
    standard && identification('StandardItemIdentification', standard),
    ...[...others, ...rest].map((identifier) => identification('AdditionalItemIdentification', identifier)),
    ...properties,
  ]);
}

/** What a thing must, should or should not be. What has to be several things at once is a property of its own for each. */
export function requirementsOf({ wanted, ...rest }: Omit<Requirement, 'isPrivate'>): MaybeElement[] {
  return wanted.kind === 'text' && wanted.isAll
    ? wanted.anyOf.map((one) => requirementOf({ ...rest, wanted: { kind: 'text', anyOf: [one] } }))
    : [requirementOf({ ...rest, wanted })];
}

function requirementOf({ property, strength, wanted }: Omit<Requirement, 'isPrivate'>): MaybeElement {
  const values = wanted.kind === 'text' ? wanted.anyOf : [];
  const single = wanted.kind === 'flag' ? String(wanted.is) : values.length === 1 ? values[0] : undefined;
  return cac('AdditionalItemProperty', [
    cbc('Name', property),
    cbc('Value', single),
    cbc('ValueQualifier', wanted.kind === 'range' ? wanted.unit : undefined),
    cbc('ImportanceCode', strength),
    ...(single === undefined ? values.map((value) => cbc('ListValue', value)) : []),
    wanted.kind === 'range'
      ? cac('ItemPropertyRange', [cbc('MinimumValue', wanted.min), cbc('MaximumValue', wanted.max)])
      : undefined,
  ]);
}

/** What a vendor says a thing is. */
export function propertyOf({ property, value }: QuotedProperty): MaybeElement {
  return cac('AdditionalItemProperty', [
    cbc('Name', property),
    cbc('Value', value.kind === 'text' ? value.text : value.kind === 'flag' ? String(value.is) : value.value),
    cbc('ValueQualifier', value.kind === 'number' ? value.unit : undefined),
  ]);
}

function identification(name: string, identifier: Identifier): MaybeElement {
  const scheme = schemeOf(identifier);
  return cac(name, [cbc('ID', valueOf(identifier), { schemeID: scheme.toUpperCase() })]);
}

function contactOf(name: string, { name: who, phone, email }: Contact): MaybeElement {
  return cac(name, [cbc('Name', who), cbc('Telephone', phone), cbc('ElectronicMail', email)]);
}
