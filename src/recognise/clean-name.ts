import { tidy, unescape } from './text.ts';

/** What shops put around a name that is not of it: words before it, a label whose value stood elsewhere ('Model:'). */
const AROUND = /^(?:details about|buy|купить)[\s:]+(?=\S{2})|\s+[\p{L}\p{N}.]{1,20}\s?[:：]$/giu;

/** A name as a person would say it: entities undone, blanks collapsed, words of the shop around it dropped. */
export function cleanName(text: string): string {
  const whole = tidy(unescape(text.slice(0, 2000)).replace(/<\/?[a-z][^<>]{0,200}>/giu, ' '));
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
