import {
  byStrength,
  type Identifier,
  identifierOf,
  type Scheme,
  schemeOf,
  skuIdentifier,
} from '../domain/identifier.ts';

/** Identifiers of one thing, the first of each scheme: where it seems to have two names of one sort, the nearer one. */
export class IdentifierSet {
  readonly #byScheme = new Map<string, Identifier>();

  add(identifier: Identifier | undefined): void {
    if (identifier !== undefined && !this.#byScheme.has(schemeOf(identifier))) {
      this.#byScheme.set(schemeOf(identifier), identifier);
    }
  }

  addEach(scheme: Scheme, texts: readonly string[]): void {
    for (const text of texts) {
      this.add(identifierOf(scheme, text));
    }
  }

  /** A shop's number is often the one under the bar code, or a book's: 13 digits that check are no accident. */
  addStockNumber(number: string, host: string): void {
    const global = /^\d{13}$/u.test(number) ? identifierOf('gtin', number) : undefined;
    this.add(global ?? (number === '' ? undefined : skuIdentifier(host, number)));
  }

  /** Strongest first. */
  sorted(): readonly Identifier[] {
    return [...this.#byScheme.values()].sort(byStrength);
  }
}

/** Those of each scheme that has no second: of two different ones, one is another thing's. */
export function unrivalled(identifiers: Iterable<Identifier>): readonly Identifier[] {
  const byScheme = new Map<Scheme, Set<Identifier>>();
  for (const identifier of identifiers) {
    const scheme = schemeOf(identifier);
    byScheme.set(scheme, (byScheme.get(scheme) ?? new Set()).add(identifier));
  }
  return [...byScheme.values()].flatMap((some) => (some.size === 1 ? [...some] : []));
}
