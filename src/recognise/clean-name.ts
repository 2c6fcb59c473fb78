import { tidy, unescape } from './text.ts';

/** What shops put around a name that is not of it: words, a price, a label whose value stood elsewhere ('Model:'). */
const AROUND = [
  /^(?:details about|buy|купить)[\s:]+(?=\S{2})/iu,
  /^(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£]|kr|zł))\s*[·|:–—-]\s*/u,
  /\s+[\p{L}\p{N}.]{1,20}\s?[:：]$/u,
];

/** A name as a person would say it: entities undone, blanks collapsed, words of the shop around it dropped. */
export function cleanName(text: string): string {
  let name = tidy(unescape(text.slice(0, 2000)).replace(/<\/?[a-z][^<>]{0,200}>/giu, ' '));
  for (const pattern of AROUND) {
    name = name.replace(pattern, '') || name;
  }
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** The parts a page's title is put together from: 'Name - Shop', 'Name | Category | Shop'. */
export function titleParts(title: string): readonly string[] {
  return title
    .split(/\s+[-–—·•»«‹›/⭐]\s+|\s*[|｜]\s*/u)
    .map(cleanName)
    .filter(Boolean);
}
