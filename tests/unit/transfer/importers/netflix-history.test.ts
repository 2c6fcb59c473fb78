import { describe, expect, it } from 'vitest';
import { netflixHistory } from '../../../../src/transfer/importers/netflix-history.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'netflix-history.csv';
describeImporterContract(netflixHistory, FIXTURE);

describe('netflixHistory', () => {
  const content = fixtureContent(FIXTURE);

  it('reads episodes with their series, films, and the days on which they were watched', () => {
    expect(entriesOf(netflixHistory, content)).toEqual([
      {
        line: 2,
        thing: 'the bridge keepers: season 2: the ice',
        facts: {
          kind: 'TVEpisode',
          name: 'The Bridge Keepers: Season 2: The Ice',
          series: 'The Bridge Keepers',
          identifiers: [],
        },
        content: { uses: [{ at: '2023-12-24' }] },
      },
      {
        line: 3,
        thing: 'the bridge keepers: limited series: thaw',
        facts: {
          kind: 'TVEpisode',
          name: 'The Bridge Keepers: Limited Series: Thaw',
          series: 'The Bridge Keepers',
          identifiers: [],
        },
        content: { uses: [{ at: '2023-01-02' }] },
      },
      {
        line: 4,
        thing: 'salt and tallow',
        facts: { kind: 'Movie', name: 'Salt and Tallow', identifiers: [] },
        content: { uses: [{ at: '2023-01-01' }] },
      },
      {
        line: 5,
        thing: 'highwater: the return',
        facts: { kind: 'Movie', name: 'Highwater: The Return', identifiers: [] },
        content: { uses: [{ at: '2022-12-31' }] },
      },
      {
        line: 6,
        thing: 'highwater: tide: low and lower',
        facts: { kind: 'CreativeWork', name: 'Highwater: Tide: Low and Lower', identifiers: [] },
        content: { uses: [{ at: '2022-12-30' }] },
      },
      {
        line: 7,
        thing: 'without a day',
        facts: { kind: 'Movie', name: 'Without a Day', identifiers: [] },
        content: { uses: [{}] },
      },
      {
        line: 8,
        thing: 'on a day that never was',
        facts: { kind: 'Movie', name: 'On a Day That Never Was', identifiers: [] },
        content: { uses: [{}] },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(netflixHistory, content).flatMap(({ remarks }) => remarks)).toEqual([
      {
        line: 6,
        reason: 'unknown-kind',
        column: 'Title',
        value: 'Highwater: Tide: Low and Lower',
        isSkipped: false,
      },
      { line: 8, reason: 'bad-date', column: 'Date', value: '13/13/22', isSkipped: false },
      { line: 9, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });

  const choices = [{ value: 'day-first' }, { value: 'month-first' }];
  const history = (...dates: readonly string[]) => tableOf('Title,Date', ...dates.map((date) => `Tide,"${date}"`));
  const days = (dates: readonly string[], order?: string) =>
    entriesOf(netflixHistory, history(...dates), {
      answers: order === undefined ? {} : { 'day-or-month-first': order },
    })
      .flatMap((entry) => entry.content?.uses ?? [])
      .map(({ at }) => at);

  it.each([
    ['a day over 12 tells', ['6/7/21', '6/13/21']],
    ['the year is first', ['2021-06-07', '2021. 6. 13.']],
    ['both orders mean the same days', ['6/6/21', '', 'never']],
    ['there is no row', []],
  ])('asks nothing where %s', (_why, dates) => {
    expect(netflixHistory.questions?.(history(...dates), 'file')).toEqual([]);
  });

  it.each([
    ['day-first', 'the newest stands first', ['5/3/21', '4/3/21', '1/3/21', '9/2/21']],
    ['month-first', 'the newest stands first', ['3/5/21', '3/4/21', '3/1/21', '2/9/21']],
    ['day-first', 'there are dots', ['6.7.21']],
  ])('asks, and suggests %s since %s', (suggested, _why, dates) => {
    expect(netflixHistory.questions?.(history(...dates), 'file')).toEqual([
      { id: 'day-or-month-first', choices, suggested },
    ]);
  });

  it('asks without a suggestion where nothing speaks for either', () => {
    expect(netflixHistory.questions?.(history('6/7/21'), 'file')).toEqual([{ id: 'day-or-month-first', choices }]);
  });

  it('reads the order it is told, any separator, years first, and what needs no order', () => {
    expect(days(['06/07/2021', '6.7.21', '2021-07-06', '2021. 7. 6.', '\u200F5/5/21'], 'day-first')).toEqual([
      '2021-07-06',
      '2021-07-06',
      '2021-07-06',
      '2021-07-06',
      '2021-05-05',
    ]);
    expect(days(['06/07/2021'], 'month-first')).toEqual(['2021-06-07']);
    expect(days(['06/07/2021', '5/5/21'], 'unheard-of')).toEqual([undefined, '2021-05-05']);
  });

  it('does not take two such columns among others for a history', () => {
    expect(netflixHistory.recognises(tableOf('Title,Date,Mark', 'Tide,2021-06-07,4'))).toBe(false);
  });
});
