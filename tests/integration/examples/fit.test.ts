import { describe, expect, it } from 'vitest';
import { sizeFor, whyNot } from '../../../examples/corner-store/public/fit.js';
import { PRODUCTS } from '../../../examples/corner-store/public/products.js';

function product(slug: string) {
  return PRODUCTS.find((each) => each.slug === slug)!;
}

function wish(propertyID: string, value: string, valueReference = 'must') {
  return { propertyID, value, valueReference };
}

describe('what Corner Store keeps to', () => {
  it.each([
    ['honey-granola-400-g', wish('diet', 'Vegan'), 'Not vegan'],
    ['honey-granola-400-g', wish('diet', 'VeganDiet'), 'Not vegan'],
    ['honey-granola-400-g', wish('diet', 'VegetarianDiet'), undefined],
    ['honey-granola-400-g', wish('diet', 'vegetarian'), undefined],
    ['fennel-salami-200-g', wish('diet', 'vegetarian'), 'Not vegetarian'],
    ['fennel-salami-200-g', wish('diet', 'low salt'), undefined],
    ['court-trainers', wish('diet', 'vegan'), undefined],
    ['chilli-crisp-180-g', wish('allergen', 'Peanut'), 'Contains peanut'],
    ['chilli-crisp-180-g', wish('allergen', 'milk'), undefined],
    ['court-trainers', wish('brand', 'pelter', 'never'), 'You never want Pelter'],
    ['court-trainers', wish('brand', 'pelter', 'avoid'), undefined],
  ])('%s for %j: %s', (slug, preference, reason) => {
    expect(whyNot(product(slug), [preference])).toBe(reason);
  });

  it('chooses the size there is, of the right sort', () => {
    const wishes = [wish('clothing-size', 'm'), wish('shoe-size', '42')];
    expect(sizeFor(product('court-trainers'), wishes)).toBe('42');
    expect(sizeFor(product('heavy-cotton-t-shirt'), wishes)).toBe('M');
    expect(sizeFor(product('desk-lamp'), wishes)).toBeUndefined();
    expect(sizeFor(product('court-trainers'), [wish('shoe-size', '52')])).toBeUndefined();
  });
});
