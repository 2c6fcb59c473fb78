import { beginConversation, wordsFor } from '/shared/conversation.js';
import { sizeFor, whyNot } from './fit.js';
import { PRODUCTS } from './products.js';

const FIT = 'corner-store-fit-1';
const ORDER = 'corner-store-order-1';

const SAYS = {
  absent:
    'Everything is shown as it is. If you keep your sizes and your diet with Sayso, connect this site there, and the shop can fit itself to you.',
  connected: 'You are connected. We know nothing of you yet: tell us what you like us to know, and no more.',
  asked: 'Waiting for your answer in Sayso’s window.',
  granted: 'Thank you. We keep to this:',
  refused: 'Nothing was given, and that’s fine. The shop stays as it is.',
  off: 'Sayso went away. Load the page again to carry on.',
};

const NAMES = {
  'clothing-size': 'Size',
  'shoe-size': 'Shoes',
  diet: 'Diet',
  allergen: 'Without',
  delivery: 'Delivery',
  packaging: 'Packaging',
};

const element = (id) => document.getElementById(id);
/** Each place on the page that shows a product: a card of the list, or the product's own page. */
const places = Array.from(document.querySelectorAll('[data-gtin]'), (place) => ({
  place,
  product: PRODUCTS.find(({ gtin }) => gtin === place.dataset.gtin),
}));

const talk = await beginConversation();
let isOrdered = false;
/** What was read of the person, while it may be shown. */
const known = {};
/** One reading after another, so that an earlier one never overwrites a later. */
let fitting = Promise.resolve();

talk.addEventListener('change', show);
element('fit-to-me').addEventListener('click', () => talk.ask(FIT));
element('order-by-taste')?.addEventListener('click', order);
element('give-back').addEventListener('click', () => talk.giveBack());
await talk.begin();
await show();

async function order() {
  if (talk.holds(canRank) || (await talk.ask(ORDER))) {
    const ordered = await talk.rank(PRODUCTS, referenceOf);
    if (ordered) {
      arrange(ordered);
      isOrdered = true;
    }
  }
}

function arrange(products) {
  const placeOf = new Map(places.map(({ place, product }) => [product, place]));
  element('goods')?.append(...products.map((product) => placeOf.get(product)));
}

function canRank(need) {
  return need.collection === 'ratings' && need.derive === 'rank';
}

function canPrefer({ collection }) {
  return collection === 'preferences';
}

function canRate({ collection, derive }) {
  return collection === 'ratings' && derive === undefined;
}

function referenceOf({ gtin, name, brand, category, average, votes }) {
  return {
    identifier: `gtin:0${gtin}`,
    '@type': 'Product',
    name,
    brand,
    genre: category,
    aggregateRating: { ratingValue: average, bestRating: 5, reviewCount: votes },
  };
}

async function show() {
  const { state, grants } = talk;
  element('fit').dataset.state = state;
  element('fit-says').textContent = SAYS[state];
  const isHere = state !== 'absent' && state !== 'off';
  for (const button of [element('fit-to-me'), element('order-by-taste')].filter(Boolean)) {
    button.hidden = !isHere;
    button.disabled = state === 'asked';
  }
  element('fit-to-me').hidden ||= talk.holds(canPrefer);
  element('give-back').hidden = grants.length === 0;
  element('grants').hidden = grants.length === 0;
  element('grants').replaceChildren(...grants.map((grant) => item(wordsFor(grant))));
  if (isOrdered && !talk.holds(canRank) && !talk.hadOnce(canRank) && state !== 'asked') {
    arrange(PRODUCTS);
    isOrdered = false;
  }
  if (state !== 'asked') {
    fitting = fitting.then(fit);
    await fitting;
  }
}

/** Reads what may be read, and shows it at every product. */
async function fit() {
  const identifiers = places.map(({ product }) => `gtin:0${product.gtin}`);
  known.preferences = await fresh(known.preferences, canPrefer, () => talk.read('preferences', {}));
  known.reviews = await fresh(known.reviews, canRate, () => talk.read('ratings', { identifiers }));
  const { preferences = [], reviews = [] } = known;
  const marks = new Map(
    reviews.flatMap((review) => review.itemReviewed.identifier.map((name) => [name, review.reviewRating])),
  );
  element('preferences').hidden = preferences.length === 0;
  element('preferences').replaceChildren(...preferences.map(chip));
  for (const { place, product } of places) {
    const reason = whyNot(product, preferences);
    const mark = marks.get(`gtin:0${product.gtin}`);
    place.classList.toggle('unfit', reason !== undefined);
    const note = place.querySelector('.note');
    note.textContent = [reason, mark && `You: ${mark.ratingValue} of ${mark.bestRating}`].filter(Boolean).join(' · ');
    note.hidden = note.textContent === '';
    choose(place, sizeFor(product, preferences));
  }
}

/** What may be shown now: read again while it is held, kept when it was given once, else gone. */
async function fresh(before, isEnough, read) {
  if (talk.holds(isEnough)) {
    return (await read()) ?? before;
  }
  return talk.hadOnce(isEnough) ? before : undefined;
}

function choose(place, size) {
  const radio = size && place.querySelector(`.sizes input[value="${CSS.escape(size)}"]`);
  if (radio) {
    radio.checked = true;
  }
}

function chip({ propertyID, value, unitText }) {
  return item(`${NAMES[propertyID] ?? propertyID}: ${value}${unitText ? ` ${unitText}` : ''}`);
}

function item(words) {
  const line = document.createElement('li');
  line.textContent = words;
  return line;
}
