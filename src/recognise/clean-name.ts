import { tidy, unescape } from './text.ts';

/** What shops put around a name that is not of it: words before it, a pitch after it. */
const AROUND = /^(?:details about|buy|купить)[\s:]+(?=\S{2})|\s- buy\s.*/iu;
/** A label whose value stood elsewhere: 'Model:'. */
const DANGLING = /\s+\S{1,20}\s?[:：]$/u;

/** Markup that stands in names. `<map>` and `<T>` are words: of C++, of types. */
const TAG =
  /<(\/?)(a|b|big|br|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|nobr|p|q|s|script|small|span|strong|style|sub|sup|u|ul|wbr)(\s[^<>]{0,200})?\/?>/giu;
/** Those that have no end. */
const VOID = /^(?:br|hr|img|wbr)$/iu;

/** A name as a person would say it: entities undone, blanks collapsed, words of the shop around it dropped. */
export function cleanName(text: string): string {
  const plain = unescape(text.slice(0, 2000));
  const whole = tidy(plain.includes('<') ? withoutTags(plain) : plain);
  const rest = whole.replace(AROUND, '');
  const name = (/[:：]$/u.test(rest) ? rest.replace(DANGLING, '') : rest) || whole;
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** Without tags that are plainly such: void, with an attribute, or of a pair. `Vec<U>` has none of that. */
function withoutTags(text: string): string {
  return text.replace(TAG, (tag, end: string, name: string, rest = '') => {
    const other = end === '' ? `</${name}>` : `<${name}`;
    const isTag = VOID.test(name) || String(rest).includes('=') || text.toLowerCase().includes(other.toLowerCase());
    return isTag ? ' ' : tag;
  });
}

/** The parts a page's title is put together from: 'Name - Shop', 'Name | Category | Shop'. */
export function titleParts(title: string): readonly string[] {
  return title
    .split(/\s+[-–—·•»«‹›/⭐]\s+|\s*[|｜]\s*/u)
    .map(cleanName)
    .filter(Boolean);
}
