// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { expect, it } from 'vitest';
import { properSourceName, sourceName } from '../../../../../src/ui/dashboard/ratings/source-name.ts';

it.each([
  ['imdb', 'IMDb', 'from IMDb'],
  ['rateyourmusic', 'Rate Your Music', 'from Rate Your Music'],
  ['lastfm', 'Last.fm', 'from Last.fm'],
  ['google-play', 'Google Play', 'from Google Play'],
  ['table', 'A table of yours', 'from A table of yours'],
  ['person', 'You, in Sayso', 'in Sayso'],
  ['shop-csv', 'shop-csv', 'from shop-csv'],
  ['constructor', 'constructor', 'from constructor'],
])('calls %s %s', (source, proper, from) => {
  expect(properSourceName(source)).toBe(proper);
  expect(sourceName(source)).toBe(from);
});
