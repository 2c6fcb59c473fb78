import { type Identifier, mpnIdentifier, readIdentifier } from '../domain/identifier.ts';
import { identifiersOfUrl } from '../domain/identifiers-of-url.ts';
import { IdentifierSet, unrivalled } from './identifier-set.ts';
import { addressesOf, isThing, type Thing, textOfValue, textsOf, thingsOf, valuesOf } from './thing.ts';

export const GTIN = ['gtin13', 'gtin14', 'gtin12', 'gtin8', 'gtin', 'ean', 'upc', 'hasEAN_UCC-13'];
const PARTS = ['offers', 'hasVariant', 'workExample', 'model', 'includesObject', 'typeOfGood', 'itemOffered'];

/**
 * @param host - whose stock numbers the thing's are
 * @param url - of the page about it, else empty
 */
export function identifiersOfThing(
  thing: Thing,
  host: string,
  url: string,
  brand: string | undefined,
): readonly Identifier[] {
  const set = new IdentifierSet();
  addNumbers(set, thing, host, url, brand);
  // Offers, variants and editions have numbers of their own. They are the thing's only where all of them agree.
  const ofParts = partsOf(thing).flatMap((part) => {
    const own = new IdentifierSet();
    addNumbers(own, part, host, url, brand);
    return own.sorted();
  });
  for (const identifier of unrivalled(ofParts)) {
    set.add(identifier);
  }
  for (const identifier of addressesOf(thing, 'sameAs', '@id', 'url').flatMap(identifiersOfUrl)) {
    set.add(identifier);
  }
  return set.sorted();
}

function partsOf(thing: Thing): readonly Thing[] {
  const parts = thingsOf(thing, ...PARTS).slice(0, 50);
  return parts.length === 0 ? parts : [...parts, ...parts.flatMap((part) => thingsOf(part, ...PARTS).slice(0, 50))];
}

function addNumbers(set: IdentifierSet, thing: Thing, host: string, url: string, brand: string | undefined): void {
  set.addEach('isbn', textsOf(thing, 'isbn'));
  set.addEach('gtin', textsOf(thing, ...GTIN));
  for (const value of valuesOf(thing, 'productID', 'identifier', 'titleEIDR')) {
    const [label = ''] = isThing(value) ? textsOf(value, 'propertyID', 'name') : [];
    const [number = ''] = isThing(value) ? textsOf(value, 'value') : [];
    set.add(readIdentifier(isThing(value) ? `${label}:${number}` : textOfValue(value)));
  }
  let sku = stockNumberOf(thing);
  for (const mpn of textsOf(thing, 'mpn', 'model')) {
    if (/^\d[\d-]*$/u.test(mpn) && ((sku !== undefined && mpn.startsWith(sku)) || url.includes(mpn))) {
      // Digits that are the shop's own number, too, say nothing of the maker's.
      sku ??= mpn;
    } else {
      set.add(mpnIdentifier(brand ?? '', mpn));
    }
  }
  set.addStockNumber(sku ?? '', host);
}

/** What the shop calls it. Words after a number that an element holds are the shop's talk, not the number's. */
function stockNumberOf(thing: Thing): string | undefined {
  for (const value of valuesOf(thing, 'sku', 'productID')) {
    const number = textOfValue(value)
      .replace(/^(?:sku|mpn|productid):/iu, '')
      .trim();
    if (number !== '' && !/^\w+:/u.test(number)) {
      return typeof value === 'string' ? number : (/^(?=\S*\d)\S{5,}(?=(?:\s+\S+){2,}$)/u.exec(number)?.[0] ?? number);
    }
  }
  return undefined;
}
