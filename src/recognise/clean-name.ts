import { tidy, unescape } from './text.ts';

/** What shops put around a name that is not of it. */
const BEFORE = /^(?:details about|buy|shop|купить|kaufen sie|acheter|comprar)[\s:]+(?=\S{2})/iu;
const PRICE_BEFORE = /^(?:[$€£¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£¥₹]|kr|zł|Kč))\s*[·|:–—-]\s*/u;
/** A label whose value stood in another element: 'Model:'. */
const DANGLING = /\s+[\p{L}\p{N}.]{1,20}\s?[:：]$/u;

/** A name as a person would say it: entities undone, blanks collapsed, words of the shop around it dropped. */
export function cleanName(text: string): string {
  let name = tidy(unescape(text.slice(0, 2000)).replace(/<\/?[a-z][^<>]{0,200}>/giu, ' '));
  for (const pattern of [BEFORE, PRICE_BEFORE, DANGLING]) {
    const rest = name.replace(pattern, '').trim();
    name = rest === '' ? name : rest;
  }
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** The parts a page's title is put together from: 'Name - Shop', 'Name | Category | Shop'. */
export function titleParts(title: string): readonly string[] {
  return title
    .split(/\s+[-–—|·•:»«‹›/⭐]\s+|\s*[|｜]\s*|\s+@\s+/u)
    .map(cleanName)
    .filter(Boolean);
}
