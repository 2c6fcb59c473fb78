import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { decadesPicture } from '../../../../../src/ui/dashboard/pictures/decades-picture.ts';
import { fillGaps, withinReach } from '../../../../../src/ui/dashboard/pictures/fill-gaps.ts';
import { genresPicture } from '../../../../../src/ui/dashboard/pictures/genres-picture.ts';
import { kindsPicture } from '../../../../../src/ui/dashboard/pictures/kinds-picture.ts';
import { makersPicture } from '../../../../../src/ui/dashboard/pictures/makers-picture.ts';
import { marksPicture } from '../../../../../src/ui/dashboard/pictures/marks-picture.ts';
import { sourcePicture } from '../../../../../src/ui/dashboard/pictures/source-picture.ts';
import { yearsPicture } from '../../../../../src/ui/dashboard/pictures/years-picture.ts';
import { speak } from '../../../../support/fake-browser.ts';
import { spread, summary } from '../../../../support/picture-samples.ts';

/** Without the marks that keep a name's direction to itself. */
const plain = (text: string | undefined) => text?.replaceAll(/[\u2068\u2069]/gu, '');

afterEach(() => speak('en'));

describe('the picture of marks', () => {
  it('has ten bars, and says the most frequent, the mean and the middle', () => {
    const { bars, says } = marksPicture(summary({ values: spread({ 10: 1, 80: 2, 100: 1 }) }));
    expect(bars.map(({ label, values }) => [label, ...values])).toEqual([
      ['0.5', 1],
      ['1', 0],
      ['1.5', 0],
      ['2', 0],
      ['2.5', 0],
      ['3', 0],
      ['3.5', 0],
      ['4', 2],
      ['4.5', 0],
      ['5', 1],
    ]);
    expect(bars[7]?.cells).toEqual(['2', '50%']);
    expect(says).toBe('4 ratings: most often 4 of 5 stars, on average 3.4, in the middle 4.');
  });

  it('writes numbers as the person does', () => {
    speak('de');
    const { bars, says } = marksPicture(summary({ values: spread({ 70: 12_345 }) }));
    expect(bars[6]?.cells[0]).toBe('12.345');
    expect(bars[6]?.label).toBe('3,5');
    expect(says).toBe('12.345 Bewertungen: am häufigsten 3,5 von 5 Sternen, im Durchschnitt 3,5, in der Mitte 3,5.');
  });
});

describe('the pictures of times', () => {
  it('leave room for years in which nothing was rated, and name what has no date', () => {
    const years = [
      { key: 2018, count: 3, mean: 60 },
      { key: 2020, count: 1, mean: 87 },
    ];
    const { bars, says, notes } = yearsPicture(summary({ years, undated: 2 }));
    expect(bars.map(({ label, values, cells }) => [label, ...values, ...cells])).toEqual([
      ['2018', 3, '3', '3'],
      ['2019', 0, '0', '–'],
      ['2020', 1, '1', '4.4'],
    ]);
    expect(says).toBe('How much you rated in each year: most in 2018, with 3 ratings.');
    expect(notes).toEqual(['Date unknown: 2 ratings, which are in no year.']);
  });

  it('say so where no date is known', () => {
    const { bars, says, notes } = yearsPicture(summary({ undated: 1 }));
    expect(bars).toEqual([]);
    expect(says).toBe('None of your ratings has a date.');
    expect(notes).toEqual(['Date unknown: 1 rating, which is in no year.']);
  });

  it('name decades, and what has no year', () => {
    const decades = [{ key: 1990, count: 4, mean: 80 }];
    const { bars, says, notes } = decadesPicture(summary({ decades, withoutYear: 5 }));
    expect(bars.map(({ label }) => label)).toEqual(['1990s']);
    expect(says).toBe('From which decade the things are that you rated: most from the 1990s, 4 of them.');
    expect(notes).toEqual(['Year unknown: 5 things, which are in no decade.']);
    expect(decadesPicture(summary()).says).toBe('Of nothing you rated is the year known.');
  });

  it('leave out what is too far off for an even axis, and name it', () => {
    const decades = [190, 1860, 1880].map((key) => ({ key, count: 2, mean: 50 }));
    const { bars, notes } = decadesPicture(summary({ decades }));
    expect(bars.map(({ label, values }) => [label, ...values])).toEqual([
      ['1860s', 2],
      ['1870s', 0],
      ['1880s', 2],
    ]);
    expect(notes).toEqual(['Not drawn, because they are too far off: 2 ratings (190s).']);
    const years = [1600, 1601, 1602, 1603, 2020, 2021].map((key) => ({ key, count: key > 2000 ? 9 : 1, mean: 50 }));
    const drawn = yearsPicture(summary({ years, undated: 1 }));
    expect(drawn.bars.map(({ label }) => label)).toEqual(['2020', '2021']);
    expect(drawn.notes).toEqual([
      'Not drawn, because they are too far off: 4 ratings (1600, 1601, 1602 and 1 more).',
      'Date unknown: 1 rating, which is in no year.',
    ]);
  });

  it('leave out nothing that one axis reaches, and draw nothing of nothing', () => {
    const groups = [1961, 2020].map((key) => ({ key, count: 1, mean: 50 }));
    expect(withinReach(groups, 1)).toEqual({ near: groups, far: [] });
    expect(fillGaps(groups, 1)).toHaveLength(60);
    const [early, late] = [{ key: 1960, count: 1, mean: 50 }, groups[1]!];
    expect(withinReach([early, late], 1)).toEqual({ near: [late], far: [early] });
    expect(withinReach([], 1)).toEqual({ near: [], far: [] });
    expect(fillGaps([], 1)).toEqual([]);
  });
});

