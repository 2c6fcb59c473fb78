import type { Given } from '../../../domain/scale.ts';
import type { Question } from '../../importer.ts';

export type AnilistScale = Omit<Given, 'value'>;

/** By what the person answers. */
export const ANILIST_SCALES: ReadonlyMap<string, AnilistScale> = new Map([
  ['100', { best: 100, worst: 1 }],
  ['10', { best: 10, worst: 1 }],
  ['10-decimal', { best: 10, worst: 0.1 }],
  ['5', { best: 5, worst: 1 }],
  ['3', { best: 3, worst: 1 }],
]);

/** AniList's own word for a scale, `POINT_10_DECIMAL`, as the answer that means it. */
export function anilistFormat(scoreFormat: string): string {
  return scoreFormat.replace(/^POINT_/u, '').replace('_DECIMAL', '-decimal');
}

/** A mark over 10 tells, and so does a fraction; a list without marks leaves nothing to ask. */
export function askForAnilistScale(marks: readonly number[]): Question[] {
  const scores = marks.filter((score) => score > 0);
  const suggested = scores.some((score) => score > 10)
    ? '100'
    : scores.some((score) => !Number.isInteger(score))
      ? '10-decimal'
      : undefined;
  const choices = [...ANILIST_SCALES.keys()].map((value) => ({ value }));
  return scores.length === 0 ? [] : [{ id: 'scale', choices, ...(suggested !== undefined && { suggested }) }];
}
