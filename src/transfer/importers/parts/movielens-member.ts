import { cleanText } from '../../clean-text.ts';
import type { Choice, Question, ReadOptions } from '../../importer.ts';
import type { Table } from '../../table.ts';
import type { Cell } from './read-rows.ts';

/** No data set that can be opened has more. */
const MAX_PERSONS = 100_000;
/** The answer for whoever wants all rows. */
const ALL = 'all';

/** Asks whose rows of a data set are meant; suggests somebody only where there is nobody else. */
export function askForMember(table: Table): readonly Question[] {
  const persons = personsOf(table);
  const choices: Choice[] = persons
    .slice(0, MAX_PERSONS)
    .map(([value, rows]) => ({ value, label: cleanText(value).text, rows }));
  const first = persons[0]?.[0];
  return first === undefined
    ? []
    : [
        {
          id: 'person',
          choices: [...choices, { value: ALL }],
          ...(persons.length === 1 && { suggested: first }),
        },
      ];
}

/** Whether a row is of whoever was chosen. */
export function isMember(cell: Cell, answers: ReadOptions['answers']): boolean {
  return answers.person === ALL || answers.person === cell('userId');
}

/** Whoever has rows, with how many, the one with most of them first. */
function personsOf(table: Table): [person: string, rows: number][] {
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const person = table.cell(row, 'userId');
    if (person !== '') {
      counts.set(person, (counts.get(person) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, left], [, right]) => right - left);
}
