import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFault, type FileProblem } from '../../../src/transfer/file-problem.ts';
import { parseJson } from '../../../src/transfer/json.ts';

function problemOf(text: string, maxDepth = 50): FileProblem | undefined {
  try {
    parseJson(text, maxDepth);
    return undefined;
  } catch (error) {
    if (error instanceof FileFault) {
      return error.problem;
    }
    throw error;
  }
}

describe('parseJson', () => {
  it.each<[string, number, number]>([
    ['{"a": 1,\n "b": }', 2, 7],
    ['[1,\r\n2,\r\n]', 3, 1],
    ['[1 2]', 1, 4],
    ['{"a" 1}', 1, 6],
    ['{a: 1}', 1, 2],
    ['{"a": 1', 1, 8],
    ['["\n"]', 1, 2],
    ['["\\x"]', 1, 2],
    ['[01]', 1, 3],
    ['[1] x', 1, 5],
    ['{"a":1}\n{"b":2}', 2, 1],
    ['[nul]', 1, 2],
    ['[}', 1, 2],
    ['[[1}]', 1, 4],
    ['[', 1, 2],
  ])('says where %j breaks', (text, line, column) => {
    expect(problemOf(text)).toMatchObject({ id: 'broken-json', line, column });
  });

  it('looks how deep a text is nested before it is read, and not into strings', () => {
    expect(problemOf('['.repeat(3) + ']'.repeat(3), 3)).toBeUndefined();
    expect(problemOf('[\n[\n [{"a":[]}]]]', 3)).toMatchObject({ id: 'nested-too-deeply', line: 3, column: 3 });
    expect(problemOf(JSON.stringify([['"\\'.repeat(9) + '[[[[[[']]), 3)).toBeUndefined();
    expect(problemOf('{"a":'.repeat(1_000_000))).toMatchObject({ id: 'nested-too-deeply' });
  });

  it('makes fields called like what every object has, and nothing of them', () => {
    const value = parseJson('{"__proto__":{"x":1}}', 9) as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect('x' in value).toBe(false);
  });

  it('reads what is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 9 }), (value) => {
        const text = JSON.stringify(value, undefined, 1);
        expect(parseJson(text, 99)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('finds the place of a character that was put in or left out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom('', '!', ',', '}', '"'), (value, some, added) => {
        const text = JSON.stringify([value]);
        const at = some % text.length;
        const changed = text.slice(0, at) + added + text.slice(added === '' ? at + 1 : at);
        const problem = problemOf(changed, 99);
        expect(problem?.id ?? 'broken-json').toBe('broken-json');
        expect(problem?.column ?? 1).toBeLessThanOrEqual(changed.length + 1);
      }),
    );
  });
});
