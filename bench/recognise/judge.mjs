/** Which of our schemes a label's key may be answered by. */
const SCHEMES_OF_KEY = {
  gt_gtin: ['gtin', 'isbn'],
  gtin13: ['gtin', 'isbn'],
  isbn: ['isbn'],
  sku: ['sku'],
  productID: ['sku', 'isbn', 'gtin'],
  gt_sku: ['sku'],
  mpn: ['mpn'],
  gt_mpn: ['mpn'],
  model: ['mpn'],
  spotify_album: ['spotify'],
};

/**
 * Compares the identifiers given for one page with its labels.
 *
 * An identifier is judged where the page has a label for its scheme, and is right when it agrees with one of them.
 * @param {import('./corpus.mjs').LabelledPage} page
 * @param {readonly string[]} given - `scheme:value`
 */
export function judgeIdentifiers(page, given) {
  const labels = page.ids.filter(([, value]) => value !== '');
  const wrong = [];
  let right = 0;
  let unlabelled = 0;
  for (const identifier of given.filter((one) => !one.startsWith('url:'))) {
    const scheme = identifier.slice(0, identifier.indexOf(':'));
    const judges = labels.filter(([key]) => schemesOf(key).includes(scheme));
    if (judges.length === 0) {
      unlabelled += 1;
    } else if (judges.some(([key, value]) => agrees(identifier, key, value))) {
      right += 1;
    } else {
      wrong.push(`${identifier} (label: ${judges.map(([key, value]) => `${key}=${value}`).join(', ')})`);
    }
  }
  const expected = labels.filter(([key]) => !key.startsWith('gt_'));
  const missed = expected.filter(([key, value]) => !given.some((identifier) => agrees(identifier, key, value)));
  return {
    right,
    wrong,
    unlabelled,
    expected: expected.length,
    missed: missed.map(([key, value]) => `${key}=${value}`),
  };
}

/** People's own label of a bar code, and whether it is in the page's text at all, and given. */
export function judgeGtin(page, html, given) {
  const label = page.ids.find(([key]) => key === 'gt_gtin')?.[1];
  if (label === undefined || !html.includes(label.replace(/^0+/u, ''))) {
    return undefined;
  }
  return { label, isFound: given.some((identifier) => agrees(identifier, 'gt_gtin', label)) };
}

/** `same` to the letter, `near` when one holds the other (letters and digits alone), else `other`. */
export function judgeName(expected, given) {
  const [left, right] = [fold(expected), fold(given)];
  if (expected === given) {
    return 'same';
  }
  return left !== '' && right !== '' && (left.includes(right) || right.includes(left)) ? 'near' : 'other';
}

function schemesOf(key) {
  return SCHEMES_OF_KEY[key] ?? [key];
}

function agrees(identifier, key, label) {
  const value = identifier.slice(identifier.indexOf(':') + 1);
  const isNumber = /^(?:gtin|isbn):/u.test(identifier);
  return label.split('|').some((one) => {
    const wanted = fold(one.replace(/^sku:/u, ''));
    const got = fold(value.slice(/^(?:sku|mpn|tmdb|spotify):/u.test(identifier) ? value.indexOf('/') + 1 : 0));
    if (isNumber && /^\d+$/u.test(wanted)) {
      return wanted.padStart(14, '0') === got.padStart(14, '0');
    }
    // A stock number that the markup runs together with words after it is the number.
    return got === wanted || (key === 'productID' && got.length >= 5 && wanted.startsWith(got));
  });
}

function fold(text) {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
