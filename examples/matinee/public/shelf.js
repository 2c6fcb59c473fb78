import { beginConversation, wordsFor } from '/shared/conversation.js';
import { FILMS } from './films.js';
import { referenceOf } from './reference.js';

const ORDER = 'matinee-shelf-order-2';
const RATINGS = 'matinee-my-ratings-1';

const SAYS = {
  absent:
    'The shelf stands in our visitors’ order. It could stand in yours: connect this site in Sayso, if you have it.',
  connected: 'You are connected. We hold nothing of yours: ask us for your order, and you decide what we get.',
  asked: 'Waiting for your answer in Sayso’s window.',
  granted: 'Thank you. This is what you gave us:',
  refused: 'Nothing was given, and that’s fine. The shelf stays as it was.',
  off: 'Sayso went away. Load the page again to carry on.',
};

const element = (id) => document.getElementById(id);
const shelf = element('shelf');
const cards = new Map(Array.from(shelf.children, (card) => [card.dataset.imdb, card]));

const talk = await beginConversation();
/** What the shelf shows, so that it goes back when the grant for it goes. */
let shown = 'house';

talk.addEventListener('change', show);
element('order-by-taste').addEventListener('click', () => give(ORDER, canRank, orderByTaste));
element('my-ratings').addEventListener('click', () => give(RATINGS, canRead, showRatings));
element('house-order').addEventListener('click', houseOrder);
element('give-back').addEventListener('click', () => talk.giveBack());
await talk.begin();
show();

async function give(ask, isEnough, then) {
  if (talk.holds(isEnough) || (await talk.ask(ask))) {
    await then();
  }
}

function canRank(need) {
  return need.collection === 'ratings' && need.derive === 'rank';
}

function canRead(need) {
  return need.collection === 'ratings' && need.derive === undefined;
}

async function orderByTaste() {
  const ordered = await talk.rank(FILMS, referenceOf);
  if (ordered) {
    arrange(ordered, 'taste', 'In the order of your taste');
  }
}

async function showRatings() {
  const reviews = await talk.read('ratings', { kinds: ['Movie'] });
  if (!reviews) {
    return;
  }
  const marks = new Map(
    reviews.flatMap(({ itemReviewed, reviewRating }) => itemReviewed.identifier.map((name) => [name, reviewRating])),
  );
  const markOf = ({ imdb }) => marks.get(`imdb:${imdb}`);
  const share = (mark) => (mark ? mark.ratingValue / mark.bestRating : -1);
  for (const film of FILMS) {
    showOwn(cards.get(film.imdb), markOf(film));
  }
  const known = FILMS.filter(markOf).length;
  arrange(
    [...FILMS].sort((a, b) => share(markOf(b)) - share(markOf(a))),
    'ratings',
    `Your ratings first: ${known} of these ${FILMS.length} films`,
  );
}

function houseOrder() {
  for (const card of cards.values()) {
    showOwn(card, undefined);
  }
  arrange(FILMS, 'house', 'In our visitors’ order');
}

/** Puts the cards in order without making them anew, so that focus and whatever stands on them stay. */
function arrange(films, name, words) {
  shown = name;
  shelf.dataset.order = name;
  element('order-name').textContent = words;
  element('house-order').hidden = name === 'house';
  shelf.append(...films.map(({ imdb }) => cards.get(imdb)));
}

function showOwn(card, mark) {
  const own = card.querySelector('.own');
  own.hidden = mark === undefined;
  own.textContent = mark ? `You: ${mark.ratingValue} of ${mark.bestRating}` : '';
}

function show() {
  const { state, grants } = talk;
  element('taste').dataset.state = state;
  element('taste-says').textContent = SAYS[state];
  const isHere = state !== 'absent' && state !== 'off';
  for (const id of ['order-by-taste', 'my-ratings']) {
    element(id).hidden = !isHere;
    element(id).disabled = state === 'asked';
  }
  element('give-back').hidden = grants.length === 0;
  element('grants').hidden = grants.length === 0;
  element('grants').replaceChildren(...grants.map(line));
  const needed = { taste: canRank, ratings: canRead }[shown];
  if (needed && !talk.holds(needed) && !talk.hadOnce(needed) && state !== 'asked') {
    houseOrder();
  }
}

function line(grant) {
  const item = document.createElement('li');
  item.textContent = wordsFor(grant);
  return item;
}
