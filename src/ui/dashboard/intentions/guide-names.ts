/** What the needs guides remember, in the person's words. */
import { type MessageKey, t } from '../../i18n.ts';
import { guideKey, guideOfKey, type GuideQuestion } from './needs-guides.ts';

/** 'Pushchair: weight'; `undefined` for a key that no guide remembers under. */
export function guideKeyName(key: string): string | undefined {
  const guide = guideOfKey(key);
  const question = questionOf(key);
  return guide && question && t('guide_key', t(`guide_${guide.name}`), propertyText(question));
}

/** What a question is about, as a property of things. */
export function propertyText({ property }: GuideQuestion): string {
  return t(`guide_property_${property}` as MessageKey);
}

/** An option in words. */
export function optionName({ answer }: GuideQuestion, option: string): string {
  return answer.kind === 'options' && answer.options.includes(option)
    ? t(`guide_option_${option}` as MessageKey)
    : option;
}

/** A remembered answer in words: 'newborn, twins' in German are 'ein Neugeborenes, Zwillinge'. Others stand as they are. */
export function guideValueName(key: string, value: string): string {
  const question = questionOf(key);
  switch (question?.answer.kind) {
    case 'options':
      return value
        .split(', ')
        .map((option) => optionName(question, option))
        .join(', ');
    case 'flag':
      return value === 'yes' || value === 'no' ? t(`intentions_${value}`) : value;
    default:
      return value;
  }
}

function questionOf(key: string): GuideQuestion | undefined {
  const guide = guideOfKey(key);
  return guide?.questions.find((question) => guideKey(guide, question) === key);
}
