import { html, jsonLd } from '../serve/html.mjs';
import { posterOf } from './poster.mjs';
import { FILMS } from './public/films.js';

const ICON = 'image/svg+xml; charset=utf-8';

/** Matinee's pages: the shelf, a page for each film, and the posters. */
export function render(path, origin) {
  if (path === '/') {
    return { body: shelfPage(origin) };
  }
  const [, folder, name = '', rest] = path.split('/');
  if (folder === 'film' && rest === '') {
    const film = FILMS.find(({ slug }) => slug === name);
    return film && { body: filmPage(film, origin) };
  }
  if (folder === 'posters' && rest === undefined) {
    const film = FILMS.find(({ imdb }) => `${imdb}.svg` === name);
    return film && { type: ICON, body: posterOf(film) };
  }
  return undefined;
}

function shelfPage(origin) {
  const list = {
    '@type': 'ItemList',
    name: 'The shelf',
    numberOfItems: FILMS.length,
    itemListElement: FILMS.map((film, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: movie(film, origin),
    })),
  };
  const body = html`<section class="intro">
  <h1>Good films, and why not tonight?</h1>
  <p>${FILMS.length} films from ${Math.min(...FILMS.map(({ year }) => year))} to ${Math.max(...FILMS.map(({ year }) => year))}, chosen by hand.</p>
</section>
${tastePanel()}
<section aria-labelledby="shelf-title">
  <header class="shelf-head">
    <h2 id="shelf-title">The shelf</h2>
    <p id="order-name" class="order-name">In our visitors’ order</p>
  </header>
  <ol class="shelf" id="shelf">${FILMS.map(card)}</ol>
</section>`;
  return page('Matinee: good films', body, [jsonLd(list), html`<script type="module" src="/shelf.js"></script>`]);
}

function tastePanel() {
  return html`<section class="taste" id="taste" data-state="absent" aria-labelledby="taste-title">
  <div>
    <h2 id="taste-title">Your taste</h2>
    <p id="taste-says" role="status">The shelf stands in our visitors’ order.</p>
    <ul id="grants" class="grants" hidden></ul>
  </div>
  <div class="taste-acts">
    <button type="button" id="order-by-taste" class="main-act" hidden>Order by my taste</button>
    <button type="button" id="my-ratings" hidden>My ratings</button>
    <button type="button" id="house-order" hidden>Visitors’ order</button>
    <button type="button" id="give-back" class="quiet" hidden>Give it back</button>
  </div>
</section>`;
}

function card(film) {
  return html`<li class="card" data-imdb="${film.imdb}">
  <a href="/film/${film.slug}/">
    <img src="/posters/${film.imdb}.svg" alt="" width="300" height="450" loading="lazy">
    <span class="title">${film.title}</span>
  </a>
  <p class="facts">${film.year} · ${film.directors.join(', ')}</p>
  <p class="marks"><span class="average" title="What our visitors say, of 10">${film.average.toFixed(1)}</span> <span class="own" hidden></span></p>
</li>`;
}

function filmPage(film, origin) {
  const alike = FILMS.filter((other) => other !== film && kinship(film, other) > 0)
    .sort((a, b) => kinship(film, b) - kinship(film, a))
    .slice(0, 6);
  const body = html`<nav class="crumbs" aria-label="Where you are"><a href="/">The shelf</a> <span aria-hidden="true">›</span> ${film.title}</nav>
<article class="film" data-imdb="${film.imdb}">
  <img class="poster" src="/posters/${film.imdb}.svg" alt="" width="300" height="450">
  <div>
    <h1>${film.title}</h1>
    <p class="lead">${film.year} · directed by ${film.directors.join(' and ')}</p>
    <ul class="genres" aria-label="Genres">${film.genres.map((genre) => html`<li>${genre}</li>`)}</ul>
    <dl class="numbers">
      <div><dt>Our visitors</dt><dd><b>${film.average.toFixed(1)}</b> of 10, by ${film.votes}</dd></div>
      <div id="own-mark" hidden><dt>You</dt><dd></dd></div>
      ${film.series && html`<div><dt>Belongs to</dt><dd>${film.series}</dd></div>`}
      <div><dt>Known as</dt><dd><a href="https://www.imdb.com/title/${film.imdb}/" rel="external">${film.imdb} at IMDb</a></dd></div>
    </dl>
  </div>
</article>
<section aria-labelledby="alike"><h2 id="alike">Near it on the shelf</h2><ol class="shelf short">${alike.map(card)}</ol></section>`;
  return page(`${film.title} (${film.year}) – Matinee`, body, [
    jsonLd(movie(film, origin)),
    html`<link rel="canonical" href="${origin}/film/${film.slug}/">`,
    html`<script type="module" src="/film.js"></script>`,
  ]);
}

function movie(film, origin) {
  return {
    '@type': 'Movie',
    '@id': `${origin}/film/${film.slug}/`,
    url: `${origin}/film/${film.slug}/`,
    name: film.title,
    image: `${origin}/posters/${film.imdb}.svg`,
    datePublished: String(film.year),
    director: film.directors.map((name) => ({ '@type': 'Person', name })),
    genre: film.genres,
    ...(film.series && { isPartOf: { '@type': 'MovieSeries', name: film.series } }),
    sameAs: `https://www.imdb.com/title/${film.imdb}/`,
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: film.average,
      bestRating: 10,
      worstRating: 1,
      ratingCount: film.votes,
    },
  };
}

/** How much two films have in common: a series counts most, then a director, then a genre. */
function kinship(film, other) {
  const shared = (a, b) => a.filter((name) => b.includes(name)).length;
  const sameSeries = film.series !== undefined && film.series === other.series;
  return (sameSeries ? 8 : 0) + 4 * shared(film.directors, other.directors) + shared(film.genres, other.genres);
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
<link rel="stylesheet" href="/matinee.css">
${head}
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header class="top"><a class="brand" href="/"><img src="/icon.svg" alt="" width="32" height="32">Matinee</a><p>Doors open at two</p></header>
<main id="main">${body}</main>
<footer><p>An example that comes with Sayso. The films are real; the posters are drawn by a few lines of code, and the visitors’ marks are made up.</p></footer>
</body>
</html>
`}`;
}
