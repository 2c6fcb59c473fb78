import { el } from './element.js';

const PRODUCT = 'https://schema.org/Product';

/** The list, as microdata. @param {readonly import('./things.js').Thing[]} things */
export function listView(things) {
  return [
    el('h1', {}, 'New and old on Second Street'),
    el(
      'ul',
      { class: 'things', itemscope: true, itemtype: 'https://schema.org/ItemList' },
      el('meta', { itemprop: 'numberOfItems', content: String(things.length) }),
      ...things.map(row),
    ),
  ];
}

function row(thing) {
  return el(
    'li',
    { class: 'thing', itemprop: 'itemListElement', itemscope: true, itemtype: PRODUCT, 'data-gtin': thing.gtin },
    el('meta', { itemprop: 'gtin13', content: thing.gtin }),
    el(
      'a',
      { href: `/thing/${thing.slug}`, itemprop: 'url' },
      el('img', { src: picture(thing), alt: '', width: '200', height: '200', itemprop: 'image' }),
      el('span', { class: 'name', itemprop: 'name' }, thing.name),
    ),
    offer(thing),
  );
}

/** One thing, as microdata. @param {import('./things.js').Thing} thing */
export function thingView(thing) {
  return [
    el('p', { class: 'back' }, el('a', { href: '/' }, '← All things')),
    el(
      'article',
      { class: 'detail', itemscope: true, itemtype: PRODUCT, 'data-gtin': thing.gtin },
      el('img', { src: picture(thing), alt: '', width: '200', height: '200', itemprop: 'image' }),
      el(
        'div',
        {},
        el('h1', { itemprop: 'name' }, thing.name),
        el(
          'p',
          { class: 'by', itemprop: 'brand', itemscope: true, itemtype: 'https://schema.org/Brand' },
          'by ',
          el('span', { itemprop: 'name' }, thing.brand),
        ),
        offer(thing),
        el(
          'p',
          {
            class: 'said',
            itemprop: 'aggregateRating',
            itemscope: true,
            itemtype: 'https://schema.org/AggregateRating',
          },
          el('meta', { itemprop: 'bestRating', content: '5' }),
          el('b', { itemprop: 'ratingValue' }, thing.average.toFixed(1)),
          ' of 5, say ',
          el('span', { itemprop: 'reviewCount' }, String(thing.votes)),
          ' people',
        ),
        el(
          'p',
          { class: 'number' },
          'Found in ',
          el('span', { itemprop: 'category' }, thing.group),
          '. Barcode ',
          el('span', { itemprop: 'gtin13' }, thing.gtin),
        ),
      ),
    ),
  ];
}

export function missingView() {
  return [el('h1', {}, 'Not on this street'), el('p', {}, el('a', { href: '/' }, 'See what is'))];
}

function offer({ price }) {
  return el(
    'p',
    { class: 'price', itemprop: 'offers', itemscope: true, itemtype: 'https://schema.org/Offer' },
    el('meta', { itemprop: 'priceCurrency', content: 'EUR' }),
    el('link', { itemprop: 'availability', href: 'https://schema.org/InStock' }),
    '€ ',
    el('span', { itemprop: 'price' }, price.toFixed(2)),
  );
}

function picture({ gtin }) {
  return `/pictures/${gtin}.svg`;
}
