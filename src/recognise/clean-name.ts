import { tidy, unescape } from './text.ts';

/** What shops put around a name that is not of it: words before it, a pitch after it, a label whose value stood elsewhere: 'Model:'. */
const AROUND = /^(?:details about|buy|купить)[\s:]+(?=\S{2})|\s- buy\s.*|\s+\S{1,20}\s?[:：]$/giu;

/** What is plainly a tag: an end, a break, what has an end or an attribute. `Vec<T>` and `<algorithm>` are words. */
const TAG = /<(?:\/|br\b|(\w+)\b(?=.*<\/\1)|\w+ [^<>]*=)[^<>]*>/gisu;

/** A name as a person would say it: entities undone, blanks collapsed, words of the shop around it dropped. */
export function cleanName(text: string): string {
  const plain = unescape(text.slice(0, 2000));
  const whole = tidy(plain.replace(TAG, ' '));
  const name = whole.replace(AROUND, '') || whole;
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** The parts a page's title is put together from: 'Name - Shop', 'Name | Category | Shop'. */
export function titleParts(title: string): readonly string[] {
  return title
    .split(/\s+[-–—·•»«‹›/⭐]\s+|\s*[|｜]\s*/u)
    .map(cleanName)
    .filter(Boolean);
}
