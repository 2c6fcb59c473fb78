import { describe, expect, it } from 'vitest';
import { brokenPlaces } from '../../../src/transfer/broken-places.ts';
import { parseTable } from '../../../src/transfer/csv.ts';

const tableOf = (text: string): ReturnType<typeof brokenPlaces> =>
  brokenPlaces(text, { sort: 'table', table: parseTable(text) });

describe('brokenPlaces', () => {
  it('names row, column and text of each broken cell of a table', () => {
    const text = 'Name,"Re\uFFFDview"\nAm\uFFFDlie,"one\ntwo"\nB,"first\nsec\uFFFDnd"\nC,d\n';
    expect(tableOf(text)).toEqual([
      { line: 1, reason: 'bad-characters', value: 'Re\uFFFDview', isSkipped: false },
      { line: 2, reason: 'bad-characters', column: 'Name', value: 'Am\uFFFDlie', isSkipped: false },
      { line: 4, reason: 'bad-characters', column: 'Re\uFFFDview', value: 'first\nsec\uFFFDnd', isSkipped: false },
    ]);
  });

  it('shows the place though it is far inside a long text', () => {
    const [remark] = tableOf(`A,B\n${'x'.repeat(9_000)}\uFFFD${'y'.repeat(9_000)},1\n`);
    expect(remark?.value).toContain('x\uFFFDy');
    expect(remark?.value?.length).toBeLessThanOrEqual(200);
  });

  it('names each line of another text that has any', () => {
    const text = '[\n"a\uFFFD b\uFFFD",\r\n"c",\r"\uFFFDd"]';
    expect(brokenPlaces(text, { sort: 'json', value: [] })).toEqual([
      { line: 2, reason: 'bad-characters', value: '"a\uFFFD b\uFFFD",', isSkipped: false },
      { line: 4, reason: 'bad-characters', value: '"\uFFFDd"]', isSkipped: false },
    ]);
  });
});
