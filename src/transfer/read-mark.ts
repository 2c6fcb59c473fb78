import type { Given } from '../domain/scale.ts';
import type { RowReader } from './row-reader.ts';

interface MarkScale {
  readonly best: number;
  readonly worst: number;
  readonly zeroIsNone: boolean;
}

/**
 * A mark as people write it into tables: `4,5`, `8/10`, `80 %`, `★★★½`. A mark of another scale than the column's (`4/5` among
 * marks of ten) is none, since nobody said what it means there.
 */
export function readMark(
  reader: RowReader,
  column: string,
  text: string,
  { best, worst, zeroIsNone }: MarkScale,
): Given | undefined {
  const scale = outOf(text);
  if (scale !== undefined && scale !== best) {
    reader.remark('bad-mark', column, text);
    return undefined;
  }
  return reader.mark(column, markText(text), { best, worst }, zeroIsNone ? 0 : undefined);
}

/** The number a mark is, as digits; the text itself where it is none. */
export function markText(text: string): string {
  const stars = /^((?:★|⭐|🌟|\*)+)(½)?[☆✩]*$/u.exec(text.replace(/[\s\uFE0F]/gu, ''));
  if (stars) {
    return String(Array.from(stars[1] ?? '').length + (stars[2] === undefined ? 0 : 0.5));
  }
  return (
    /^([+-]?\d+(?:[.,]\d+)?)\s*(?:(?:\/|out of|von|sur|de)\s*\d+|%|★|⭐\uFE0F?|stars?|sterne?|points?|pts?\.?|punkte?)?$/iu.exec(
      text,
    )?.[1] ?? text
  );
}

/** The best of the scale that a mark names itself. */
export function outOf(text: string): number | undefined {
  const best = /(?:\/|\d\s*(?:out of|von|sur|de))\s*(\d{1,3})$/iu.exec(text)?.[1];
  return best === undefined ? (/\d\s*%$/u.test(text) ? 100 : undefined) : Number(best);
}
