import type { ItemKind } from '../domain/item.ts';
import { attributeOf } from './elements.ts';
import { kindOfTypes } from './kinds.ts';
import { textOfElement } from './text.ts';

/** Things held deeper than this are held to no purpose. */
const MAX_CLIMB = 20;

/** What stands behind a property: text, a thing of its own, or an element whose text is read when somebody asks. */
export type PropertyValue = string | Element | Thing;

/** One typed thing of a page's structured data, whatever syntax it was written in. */
export interface Thing {
  /** Type names without their vocabulary: `Product`, `Movie`. */
  readonly types: readonly string[];
  /** What those types are, of the things that can be rated. */
  readonly kind: ItemKind | undefined;
  /** Property names without their vocabulary, first come first. */
  readonly properties: Map<string, PropertyValue[]>;
  /** The thing it is a value of, and by which property. */
  readonly holder?: Thing;
  readonly role?: string;
  /** Where it is marked up; absent for JSON-LD. */
  readonly element?: Element;
}

/** A thing without properties yet, put into its holder if it has a role there. */
export function newThing(types: readonly string[], holder?: Thing, role?: string, element?: Element): Thing {
  const thing: Thing = {
    types,
    kind: kindOfTypes(types),
    properties: new Map(),
    ...(holder && { holder }),
    ...(role !== undefined && { role }),
    ...(element && { element }),
  };
  if (holder && role !== undefined) {
    addValue(holder, role, thing);
  }
  return thing;
}

export function isThing(value: PropertyValue): value is Thing {
  // Not by the name alone: a form answers to the names of its fields.
  return typeof value === 'object' && (value as Thing).properties instanceof Map;
}

/** Every value of the named properties, in the order of the names. */
export function valuesOf(thing: Thing, ...names: readonly string[]): readonly PropertyValue[] {
  const values: PropertyValue[] = [];
  for (const name of names) {
    const own = thing.properties.get(name);
    if (own) {
      values.push(...own);
    }
  }
  return values;
}

/** The texts of the named properties. A thing in its place is asked for its name. Blank ones are left out. */
export function textsOf(thing: Thing, ...names: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const value of valuesOf(thing, ...names)) {
    // A name that is a thing with a name that is a thing … is a page's joke: one step is enough.
    const own = isThing(value) ? value.properties.get('name')?.find((name) => !isThing(name)) : value;
    const text = own === undefined ? '' : textOfValue(own).trim();
    if (text !== '') {
      texts.push(text);
    }
  }
  return texts;
}

/** A value's own text; none for a thing. */
export function textOfValue(value: PropertyValue): string {
  return typeof value === 'string' ? value : isThing(value) ? '' : textOfElement(value);
}

export function thingsOf(thing: Thing, ...names: readonly string[]): readonly Thing[] {
  return valuesOf(thing, ...names).filter(isThing);
}

/** Adds a value, up to 100 of one name and 200 names: a page cannot make us keep more. */
export function addValue(thing: Thing, name: string, value: PropertyValue): void {
  const values = thing.properties.get(name);
  if (values) {
    if (values.length < 100) {
      values.push(value);
    }
  } else if (thing.properties.size < 200) {
    thing.properties.set(name, [value]);
  }
}

/** `https://schema.org/Product`, `schema:Product` and `Product` are all `Product`. */
export function localName(name: string): string {
  return /^\w*$/u.test(name) ? name : name.replace(/^.*[/#:]/u, '').slice(0, 60);
}

/** The addresses of the named properties, as written: a link's target, not its words. */
export function addressesOf(thing: Thing, ...names: readonly string[]): readonly string[] {
  const addresses: string[] = [];
  for (const value of valuesOf(thing, ...names)) {
    const own = isThing(value) ? addressesOf(value, '@id', 'url')[0] : value;
    const text = typeof own === 'string' || own === undefined ? own : attributeOf(own, 'href') || textOfElement(own);
    if (text !== undefined && text.trim() !== '') {
      addresses.push(text.trim().slice(0, 2048));
    }
  }
  return addresses;
}

/** Whether any of the named properties holds more than blank text. */
export function hasAny(thing: Thing, ...names: readonly string[]): boolean {
  return valuesOf(thing, ...names).some((value) => typeof value !== 'string' || value.trim() !== '');
}

/**
 * Whether a thing is held by others only in these roles, and by none that is a thing of its own right (`isOther`).
 * One that nothing holds is.
 */
export function isHeldOnlyAs(
  thing: Thing,
  roles: RegExp,
  isOther: (holder: Thing, role: string | undefined) => boolean,
): boolean {
  let at = thing;
  for (let climbed = 0; at.holder; climbed += 1, at = at.holder) {
    if (
      climbed > MAX_CLIMB ||
      !roles.test(at.role ?? 'item') ||
      at.holder.types.includes('BreadcrumbList') ||
      isOther(at.holder, at.role)
    ) {
      return false;
    }
  }
  return true;
}
