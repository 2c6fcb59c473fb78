import { attributeOf, elementsOf } from './elements.ts';
import { addValue, localName, newThing, type Thing } from './thing.ts';

const MAX_ELEMENTS = 20_000;
/** How far up the owner of a property is looked for: deeper trees are made to cost time. */
const MAX_CLIMB = 100;

/** The attributes by which one syntax writes things into elements. */
interface Syntax {
  readonly scope: string;
  readonly type: string;
  readonly property: readonly string[];
}

const MICRODATA: Syntax = { scope: 'itemscope', type: 'itemtype', property: ['itemprop'] };
const RDFA: Syntax = { scope: 'typeof', type: 'typeof', property: ['property', 'rel'] };

/**
 * Every thing written in microdata or RDFa (schema.org, data-vocabulary.org, GoodRelations) in `root`, in document order.
 * Gives control back after each few.
 */
export function* readAnnotations(root: ParentNode): Generator<undefined, readonly Thing[]> {
  const things: Thing[] = [];
  for (const syntax of [MICRODATA, RDFA]) {
    const byElement = new Map<Element, Thing>();
    const byReference = new Map<string, Thing>();
    const selector = [syntax.scope, ...syntax.property].map((name) => `[${name}]`).join();
    const elements = root.querySelector(`[${syntax.scope}]`) ? elementsOf(root, selector, MAX_ELEMENTS) : [];
    for (const [index, element] of elements.entries()) {
      if (index % 500 === 499) {
        yield;
      }
      readElement(element, syntax, byElement, byReference);
    }
    things.push(...byElement.values());
  }
  return things;
}

function readElement(
  element: Element,
  syntax: Syntax,
  byElement: Map<Element, Thing>,
  byReference: Map<string, Thing>,
): void {
  const names = namesIn(element, syntax.property);
  const isScope = element.hasAttribute(syntax.scope);
  const [owner, between] = ownerOf(element, syntax, byElement, byReference);
  if (isScope) {
    const thing = newThing(namesIn(element, [syntax.type]), owner, names[0] ?? between, element);
    byElement.set(element, thing);
    for (const id of element.hasAttribute('itemref') ? namesIn(element, ['itemref']) : []) {
      byReference.set(id, thing);
    }
  } else if (owner) {
    for (const name of names) {
      addValue(owner, name, element);
    }
  }
}

/** The names in the first of the attributes that is there, without their vocabularies. */
function namesIn(element: Element, attributes: readonly string[]): readonly string[] {
  const text = attributeOf(element, ...attributes);
  return text === '' ? [] : /\s/u.test(text) ? text.split(/\s+/u, 20).map(localName) : [localName(text)];
}

/** The thing around an element, and the relation (`rel`) that stands between the two without being a thing itself. */
function ownerOf(
  element: Element,
  syntax: Syntax,
  byElement: ReadonlyMap<Element, Thing>,
  byReference: ReadonlyMap<string, Thing>,
): readonly [owner?: Thing, between?: string] {
  let between: string | undefined;
  let at: Element | null = element;
  for (let climbed = 0; at && climbed < MAX_CLIMB; climbed += 1) {
    const thing = byElement.get(at) ?? (byReference.size > 0 ? byReference.get(at.id) : undefined);
    if (thing) {
      return between === undefined ? [thing] : [thing, between];
    }
    if (at !== element && syntax === RDFA) {
      between ??= namesIn(at, syntax.property)[0];
    }
    at = at.parentElement;
  }
  return [];
}
