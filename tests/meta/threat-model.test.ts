import { describe, expect, it } from 'vitest';
import { namesOfThreats, testsOfThreats, threatRow } from '../../scripts/lib/threat-rows.mjs';
import { ROOT, tableRows, textOf } from './support/repository.ts';

const document = textOf('docs/threat-model.md');
const cases = tableRows(document, 'case', 'name', 'what is tried, and what holds');
const rows = tableRows(document, 'case', 'what', 'test file', 'test title');
const tests = testsOfThreats(ROOT);
const numbers = new Set(rows.map(([number]) => number));
/** What is not held by a test says so, and why, in the document itself. */
const LATER = /^Comes with (?:import|sync|intentions)$/u;

describe('docs/threat-model.md', () => {
  it('counts its cases from 1, and names each', () => {
    expect(cases.map(([number]) => number)).toEqual(cases.map((_case, index) => String(index + 1)));
    expect(cases.every((row) => row.length === 3 && row.every((cell) => cell !== ''))).toBe(true);
  });

  it('lists the tests that are named after a case, and no other: node scripts/list-threats.mjs', () => {
    const names = namesOfThreats(document);
    const listed = rows.map(([number = '', name = '', file = '', title = '']) =>
      threatRow({ number, file, title }, name),
    );
    expect(listed).toEqual(tests.map((test) => threatRow(test, names.get(test.number) ?? 'no such case')));
  });

  it('holds every case by a test, but those that come later', () => {
    const open = cases.filter(([number, , what = '']) => !numbers.has(number) && !LATER.test(what));
    expect(open.map(([number, name]) => `${number} ${name}`)).toEqual([]);
  });

  it('says of no case that it comes later when a test holds it', () => {
    expect(cases.filter(([number, , what = '']) => numbers.has(number) && LATER.test(what))).toEqual([]);
  });
});
