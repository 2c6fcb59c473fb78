import type { HalfStars } from '../domain/scale.ts';
import type { Extension } from './extension.ts';

/** Half stars as they are shown, 0 for no rating. */
export type Shown = HalfStars | 0;

/** All that the stars say. None of it is ever a text node: what a page can find, it can read. */
export interface Texts {
  readonly language: string;
  /** By half stars, 0 to 10: 'Not rated yet', '0.5 stars', … */
  readonly values: readonly string[];
  readonly clear: string;
  readonly undo: string;
  readonly saved: string;
  readonly cleared: string;
  readonly undone: string;
  readonly failed: string;
  labelOf(name: string): string;
  labelOfValue(name: string, shown: Shown): string;
}

/** Stands for a name until one is known. */
const GAP = '\uFFFC';
/** Longer names are cut where they are spoken. */
const SPOKEN_LENGTH = 150;

/** Reads them all at once: after an update of the extension there is nobody left to ask. */
export function readTexts({ i18n }: Extension): Texts {
  const say = (key: string, ...parts: string[]): string => i18n.getMessage(`stars_${key}`, parts);
  const language = i18n.getUILanguage();
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const label = say('label_of', GAP);
  const valued = say('label_of_value', GAP, `${GAP}${GAP}`);
  const values = [say('none')];
  for (let half = 1; half <= 10; half += 1) {
    const form = plural.select(half / 2) === 'one' ? 'one' : 'other';
    values.push(say(`value_${form}`, number.format(half / 2)));
  }
  return {
    language,
    values,
    clear: say('clear'),
    undo: say('undo'),
    saved: say('saved'),
    cleared: say('cleared'),
    undone: say('undone'),
    failed: say('failed'),
    labelOf: (name) => label.replace(GAP, () => short(name)),
    labelOfValue: (name, shown) =>
      valued.replace(`${GAP}${GAP}`, () => values[shown] ?? '').replace(GAP, () => short(name)),
  };
}

function short(name: string): string {
  return name.slice(0, SPOKEN_LENGTH).replace(/\p{Cs}/gu, '');
}
