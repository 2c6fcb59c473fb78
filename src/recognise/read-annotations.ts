import { elementsOf } from './elements.ts';
import { addValue, localName, type Thing } from './thing.ts';

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

/** Every thing written in microdata or RDFa (schema.org, data-vocabulary.org, GoodRelations) in `root`, in document order. */
export function readAnnotations(root: ParentNode): readonly Thing[] {
  return [...read(root, MICRODATA), ...read(root, RDFA)];
}

function read(root: ParentNode, syntax: Syntax): readonly Thing[] {
  if (root.querySelector(`[${syntax.scope}]`) === null) {
    return [];
  }
  const byElement = new Map<Element, Thing>();
  const byReference = new Map<string, Thing>();
  const selector = [syntax.scope, ...syntax.property].map((name) => `[${name}]`).join();
  for (const element of elementsOf(root, selector, MAX_ELEMENTS)) {
    readElement(element, syntax, byElement, byReference);
  }
  return [...byElement.values()];
}

function readElement(
  element: Element,
  syntax: Syntax,
  byElement: Map<Element, Thing>,
  byReference: Map<string, Thing>,
): void {
  const names = propertyNames(element, syntax);
  const isScope = element.hasAttribute(syntax.scope);
  const owner = names.length > 0 || isScope ? ownerOf(element, syntax, byElement, byReference) : undefined;
  if (!isScope) {
    for (const name of names) {
      if (owner) {
        addValue(owner.thing, name, element);
      }
    }
    return;
  }
  const role = names[0] ?? owner?.role;
  const thing: Thing = {
    types: (element.getAttribute(syntax.type) ?? '').slice(0, 500).trim().split(/\s+/u).map(localName),
    properties: new Map(),
    element,
    ...(owner && { holder: owner.thing }),
    ...(role !== undefined && { role }),
  };
  byElement.set(element, thing);
  if (owner && role !== undefined) {
    addValue(owner.thing, role, thing);
  }
  for (const id of element.getAttribute('itemref')?.slice(0, 500).split(/\s+/u) ?? []) {
    byReference.set(id, thing);
  }
}

function propertyNames(element: Element, syntax: Syntax): readonly string[] {
  for (const attribute of syntax.property) {
    const names = element.getAttribute(attribute);
    if (names !== null) {
      return names.slice(0, 300).trim().split(/\s+/u).filter(Boolean).map(localName);
    }
  }
  return [];
}

/** The thing around an element, and the relation (`rel`) that stands between the two without being a thing itself. */
function ownerOf(
  element: Element,
  syntax: Syntax,
  byElement: ReadonlyMap<Element, Thing>,
  byReference: ReadonlyMap<string, Thing>,
): { readonly thing: Thing; readonly role?: string } | undefined {
  let role: string | undefined;
  let at: Element | null = element;
  for (let climbed = 0; at !== null && climbed < MAX_CLIMB; climbed += 1) {
    const thing =
      (at === element ? undefined : byElement.get(at)) ?? (at.id === '' ? undefined : byReference.get(at.id));
    if (thing && thing.element !== element) {
      return role === undefined ? { thing } : { thing, role };
    }
    if (at !== element) {
      role ??= syntax === RDFA ? propertyNames(at, syntax)[0] : undefined;
    }
    at = at.parentElement;
  }
  return undefined;
}
