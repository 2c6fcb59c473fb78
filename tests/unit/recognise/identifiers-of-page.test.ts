// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { bridgingLinks } from '../../../src/recognise/bridging-links.ts';
import { labelledNumbers } from '../../../src/recognise/labelled-numbers.ts';
import { pageOf } from '../../support/read-page.ts';

describe('labelledNumbers', () => {
  it.each([
    ['<p>EAN: 4006381333931.</p>', ['gtin:04006381333931']],
    ['<table><tr><th>EAN-13</th><td> 4006381333931 </td></tr></table>', ['gtin:04006381333931']],
    ['<dl><dt>ISBN-10<dd>0-14-143960-2</dl>', ['isbn:9780141439600']],
    ['<b>ISBN:</b> 9780141439600<br><b>ISBN-10:</b> 0141439602', ['isbn:9780141439600']],
    ['<span>IMDb:</span> tt1375666<br>', ['imdb:tt1375666']],
    ['<span>条形码:</span>&nbsp;4006381333931', ['gtin:04006381333931']],
  ])('reads %s', (html, expected) => {
    expect(labelledNumbers(pageOf(html))).toEqual(expected);
  });

  it.each([
    ['<p>EAN: 4006381333932</p>', 'the check digit is wrong'],
    ['<p>UPC</p><p>a897fe39b1053632</p>', 'it is no number'],
    ['<p>OCEAN 4006381333931</p>', 'the label is part of a word'],
    ['<p>EAN: 4006381333931</p><p>EAN: 5901234123457</p>', 'there are two'],
    ['<p>EAN</p><p>Weight</p><p>Size</p><p>4006381333931</p>', 'the number is far from the label'],
    ['<p>4006381333931</p>', 'there is no label'],
    ['<p>IMDb 8.2 of 10</p><p>12345678</p>', 'a mark is no id'],
    ['<script>{"ean":"4006381333931"}</script>', 'nobody reads a script'],
  ])('reads nothing from %s: %s', (html) => {
    expect(labelledNumbers(pageOf(html))).toEqual([]);
  });
});

describe('bridgingLinks', () => {
  const links = (...hrefs: readonly string[]): Document =>
    pageOf(hrefs.map((href) => `<a href="${href}">x</a>`).join(''));

  it("gives the thing's pages at other catalogues", () => {
    const page = links(
      'http://www.imdb.com/title/tt3159106/maindetails',
      'https://www.themoviedb.org/movie/223578/',
      '/film/x/',
    );
    expect(bridgingLinks(page, 'Movie')).toEqual(['imdb:tt3159106', 'tmdb:movie/223578']);
  });

  it('gives none of two that differ', () => {
    const page = links(
      'https://www.imdb.com/title/tt0000001/',
      'https://www.imdb.com/title/tt0000002/',
      'https://boxd.it/abc',
    );
    expect(bridgingLinks(page, 'Movie')).toEqual(['boxd:abc']);
  });

  it('gives none to another kind of thing', () => {
    const page = links('https://www.imdb.com/title/tt0000001/');
    expect(bridgingLinks(page, 'Book')).toEqual([]);
    expect(bridgingLinks(page, 'Product')).toEqual([]);
    expect(bridgingLinks(page, 'TVEpisode')).toEqual([]);
    expect(bridgingLinks(page, 'TVSeries')).toEqual(['imdb:tt0000001']);
  });
});
