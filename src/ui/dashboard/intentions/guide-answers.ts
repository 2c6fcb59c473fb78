import type { PreferenceInput } from '../../../app/save-preference.ts';
import type { Preference } from '../../../domain/preference.ts';
import { t } from '../../i18n.ts';
import { optionName, propertyText } from './guide-names.ts';
import { guideKey, type GuideQuestion, type NeedsGuide } from './needs-guides.ts';
import { newRequirement, type RequirementDraft } from './request-draft.ts';
import { readTypedNumber, typedNumber } from './typed-number.ts';
import { unitName } from './units.ts';

/** What was answered to one question. */
export interface GuideAnswer {
  /** A number or words as they were typed; `yes`, `no` or empty of a flag. */
  readonly text: string;
  /** Names of options. */
  readonly chosen: readonly string[];
  readonly isRemembered: boolean;
}

/** By the names of the questions; what was not answered is not there. */
export type GuideAnswers = Readonly<Record<string, GuideAnswer>>;

const FLAGS = ['yes', 'no'] as const;

export const NO_ANSWER: GuideAnswer = { text: '', chosen: [], isRemembered: false };

export function isAnswered({ text, chosen }: GuideAnswer): boolean {
  return text.trim() !== '' || chosen.length > 0;
}

/** The names of the questions that were answered with something that is no number. */
export function badNumbers({ questions }: NeedsGuide, answers: GuideAnswers): readonly string[] {
  return questions
    .filter(({ name, answer }) => {
      const { text } = answers[name] ?? NO_ANSWER;
      return answer.kind === 'number' && text.trim() !== '' && readTypedNumber(text) === undefined;
    })
    .map(({ name }) => name);
}

/** What the answers require, question by question. */
export function requirementsOf({ questions }: NeedsGuide, answers: GuideAnswers): readonly RequirementDraft[] {
  return questions.flatMap((question) => {
    const answer = answers[question.name] ?? NO_ANSWER;
    return isAnswered(answer) ? [requirementOfAnswer(question, answer)] : [];
  });
}

function requirementOfAnswer(question: GuideQuestion, { text, chosen }: GuideAnswer): RequirementDraft {
  const { answer, strength } = question;
  const empty = { ...newRequirement(propertyText(question)), strength };
  switch (answer.kind) {
    case 'options':
    case 'names':
      return {
        ...empty,
        isAll: answer.kind === 'options' && answer.isAll,
        anyOf: chosen.map((option) => optionName(question, option)).join(', '),
      };
    case 'words':
      return { ...empty, anyOf: text.replaceAll(',', ' ') };
    case 'flag':
      return { ...empty, kind: 'flag', is: text === 'yes' };
    case 'number':
      return {
        ...empty,
        kind: 'range',
        min: answer.bound === 'max' ? '' : text.trim(),
        max: answer.bound === 'min' ? '' : text.trim(),
        unit: answer.unit ?? '',
      };
  }
}

/** What is remembered of the answers, in place of what was remembered before. */
export function rememberedOf(
  guide: NeedsGuide,
  answers: GuideAnswers,
  before: readonly Preference[],
): readonly PreferenceInput[] {
  return guide.questions.flatMap((question) => {
    const answer = answers[question.name] ?? NO_ANSWER;
    if (!answer.isRemembered || !isAnswered(answer)) {
      return [];
    }
    const key = guideKey(guide, question);
    const held = before.find((preference) => preference.key === key);
    const { answer: asked, strength } = question;
    return [
      {
        ...(held && { id: held.id }),
        key,
        value: asked.kind === 'number' ? (readTypedNumber(answer.text) ?? '') : answer.text || answer.chosen.join(', '),
        ...(asked.kind === 'number' && asked.unit !== undefined && { unit: unitName(asked.unit) }),
        strength,
        kinds: [guide.kind],
        isPrivate: held?.isPrivate ?? false,
      },
    ];
  });
}

/** What was remembered for a question the last time, if it still can be an answer to it. */
export function lastAnswer(
  guide: NeedsGuide,
  question: GuideQuestion,
  preferences: readonly Preference[],
): GuideAnswer | undefined {
  const key = guideKey(guide, question);
  const value = preferences.find((preference) => preference.key === key)?.value;
  const answer = value === undefined ? NO_ANSWER : answerOfValue(question, value);
  return isAnswered(answer) ? answer : undefined;
}

function answerOfValue(question: GuideQuestion, value: string): GuideAnswer {
  const { answer } = question;
  switch (answer.kind) {
    case 'options':
    case 'names': {
      const offered = answer.kind === 'options' ? answer.options : answer.names;
      const said = value.split(', ');
      // Among preferences it may have been edited in words.
      const isSaid = (option: string): boolean => said.includes(option) || said.includes(optionName(question, option));
      return { ...NO_ANSWER, chosen: offered.filter(isSaid) };
    }
    case 'number':
      return { ...NO_ANSWER, text: readTypedNumber(value) === undefined ? '' : typedNumber(value) };
    case 'flag':
      return { ...NO_ANSWER, text: FLAGS.find((flag) => value === flag || value === t(`intentions_${flag}`)) ?? '' };
    case 'words':
      return { ...NO_ANSWER, text: value };
  }
}

/** An answer in words: 'newborn, twins', '12 kg', 'yes'. */
export function answerText(question: GuideQuestion, { text, chosen }: GuideAnswer): string {
  const { answer } = question;
  if (answer.kind === 'flag') {
    return t(text === 'yes' ? 'intentions_yes' : 'intentions_no');
  }
  if (answer.kind === 'number') {
    return answer.unit === undefined ? text : `${text} ${unitName(answer.unit)}`;
  }
  return chosen.length > 0 ? chosen.map((option) => optionName(question, option)).join(', ') : text;
}
