/**
 * A made-up list page of a shop, about as heavy as real ones are.
 *
 * @param {number} count - products on it
 * @param {'microdata' | 'json-ld' | 'unmarked'} markup - how it says that they are products
 */
export function listPage(count, markup) {
  const products = Array.from({ length: count }, (_, index) => productAt(index));
  const items = products.map((product, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    item: {
      '@type': 'Product',
      name: product.name,
      url: product.path,
      sku: product.sku,
      brand: { '@type': 'Brand', name: product.brand },
      offers: { '@type': 'Offer', price: product.price, priceCurrency: 'EUR' },
    },
  }));
  const data =
    markup === 'json-ld'
      ? `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: items })}</script>`
      : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>All lamps | Made-up shop</title>${data}</head>
<body><header><nav><ul>${links(40)}</ul></nav></header><main><h1>All lamps</h1><ul class="grid">
${products.map((product) => card(product, markup === 'microdata')).join('\n')}
</ul></main><footer><ul>${links(60)}</ul></footer></body></html>`;
}

function productAt(index) {
  const number = String(100_000 + index);
  return {
    name: `Lamp number ${number} with a shade of linen`,
    path: `/lamps/lamp-${number}`,
    sku: `L-${number}`,
    brand: `Maker ${index % 17}`,
    price: `${19 + (index % 80)}.95`,
  };
}

function card({ name, path, sku, brand, price }, isMarked) {
  const mark = (text) => (isMarked ? ` ${text}` : '');
  return `<li class="grid__cell"><article class="card card--product"${mark('itemscope itemtype="https://schema.org/Product"')}>
  <a class="card__picture" href="${path}" tabindex="-1"><img class="card__image" loading="lazy" width="320" height="320" src="/i/${sku}-320.jpg" srcset="/i/${sku}-320.jpg 1x, /i/${sku}-640.jpg 2x" alt=""></a>
  <div class="card__flags"><span class="flag flag--new">New</span><span class="flag">Free delivery</span></div>
  <div class="card__body"><p class="card__brand"${mark('itemprop="brand"')}>${brand}</p>
  <h3 class="card__title"><a class="card__link" href="${path}"${mark('itemprop="url"')}><span${mark('itemprop="name"')}>${name}</span></a></h3>
  <div class="card__marks"><span class="stars" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></span><span class="card__count">(12)</span></div>
  <ul class="card__facts"><li>E27 socket</li><li>Height 42 cm</li><li>In three colours</li></ul>
  ${isMarked ? `<meta itemprop="sku" content="${sku}">` : ''}
  <div class="card__price"${mark('itemprop="offers" itemscope itemtype="https://schema.org/Offer"')}><span${mark(`itemprop="price" content="${price}"`)}>€ ${price}</span><s>€ 129.00</s></div>
  <button type="button" class="button button--cart" data-action="add-to-cart"><svg width="16" height="16"><path d="M0 0h16v16H0z"/></svg>Add to cart</button></div></article></li>`;
}

function links(count) {
  return Array.from({ length: count }, (_, index) => `<li><a href="/section-${index}">Section ${index}</a></li>`).join(
    '',
  );
}
