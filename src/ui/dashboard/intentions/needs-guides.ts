import type { ItemKind } from '../../../domain/item.ts';
import type { UnitCode } from '../../../domain/quantity.ts';
import type { RequirementStrength } from '../../../domain/requirement.ts';

/** What a question is answered with. */
export type GuideAnswerKind =
  /** Some of these; each has its text as `guide_option_<name>`. Of several any will do, or it has to be right for all. */
  | { readonly kind: 'options'; readonly options: readonly string[]; readonly isAll: boolean }
  /** Some of these: names that are the same in every language. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** A number that is the most, the least, or just what it has to be. */
  | { readonly kind: 'number'; readonly bound: 'max' | 'min' | 'exact'; readonly unit?: UnitCode }
  | { readonly kind: 'flag' }
  | { readonly kind: 'words' };

export interface GuideQuestion {
  /** Its text is `guide_<guide>_<name>`; with the guide's name it is the key under which the answer is remembered. */
  readonly name: string;
  /** What is required by the answer: its text is `guide_property_<property>`. */
  readonly property: string;
  readonly answer: GuideAnswerKind;
  readonly strength: RequirementStrength;
}

/** What a good shopkeeper asks before anything is shown. Its name in words is `guide_<name>`. */
export interface NeedsGuide {
  readonly name: 'pushchair' | 'laptop' | 'bicycle' | 'trip' | 'repair';
  readonly kind: ItemKind;
  readonly questions: readonly GuideQuestion[];
}

const most = (unit: string) => ({ kind: 'number', bound: 'max', unit: unit as UnitCode }) as const;
const least = (unit: string) => ({ kind: 'number', bound: 'min', unit: unit as UnitCode }) as const;
const exactly = (unit?: string) =>
  ({ kind: 'number', bound: 'exact', ...(unit !== undefined && { unit: unit as UnitCode }) }) as const;
const anyOf = (...options: readonly string[]) => ({ kind: 'options', options, isAll: false }) as const;
const allOf = (...options: readonly string[]) => ({ kind: 'options', options, isAll: true }) as const;
const flag = { kind: 'flag' } as const;
const words = { kind: 'words' } as const;

export const GUIDES: readonly NeedsGuide[] = [
  {
    name: 'pushchair',
    kind: 'Product',
    questions: [
      { name: 'age', property: 'suited', answer: allOf('newborn', 'baby', 'toddler', 'twins'), strength: 'must' },
      { name: 'ground', property: 'ground', answer: allOf('pavement', 'cobbles', 'paths'), strength: 'prefer' },
      { name: 'weight', property: 'weight', answer: most('KGM'), strength: 'must' },
      { name: 'width', property: 'width', answer: most('CMT'), strength: 'must' },
      { name: 'fold', property: 'fold', answer: flag, strength: 'prefer' },
      { name: 'car', property: 'car_seat', answer: flag, strength: 'prefer' },
    ],
  },
  {
    name: 'laptop',
    kind: 'Product',
    questions: [
      {
        name: 'use',
        property: 'use',
        answer: allOf('office', 'pictures', 'programming', 'games'),
        strength: 'prefer',
      },
      {
        name: 'system',
        property: 'system',
        answer: { kind: 'names', names: ['Linux', 'Windows', 'macOS', 'ChromeOS'] },
        strength: 'must',
      },
      { name: 'screen', property: 'screen', answer: least('INH'), strength: 'prefer' },
      { name: 'memory', property: 'memory', answer: least('E34'), strength: 'must' },
      { name: 'storage', property: 'storage', answer: least('E34'), strength: 'must' },
      { name: 'battery', property: 'battery', answer: least('HUR'), strength: 'prefer' },
      { name: 'weight', property: 'weight', answer: most('KGM'), strength: 'prefer' },
    ],
  },
  {
    name: 'bicycle',
    kind: 'Product',
    questions: [
      { name: 'use', property: 'use', answer: allOf('town', 'commuting', 'forest', 'loads'), strength: 'prefer' },
      { name: 'height', property: 'rider', answer: exactly('CMT'), strength: 'must' },
      { name: 'motor', property: 'motor', answer: flag, strength: 'must' },
      { name: 'step', property: 'low_step', answer: flag, strength: 'prefer' },
      { name: 'lights', property: 'lights', answer: flag, strength: 'prefer' },
      { name: 'weight', property: 'weight', answer: most('KGM'), strength: 'prefer' },
    ],
  },
  {
    name: 'trip',
    kind: 'Service',
    questions: [
      { name: 'where', property: 'destination', answer: words, strength: 'must' },
      { name: 'nights', property: 'nights', answer: exactly(), strength: 'must' },
      { name: 'people', property: 'people', answer: exactly(), strength: 'must' },
      { name: 'by', property: 'travel', answer: anyOf('train', 'coach', 'ferry', 'plane'), strength: 'prefer' },
      {
        name: 'board',
        property: 'board',
        answer: anyOf('kitchen', 'breakfast', 'half_board', 'full_board'),
        strength: 'prefer',
      },
      { name: 'steps', property: 'step_free', answer: flag, strength: 'must' },
    ],
  },
  {
    name: 'repair',
    kind: 'Service',
    questions: [
      { name: 'thing', property: 'model', answer: words, strength: 'must' },
      { name: 'fault', property: 'fault', answer: words, strength: 'must' },
      { name: 'place', property: 'place', answer: anyOf('at_home', 'workshop', 'by_post'), strength: 'prefer' },
      { name: 'estimate', property: 'estimate', answer: flag, strength: 'must' },
      { name: 'parts', property: 'used_parts', answer: flag, strength: 'prefer' },
      { name: 'guarantee', property: 'guarantee', answer: least('MON'), strength: 'prefer' },
    ],
  },
];

/** The key of the preference under which an answer is remembered. */
export function guideKey({ name }: NeedsGuide, question: GuideQuestion): string {
  return `${name}-${question.name}`;
}

/** The guide that remembers under a key, if one does. */
export function guideOfKey(key: string): NeedsGuide | undefined {
  return GUIDES.find((guide) => guide.questions.some((question) => guideKey(guide, question) === key));
}
