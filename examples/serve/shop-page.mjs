import { html } from './html.mjs';

/**
 * The page of a shop that answers requests for proposals: what it is like, and what the person has asked it. Everything but the
 * endpoint is the same in all of them.
 *
 * @param {{ name: string, lead: string, manners: readonly string[] }} shop
 */
export function shopPage({ name, lead, manners }) {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="customer" href="/.well-known/customer.json">
<link rel="icon" href="/shared/icon.svg">
<link rel="stylesheet" href="/shared/plain.css">
<script type="module" src="/shared/counter.js"></script>
</head>
<body>
<main>
<h1>${name}</h1>
<p>${lead}</p>
<ul>${manners.map((one) => html`<li>${one}</li>`)}</ul>
<h2>What you asked us</h2>
<p id="counter" role="status" data-state="absent">Ask us with Sayso, and we answer: here, or when this page is closed.</p>
<ul id="requests"></ul>
<footer><p>An example that comes with Sayso. The shop and its prices are made up.</p></footer>
</main>
</body>
</html>
`}`;
}

/**
 * Where such a shop is paid for what was accepted of it. The example takes no money.
 *
 * @param {{ name: string }} shop
 * @param {string} request its name, as it stands in the address
 */
export function checkoutPage({ name }, request) {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Checkout – ${name}</title>
<link rel="icon" href="/shared/icon.svg">
<link rel="stylesheet" href="/shared/plain.css">
</head>
<body>
<main>
<h1>Checkout</h1>
<p>Here you would pay for what you accepted of us in your request <code>${request}</code>.</p>
<footer><p>An example that comes with Sayso. The shop and its prices are made up.</p></footer>
</main>
</body>
</html>
`}`;
}

/**
 * The customer.json of such a shop.
 *
 * @param {{ name: string, id: string }} shop
 * @param {{ quotes: string, keys: readonly object[] } | undefined} announcement absent where the SDK was not built
 */
export function shopDocument({ name, id }, announcement) {
  const ask = {
    id: `${id}-order-1`,
    text: 'To put what suits you first when you visit. We get an order of our own list.',
    purpose: 'ProvideProductRecommendations',
    required: [{ collection: 'ratings', kinds: ['Product'], derive: 'rank' }],
    optional: [],
    retention: 'PT1H',
    sharing: 'none',
    agreement: 'SD-BASE',
  };
  return {
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ version: '1', name, asks: [ask], ...announcement }, undefined, 2),
  };
}
