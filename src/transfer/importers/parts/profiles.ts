import type { Content, Question, ReadOptions } from '../../importer.ts';

const COLUMN = 'Profile Name';
const EVERYBODY = 'all';

/** An account of Netflix has several people: whose rows are meant is asked where there is more than one. */
export function askForPerson(content: Content): readonly Question[] {
  const profiles = profilesOf(content);
  return profiles.length < 2
    ? []
    : [
        {
          id: 'person',
          choices: [...profiles.map((value) => ({ value, label: value })), { value: EVERYBODY }],
        },
      ];
}

/** Tells whose rows to read. Without an answer where there are several people: nobody's. */
export function isMeant(content: Content, answers: ReadOptions['answers']): (profile: string) => boolean {
  const isAlone = profilesOf(content).length < 2;
  return (profile) => isAlone || answers.person === EVERYBODY || answers.person === profile;
}

function profilesOf(content: Content): string[] {
  if (content.sort !== 'table') {
    return [];
  }
  const { table } = content;
  return [...new Set(table.rows.map((row) => table.cell(row, COLUMN)))];
}
