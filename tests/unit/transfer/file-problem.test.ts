import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_PROBLEMS, placeOf } from '../../../src/transfer/file-problem.ts';

describe('FILE_PROBLEMS', () => {
  it.each(['en', 'de'])('has a text for each in %s, and for nothing else', (language) => {
    const texts = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as object;
    const keys = Object.keys(texts).filter((key) => key.startsWith('import_problem_'));
    expect(keys).toEqual(FILE_PROBLEMS.map((id) => `import_problem_${id.replaceAll('-', '_')}`).sort());
  });
});

describe('placeOf', () => {
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [6, 3, 1],
    [8, 4, 1],
    [99, 4, 2],
  ])('finds character %i on line %i, column %i, whatever ends the lines', (at, line, column) => {
    expect(placeOf('ab\nc\r\nd\re', at)).toEqual({ line, column });
  });
});
