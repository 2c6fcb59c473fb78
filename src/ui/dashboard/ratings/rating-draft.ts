import type { DescribeInput } from '../../../app/describe-item.ts';
import type { EditInput } from '../../../app/edit-rating.ts';
import type { RatingRow } from '../../../app/rating-rows.ts';
import type { ItemKind } from '../../../domain/item.ts';
import type { Moment } from '../../../domain/moment.ts';
import type { Rating } from '../../../domain/rating.ts';
import { commonValue, givenByStars, type HalfStars, halfStarsOf } from '../../../domain/scale.ts';
import { momentOfParts, type MomentParts, partsOf } from './moment-parts.ts';

/** A rating and its item as they stand in the form: what was typed, right or wrong. */
export interface RatingDraft {
  readonly halfStars: HalfStars | 0;
  readonly note: string;
  readonly tags: readonly string[];
  readonly when: MomentParts;
  readonly name: string;
  readonly kind: ItemKind;
  /** One a line. */
  readonly creators: string;
  readonly year: string;
}

/** The field that keeps a draft from being saved. */
export type DraftFault = 'stars' | 'when' | 'name' | 'year';

/** What saving a draft would change; absent where nothing would. */
export interface DraftChanges {
  readonly edit?: EditInput;
  readonly describe?: DescribeInput;
}

export function draftOf({ item, rating }: RatingRow): RatingDraft {
  return {
    halfStars: halfStarsOf(rating.value),
    note: rating.text ?? '',
    tags: rating.tags ?? [],
    when: whenOf(rating),
    name: item.name,
    kind: item.kind,
    creators: (item.creators ?? []).join('\n'),
    year: item.year === undefined ? '' : String(item.year),
  };
}

/** The first thing that is wrong with a draft, in the order of the form. */
export function faultOf(draft: RatingDraft, row: RatingRow): DraftFault | undefined {
  if (draft.halfStars === 0) {
    return 'stars';
  }
  if (!isSameDay(draft.when, row.rating) && momentOfParts(draft.when, row.rating.ratedAt) === undefined) {
    return 'when';
  }
  if (draft.name.trim() === '') {
    return 'name';
  }
  return /^\d{0,4}$/u.test(draft.year.trim()) ? undefined : 'year';
}

/**
 * What the draft changes of a row. A mark that was only looked at keeps its own scale.
 *
 * @param draft - one without a {@link faultOf fault}
 */
export function changesOf(draft: RatingDraft, row: RatingRow): DraftChanges {
  const { item, rating } = row;
  const edit = {
    ...(draft.halfStars === 0 || draft.halfStars === halfStarsOf(commonValue(rating.given) ?? rating.value)
      ? {}
      : { given: givenByStars(draft.halfStars) }),
    ...changed('text', draft.note.trim() === '' ? null : draft.note.trim(), rating.text ?? null),
    ...changed('tags', draft.tags, rating.tags ?? []),
    // One of an unknown date gains one when the person gives it, be it the very day that it came here.
    ...(isSameDay(draft.when, rating)
      ? {}
      : dated(momentOfParts(draft.when, rating.isUndated ? undefined : rating.ratedAt))),
  };
  const year = draft.year.trim();
  const describe = {
    ...changed('name', draft.name.trim(), item.name),
    ...changed('kind', draft.kind, item.kind),
    ...changed('creators', linesOf(draft.creators), item.creators ?? []),
    ...changed('year', year === '' ? null : Number(year), item.year ?? null),
  };
  return {
    ...(isEmpty(edit) ? {} : { edit: { itemId: item.id, ...edit } }),
    ...(isEmpty(describe) ? {} : { describe: { itemId: item.id, ...describe } }),
  };
}

/** Nobody knows when an undated rating was given: its fields stay empty until the person does. */
function whenOf({ ratedAt, isUndated }: Rating): MomentParts {
  return isUndated === true ? { year: '', month: '', day: '' } : partsOf(ratedAt);
}

function isSameDay(when: MomentParts, rating: Rating): boolean {
  const before = whenOf(rating);
  return when.year === before.year && when.month === before.month && when.day === before.day;
}

function dated(ratedAt: Moment | undefined): { readonly ratedAt?: Moment } {
  return ratedAt === undefined ? {} : { ratedAt };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function changed<Name extends string, Value>(name: Name, after: Value, before: unknown): { [Key in Name]?: Value } {
  return JSON.stringify(after) === JSON.stringify(before) ? {} : ({ [name]: after } as { [Key in Name]: Value });
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
