import { html } from './serve/html.mjs';

const EXAMPLES = [
  ['matinee', 'Matinee', 'A film site. Its shelf can stand in the order of your taste.'],
  ['corner-store', 'Corner Store', 'A general shop. It can keep to your sizes, your diet and your delivery.'],
  ['second-street', 'Second Street', 'Another shop, with some of the same things under other names.'],
  ['bright-wheel', 'Bright Wheel', 'Answers your requests at once, with what it costs to your door.'],
  [
    'old-harbour',
    'Old Harbour Works',
    'Answers late: first with a question, then with a quote, then with a better one.',
  ],
  ['crooked-lane', 'Crooked Lane', 'Sends you to another shop, and is not good at it.'],
  ['hostile', 'Hostile', 'A page that tries what a page should not be able to do.'],
];

/**
 * The page at plain `localhost`.
 *
 * @param {string} port with its colon, or empty
 */
export function indexPage(port) {
  const rows = EXAMPLES.map(
    ([host, name, about]) => html`<li><a href="http://${host}.localhost${port}/">${name}</a> ${about}</li>`,
  );
  return page('The example vendors', html`<h1>The example vendors</h1><ul>${rows}</ul>`);
}

/** @param {string} path what was asked for */
export function notFoundPage(path) {
  return page(
    'Not here',
    html`<h1>Not here</h1><p>There is nothing at <code>${path}</code>.</p><p><a href="/">Start again</a></p>`,
  );
}

function page(title, body) {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/shared/icon.svg">
<link rel="stylesheet" href="/shared/plain.css">
</head>
<body><main>${body}</main></body>
</html>
`}`;
}
