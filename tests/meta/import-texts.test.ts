import { describe, expect, it } from 'vitest';
import { ENCODINGS, FILE_PROBLEMS, QUESTIONS, REASONS, WINNERS } from '../../src/app/import-types.ts';
import { IMPORTERS } from '../../src/transfer/importers/index.ts';
import { filesIn, codeOf, textOf } from './support/repository.ts';

const languages = ['en', 'de'].map((language) => ({
  language,
  keys: new Set(Object.keys(JSON.parse(textOf(`public/_locales/${language}/messages.json`)) as object)),
}));

/** The choices that an importer offers without a word out of the file. */
const choices = filesIn('src/transfer', '.ts').flatMap((path) =>
  [...codeOf(path).matchAll(/\{ value: '([\w-]+)' \}/gu)].map(([, value = '']) => value),
);

const keys = [
  ...ENCODINGS.map((encoding) => `import_encoding_${encoding}`),
  ...REASONS.map((reason) => `import_reason_${reason}`),
  ...FILE_PROBLEMS.map((problem) => `import_problem_${problem}`),
  ...QUESTIONS.map((question) => `import_question_${question}`),
  ...WINNERS.map((winner) => `import_winner_${winner}`),
  ...choices.map((choice) => `import_choice_${choice}`),
  ...IMPORTERS.map(({ id }) => `import_format_${id}`),
  // What the contract names, whether an importer writes it out or makes a list of it.
  ...'day-first month-first 100 10 10-decimal 5 3 all seen wanted liked'
    .split(' ')
    .map((choice) => `import_choice_${choice}`),
].map((key) => key.replaceAll('-', '_'));

describe('the texts of an import', () => {
  it.each(languages)(
    'are there for every reason, problem, question, choice and format, in $language',
    ({ keys: present }) => {
      expect(keys.filter((key) => !present.has(key))).toEqual([]);
    },
  );
});
