import { beginConversation } from '/shared/conversation.js';

/** Shows the person's own mark on a film's page, where they let this site read it. Asks for nothing. */
const { imdb } = document.querySelector('article.film').dataset;
const talk = await beginConversation();

talk.addEventListener('change', show);
await talk.begin();

function canRead({ collection, derive }) {
  return collection === 'ratings' && derive === undefined;
}

async function show() {
  const isReadable = talk.holds(canRead);
  if (!isReadable && talk.hadOnce(canRead)) {
    return;
  }
  const [review] = (isReadable && (await talk.read('ratings', { identifiers: [`imdb:${imdb}`] }))) || [];
  const place = document.getElementById('own-mark');
  place.hidden = review === undefined;
  place.querySelector('dd').textContent = review
    ? `${review.reviewRating.ratingValue} of ${review.reviewRating.bestRating}`
    : '';
}
