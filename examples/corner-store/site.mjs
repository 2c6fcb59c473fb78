import { html, jsonLd } from '../serve/html.mjs';
import { pictureOf } from '../serve/picture.mjs';
import { PRODUCTS } from './public/products.js';

const PALETTES = [
  ['#dfe9df', '#fffdf5', '#1f4d3c'],
  ['#f6e3c5', '#e07a3f', '#5b2a12'],
  ['#dbe6ef', '#5b8db8', '#17334d'],
  ['#f3dcd8', '#c8553d', '#4d1a11'],
  ['#ece5f2', '#8e6fae', '#33214a'],
  ['#efeadf', '#c9a227', '#4a3a0c'],
];

/** Corner Store's pages: the shop, a page for each product, and the pictures. */
export function render(path, origin) {
  if (path === '/') {
    return { body: shopPage(origin) };
  }
  const [, folder, name = '', rest] = path.split('/');
  if (folder === 'product' && rest === '') {
    const product = PRODUCTS.find(({ slug }) => slug === name);
    return product && { body: productPage(product, origin) };
  }
  if (folder === 'pictures' && rest === undefined) {
    const product = PRODUCTS.find(({ gtin }) => `${gtin}.svg` === name);
    return product && { type: 'image/svg+xml; charset=utf-8', body: pictureOf(product, PALETTES) };
  }
  return undefined;
}

function shopPage(origin) {
  const list = {
    '@type': 'ItemList',
    name: 'All our things',
    numberOfItems: PRODUCTS.length,
    itemListElement: PRODUCTS.map((product, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: structured(product, origin),
    })),
  };
  const body = html`<h1>Most of what you need, round the corner</h1>
${fitPanel(true)}
<ul class="goods" id="goods">${PRODUCTS.map(card)}</ul>`;
  return page('Corner Store', body, [jsonLd(list)]);
}

function fitPanel(hasOrder) {
  return html`<section class="fit" id="fit" data-state="absent" aria-labelledby="fit-title">
  <div>
    <h2 id="fit-title">Made to fit you</h2>
    <p id="fit-says" role="status">Everything is shown as it is.</p>
    <ul id="preferences" class="preferences" aria-label="What we know of your wishes" hidden></ul>
    <ul id="grants" class="grants" hidden></ul>
  </div>
  <div class="acts">
    <button type="button" id="fit-to-me" class="main-act" hidden>Fit the shop to me</button>
    ${hasOrder && html`<button type="button" id="order-by-taste" hidden>Order by my taste</button>`}
    <button type="button" id="give-back" class="quiet" hidden>Give it back</button>
  </div>
</section>`;
}

function card(product) {
  return html`<li class="card" data-gtin="${product.gtin}">
  <a href="/product/${product.slug}/">
    <img src="/pictures/${product.gtin}.svg" alt="" width="200" height="200" loading="lazy">
    <span class="brand-name">${product.brand}</span>
    <span class="name">${product.name}</span>
  </a>
  <p class="price">${euros(product.price)} <span class="stars">${product.average.toFixed(1)}</span></p>
  <p class="note" hidden></p>
</li>`;
}

function productPage(product, origin) {
  const body = html`<nav class="crumbs" aria-label="Where you are"><a href="/">All our things</a> <span aria-hidden="true">›</span> ${product.category}</nav>
<article class="product" data-gtin="${product.gtin}">
  <img src="/pictures/${product.gtin}.svg" alt="" width="200" height="200">
  <div>
    <p class="brand-name">${product.brand}</p>
    <h1>${product.name}</h1>
    <p class="price large">${euros(product.price)} <span class="stars">${product.average.toFixed(1)} <small>by ${product.votes}</small></span></p>
    <p class="note" hidden></p>
    <p>${product.about}</p>
    ${product.sizes && sizes(product)}
    <dl>
      ${product.diet && html`<div><dt>Suits</dt><dd>${{ vegan: 'Vegans', vegetarian: 'Vegetarians', any: 'Those who eat meat' }[product.diet]}</dd></div>`}
      ${product.allergens && html`<div><dt>Contains</dt><dd>${product.allergens.join(', ')}</dd></div>`}
      ${product.mpn && html`<div><dt>Model</dt><dd>${product.mpn}</dd></div>`}
      <div><dt>GTIN</dt><dd>${product.gtin}</dd></div>
    </dl>
  </div>
</article>
${fitPanel(false)}`;
  return page(`${product.name} – Corner Store`, body, [
    jsonLd(structured(product, origin)),
    html`<link rel="canonical" href="${origin}/product/${product.slug}/">`,
  ]);
}

function sizes({ sizes: all, sizeKey }) {
  const choices = all.map(
    (size) => html`<label><input type="radio" name="size" value="${size}"><span>${size}</span></label>`,
  );
  return html`<fieldset class="sizes" data-key="${sizeKey}"><legend>Size</legend>${choices}</fieldset>`;
}

function structured(product, origin) {
  const url = `${origin}/product/${product.slug}/`;
  return {
    '@type': 'Product',
    '@id': url,
    url,
    name: product.name,
    description: product.about,
    image: `${origin}/pictures/${product.gtin}.svg`,
    brand: { '@type': 'Brand', name: product.brand },
    category: product.category,
    gtin13: product.gtin,
    sku: `CS-${product.gtin.slice(-5)}`,
    ...(product.mpn && { mpn: product.mpn }),
    offers: {
      '@type': 'Offer',
      price: product.price.toFixed(2),
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
      url,
    },
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: product.average,
      bestRating: 5,
      reviewCount: product.votes,
    },
  };
}

function euros(price) {
  return `€ ${price.toFixed(2)}`;
}

function page(title, body, head) {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="customer" href="/.well-known/customer.json">
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/corner-store.css">
${head}
<script type="module" src="/store.js"></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header class="top"><a class="logo" href="/"><img src="/icon.svg" alt="" width="32" height="32">Corner Store</a><p>Open when you are</p></header>
<main id="main">${body}</main>
<footer><p>An example that comes with Sayso. The products, the brands and what people say of them are made up.</p></footer>
</body>
</html>
`}`;
}
