const SVG = 'http://www.w3.org/2000/svg';

/** An element with its attributes and children, and never a text node: what a page can find in a closed root it can read. */
export function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Element[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), attributes, children);
}

/** As {@link makeElement}, for drawings. */
export function makeDrawing(
  name: 'svg' | 'path',
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Element[]
): SVGElement {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill<E extends Element>(
  element: E,
  attributes: Readonly<Record<string, string>>,
  children: readonly Element[],
): E {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
