import { describe, expect, it } from 'vitest';
import { commonValue } from '../../src/domain/scale.ts';
import { readIdentifier } from '../../src/domain/identifier.ts';
import type { Entry, Outcome } from '../../src/transfer/entry.ts';
import type { Content, Importer, QuestionId, ReadOptions } from '../../src/transfer/importer.ts';
import { IMPORTERS } from '../../src/transfer/importers/index.ts';
import { parseTable } from '../../src/transfer/csv.ts';
import { fixtureContent } from '../support/read-content.ts';

/** What every importer promises, whatever its format. Called once for each, with its fixture in `tests/fixtures/imports/`. */
export function describeImporterContract(importer: Importer, fixture: string): void {
  describe(`importer contract: ${importer.id}`, () => {
    const content = fixtureContent(fixture);

    it('alone recognises its fixture', () => {
      expect(IMPORTERS.filter((one) => one.recognises(content)).map(({ id }) => id)).toEqual([importer.id]);
    });

    it('has an outcome for every row: entries, remarks, or both', () => {
      const outcomes = outcomesOf(importer, content);
      expect(outcomes.length).toBeGreaterThan(0);
      expect(outcomes.filter(({ entries, remarks }) => entries.length + remarks.length === 0)).toEqual([]);
      if (content.sort === 'table') {
        const told = new Set(linesOf(outcomes));
        const lines = content.table.rows.map(({ line }) => line);
        // Of a table without a header, the first line is a row, too.
        expect([...told].filter((line) => line !== 1).sort()).toEqual(lines.sort());
      }
    });

    it('gives entries whose marks lie on their scales, and whose identifiers are normal', () => {
      for (const { facts, content: said } of entriesOf(importer, content)) {
        for (const { given } of said?.ratings ?? []) {
          expect(commonValue(given)).toBeGreaterThanOrEqual(1);
        }
        for (const identifier of facts.identifiers) {
          expect(readIdentifier(identifier)).toBe(identifier);
        }
      }
    });

    it('names each thing, within bounds', () => {
      for (const { thing, facts } of entriesOf(importer, content)) {
        expect(thing).toMatch(/^\S(?:.*\S)?$/su);
        expect(facts.creators ?? []).not.toContain('');
      }
    });

    it('gives the same for the same content', () => {
      expect(outcomesOf(importer, content)).toEqual(outcomesOf(importer, fixtureContent(fixture)));
    });

    it.each<[string, Content]>([
      ['an empty table', { sort: 'table', table: parseTable('') }],
      ['another table', { sort: 'table', table: parseTable('a,b\n1,2\n') }],
      ['an empty list', { sort: 'json', value: [] }],
      ['null', { sort: 'json', value: null }],
      ['a number', { sort: 'json', value: 7 }],
      [
        'a hostile object',
        { sort: 'json', value: JSON.parse('{"__proto__":{"x":1},"lists":{"length":-1}}') as unknown },
      ],
      ['an element', { sort: 'xml', root: { name: 'html', text: '', children: [], line: 1 } }],
      ['no text', { sort: 'text', text: '' }],
    ])('does not recognise %s, and reads nothing from it', (_what, other) => {
      expect(importer.recognises(other)).toBe(false);
      expect(entriesOf(importer, other)).toEqual([]);
    });
  });
}

/** What an importer makes of it, with the suggested answers to its questions, or else the first choices. */
export function outcomesOf(
  importer: Importer,
  content: Content,
  { path = 'file', answers }: Partial<ReadOptions> = {},
): Outcome[] {
  const questions = importer.questions?.(content, path) ?? [];
  const chosen = Object.fromEntries(
    questions.map(({ id, choices, suggested }): [QuestionId, string] => [id, suggested ?? choices[0]?.value ?? '']),
  );
  return [...importer.read(content, { path, answers: { ...chosen, ...answers } })];
}

export function entriesOf(importer: Importer, content: Content, options?: Partial<ReadOptions>): Entry[] {
  return outcomesOf(importer, content, options).flatMap(({ entries }) => entries);
}

function linesOf(outcomes: readonly Outcome[]): number[] {
  return outcomes.flatMap(({ entries, remarks }) => [...entries, ...remarks].map(({ line }) => line));
}
