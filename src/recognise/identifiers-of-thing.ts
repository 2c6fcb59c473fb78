import {
  byStrength,
  type Identifier,
  identifierOf,
  mpnIdentifier,
  readIdentifier,
  schemeOf,
  skuIdentifier,
} from '../domain/identifier.ts';
import { identifiersOfUrl } from '../domain/identifiers-of-url.ts';
import { textOfElement } from './text.ts';
import { addressesOf, isThing, type Thing, textsOf, thingsOf, valuesOf } from './thing.ts';

const GTIN = ['gtin13', 'gtin14', 'gtin12', 'gtin8', 'gtin', 'ean', 'ean13', 'upc', 'hasEAN_UCC-13', 'hasGTIN-14'];
const ISBN = ['isbn', 'isbn13', 'isbn10'];

/** Collects identifiers, the first of each scheme: a thing that seems to have two names of one sort has the nearer one. */
export class IdentifierSet {
  readonly #byScheme = new Map<string, Identifier>();

  add(identifier: Identifier | undefined): void {
    if (identifier !== undefined && !this.#byScheme.has(schemeOf(identifier))) {
      this.#byScheme.set(schemeOf(identifier), identifier);
    }
  }

  /** Strongest first. */
  sorted(): readonly Identifier[] {
    return [...this.#byScheme.values()].sort(byStrength);
  }
}

/** What a thing's numbers are read beside. */
export interface Surroundings {
  /** Whose numbers its stock numbers are. */
  readonly host: string;
  /** Of the page about it, else empty. */
  readonly url: string;
  readonly brand: string | undefined;
}

export function addIdentifiersOfThing(set: IdentifierSet, thing: Thing, around: Surroundings): void {
  addGlobal(set, thing);
  addOwn(set, thing, around);
  addByAgreement(
    set,
    thingsOf(thing, 'offers', 'hasVariant', 'workExample', 'model', 'includesObject', 'typeOfGood'),
    around.host,
  );
  for (const address of addressesOf(thing, 'sameAs', '@id', 'url')) {
    for (const identifier of identifiersOfUrl(address)) {
      set.add(identifier);
    }
  }
}

/** A stock number is often the number under the bar code, or a book's: 13 digits that check are no accident. */
export function addStockNumber(set: IdentifierSet, text: string, host: string): void {
  const number = text.replace(/^sku:/iu, '').trim();
  if (/^\d{13}$/u.test(number)) {
    set.add(identifierOf('gtin', number));
  }
  set.add(skuIdentifier(host, number));
}

function addGlobal(set: IdentifierSet, thing: Thing): void {
  for (const isbn of textsOf(thing, ...ISBN)) {
    set.add(identifierOf('isbn', isbn));
  }
  for (const gtin of textsOf(thing, ...GTIN)) {
    set.add(identifierOf('gtin', gtin));
  }
  for (const text of textsOf(thing, 'productID', 'titleEIDR')) {
    set.add(readIdentifier(text));
  }
  for (const value of valuesOf(thing, 'identifier')) {
    if (isThing(value)) {
      const label = textsOf(value, 'propertyID', 'name')[0] ?? '';
      set.add(readIdentifier(`${label.replace(/^.*\//u, '')}:${textsOf(value, 'value')[0] ?? ''}`));
    } else if (typeof value === 'string') {
      set.add(readIdentifier(value));
    }
  }
}

function addOwn(set: IdentifierSet, thing: Thing, { host, url, brand }: Surroundings): void {
  let sku = stockNumberOf(thing);
  for (const mpn of textsOf(thing, 'mpn', 'model', 'hasMPN')) {
    if (/^\d[\d-]*$/u.test(mpn) && ((sku !== undefined && mpn.startsWith(sku)) || url.includes(mpn))) {
      // Digits that are the shop's own number, too, say nothing of the maker's.
      sku ??= mpn;
    } else if (brand !== undefined) {
      set.add(mpnIdentifier(brand, mpn));
    }
  }
  if (sku !== undefined) {
    addStockNumber(set, sku, host);
  }
}

/** What the shop calls it. Words after a number that an element holds are the shop's talk, not the number's. */
function stockNumberOf(thing: Thing): string | undefined {
  for (const value of valuesOf(thing, 'sku', 'productID')) {
    const text = typeof value === 'string' ? value : isThing(value) ? '' : textOfElement(value);
    const number = text.replace(/^(?:sku|mpn|productid):/iu, '').trim();
    if (number !== '' && !/^https?:/u.test(number)) {
      return typeof value === 'string' ? number : (/^(?=\S*\d)\S{5,}(?=(?:\s+\S+){2,}$)/u.exec(number)?.[0] ?? number);
    }
  }
  return undefined;
}

/** Offers, variants and editions have numbers of their own. They are the thing's only where all of them agree. */
function addByAgreement(set: IdentifierSet, parts: readonly Thing[], host: string): void {
  const found = new Set<Identifier>();
  for (const part of parts.slice(0, 50)) {
    const own = new IdentifierSet();
    addGlobal(own, part);
    for (const sku of textsOf(part, 'sku').slice(0, 1)) {
      addStockNumber(own, sku, host);
    }
    for (const inner of thingsOf(part, 'offers', 'itemOffered').slice(0, 50)) {
      addGlobal(own, inner);
    }
    for (const identifier of own.sorted()) {
      found.add(identifier);
    }
  }
  for (const identifier of found) {
    const rivals = [...found].filter((other) => schemeOf(other) === schemeOf(identifier));
    if (rivals.length === 1) {
      set.add(identifier);
    }
  }
}
