import { beginConversation } from '/shared/conversation.js';
import { THINGS } from './things.js';
import { listView, missingView, thingView } from './views.js';

const ORDER = 'second-street-order-1';

const SAYS = {
  absent: '',
  connected: '',
  asked: 'Waiting for your answer in Sayso’s window.',
  granted: 'Sorted for you, while you let us.',
  refused: 'Nothing was given. That’s fine.',
  off: 'Sayso went away. Load the page again.',
};

const main = document.getElementById('main');
const element = (id) => document.getElementById(id);
let things = THINGS;

document.addEventListener('click', follow);
window.addEventListener('popstate', draw);
draw();

const talk = await beginConversation();
talk.addEventListener('change', show);
element('order-by-taste').addEventListener('click', sort);
element('give-back').addEventListener('click', () => talk.giveBack());
await talk.begin();
show();

/** Shows what the address names. The old view goes before the new one comes. */
function draw() {
  const thing = THINGS.find(({ slug }) => location.pathname === `/thing/${slug}`);
  const view = thing ? thingView(thing) : location.pathname === '/' ? listView(things) : missingView();
  document.title = thing ? `${thing.name} – Second Street` : 'Second Street';
  main.replaceChildren(...view);
}

/** Follows a link of our own without loading a page; leaves new tabs, other sites and downloads to the browser. */
function follow(event) {
  const link = event.target.closest('a[href]');
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || link.origin !== location.origin || link.hash !== '') {
    return;
  }
  event.preventDefault();
  history.pushState(null, '', link.href);
  draw();
  window.scrollTo(0, 0);
  main.focus({ preventScroll: true });
}

async function sort() {
  if (talk.holds(canRank) || (await talk.ask(ORDER))) {
    things = (await talk.rank(THINGS, referenceOf)) ?? THINGS;
    draw();
  }
}

function canRank({ derive }) {
  return derive === 'rank';
}

function referenceOf({ gtin, name, brand, average, votes }) {
  return {
    identifier: `gtin:0${gtin}`,
    '@type': 'Product',
    name,
    brand,
    aggregateRating: { ratingValue: average, bestRating: 5, reviewCount: votes },
  };
}

function show() {
  const { state, grants } = talk;
  element('taste').dataset.state = state;
  element('taste-says').textContent = SAYS[state];
  element('order-by-taste').hidden = state === 'absent' || state === 'off';
  element('order-by-taste').disabled = state === 'asked';
  element('give-back').hidden = grants.length === 0;
  if (grants.length === 0 && !talk.hadOnce(canRank) && things !== THINGS) {
    things = THINGS;
    draw();
  }
}
