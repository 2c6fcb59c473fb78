/** How one product meets the person's preferences. Knows nothing of the page. */

/** What each diet may eat, of the diets a product suits. Sayso keeps schema.org's names, and what the person typed. */
const SUITS = { vegan: ['vegan'], vegetarian: ['vegan', 'vegetarian'] };

/**
 * @param {import('./products.js').Product} product
 * @param {readonly { propertyID: string, value: string, valueReference: string }[]} preferences
 * @returns {string | undefined} why it is not for them, in words
 */
export function whyNot(product, preferences) {
  for (const { propertyID, value, valueReference } of preferences) {
    const wish = value.trim().toLowerCase();
    const diet = wish.replace(/diet$/u, '');
    const suits = SUITS[diet];
    if (propertyID === 'diet' && suits && product.diet && !suits.includes(product.diet)) {
      return `Not ${diet}`;
    }
    if (propertyID === 'allergen' && product.allergens?.some((name) => isSame(name, wish))) {
      return `Contains ${wish}`;
    }
    if (propertyID === 'brand' && valueReference === 'never' && product.brand.toLowerCase() === wish) {
      return `You never want ${product.brand}`;
    }
  }
  return undefined;
}

/**
 * @param {import('./products.js').Product} product
 * @param {readonly { propertyID: string, value: string }[]} preferences
 * @returns {string | undefined} the size to choose, of those there are
 */
export function sizeFor({ sizeKey, sizes = [] }, preferences) {
  const wish = preferences
    .find(({ propertyID }) => propertyID === sizeKey)
    ?.value.trim()
    .toUpperCase();
  return sizes.find((size) => size === wish);
}

/** 'Peanut' and 'peanuts' are the same thing to avoid. */
function isSame(a, b) {
  const stem = (word) => word.toLowerCase().replace(/s$/u, '');
  return stem(a) === stem(b);
}
