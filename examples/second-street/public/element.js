/**
 * Makes an element: `el('a', { href: '/', itemprop: 'url' }, 'Home')`. Attributes that are `undefined` are left out, `true`
 * is an attribute without a value; children are elements and texts.
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}
