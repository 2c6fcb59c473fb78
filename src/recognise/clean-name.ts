import { tidy, unescape } from './text.ts';

/** What shops put around a name that is not of it: words before it, a pitch after it. */
const AROUND = /^(?:details about|buy|купить)[\s:]+(?=\S{2})|\s- buy\s.*/iu;
/** A label whose value stood elsewhere: 'Model:'. */
const DANGLING = /\s+\S{1,20}\s?[:：]$/u;

/** A name as a person would say it: entities undone, blanks collapsed, words of the shop around it dropped. */
export function cleanName(text: string): string {
  const plain = unescape(text.slice(0, 2000));
  const whole = tidy(plain.includes('<') ? plain.replace(/<\/?[a-z][^<>]{0,200}>/giu, ' ') : plain);
  const rest = whole.replace(AROUND, '');
  const name = (/[:：]$/u.test(rest) ? rest.replace(DANGLING, '') : rest) || whole;
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** The parts a page's title is put together from: 'Name - Shop', 'Name | Category | Shop'. */
export function titleParts(title: string): readonly string[] {
  return title
    .split(/\s+[-–—·•»«‹›/⭐]\s+|\s*[|｜]\s*/u)
    .map(cleanName)
    .filter(Boolean);
}