describe('the pictures of groups', () => {
  const groups = [
    { key: 'Jane Austen', count: 12, mean: 70 },
    { key: 'Iain Banks', count: 3, mean: 91 },
  ];

  it('have a bar for each average, and say which is the highest', () => {
    const { bars, says, notes } = makersPicture(summary({ makers: { groups, total: 2 } }));
    expect(bars.map(({ label, values, cells }) => [label, ...values, ...cells])).toEqual([
      ['Jane Austen', 3.5, '12', '3.5'],
      ['Iain Banks', 4.55, '3', '4.6'],
    ]);
    expect(plain(says)).toBe(
      'Your average for the makers you rated most, in brackets how often: highest for Iain Banks, with 4.6 stars.',
    );
    expect(notes).toEqual([]);
  });

  it('name all that share the highest average as it is told', () => {
    const tied = ['Drama', 'Comedy', 'Western', 'Noir', 'Horror'].map((key, index) => ({
      key,
      count: 9 - index,
      mean: [80, 80.4, 70, 79.6, 80][index]!,
    }));
    const saysOf = (some: typeof tied) => plain(genresPicture(summary({ genres: { groups: some, total: 5 } })).says);
    expect(saysOf(tied.slice(0, 3))).toContain('highest for Drama and Comedy, with 4 stars.');
    expect(saysOf(tied)).toContain('highest for Drama, Comedy, Noir and 1 more, with 4 stars.');
  });

  it('tell that there are more', () => {
    expect(genresPicture(summary({ genres: { groups, total: 57 } })).notes).toEqual([
      'These are the 2 with the most ratings, of 57.',
    ]);
  });

  it('say what is missing', () => {
    expect(makersPicture(summary()).says).toBe(
      'An average needs 3 ratings of things by the same maker. There is no such maker yet.',
    );
    expect(genresPicture(summary()).says).toBe('Of nothing you rated is the genre known.');
  });

  it('lead to the things of a kind', () => {
    const { bars } = kindsPicture(summary({ kinds: [{ key: 'Movie', count: 2, mean: 80 }] }));
    expect(bars.map(({ label, href }) => [label, href])).toEqual([['Films', '#ratings?kind=Movie']]);
  });
});

describe('the picture of a source', () => {
  const all = spread({ 80: 4 });

  it('has shares of its marks beside shares of all ratings, and leads to what came from there', () => {
    const { bars, series, says, href } = sourcePicture({ source: 'imdb', values: spread({ 70: 3, 80: 1 }) }, all);
    expect(bars[6]?.values).toEqual([0.75, 0]);
    expect(bars[7]?.values).toEqual([0.25, 1]);
    expect(bars[7]?.cells).toEqual(['1', '25%', '100%']);
    expect(series.map(plain)).toEqual(['IMDb', 'All your ratings']);
    expect(plain(says)).toBe('4 marks from IMDb: on average 3.6 of 5 stars, in the middle 3.5.');
    expect(href).toBe('#ratings?source=imdb');
  });

  it.each([
    [spread({ 60: 1 }), 'Over all your ratings the average is 4: here you are stricter, by 1 star.'],
    [spread({ 70: 1 }), 'Over all your ratings the average is 4: here you are stricter, by 0.5 stars.'],
    [spread({ 90: 1 }), 'Over all your ratings the average is 4: here you are milder, by 0.5 stars.'],
    [spread({ 100: 1 }), 'Over all your ratings the average is 4: here you are milder, by 1 star.'],
    [spread({ 80: 9 }), 'Over all your ratings the average is 4, too: you are as strict here as anywhere.'],
  ])('says whether the person is stricter there', (values, sentence) => {
    expect(sourcePicture({ source: 'imdb', values }, all).notes).toEqual([sentence]);
  });

  it('compares with nothing where there is nothing', () => {
    const { notes, bars } = sourcePicture({ source: 'imdb', values: all }, spread({}));
    expect(notes).toEqual(['You have no ratings of your own to compare them with.']);
    expect(bars[7]?.values).toEqual([1, 0]);
  });
});
