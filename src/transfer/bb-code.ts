/** Marks whose words stay. What they may hold is bounded, so that many that never end take no time. */
const MARKS =
  /\[\/?(?:b|i|u|s|sub|sup|tt|center|left|right|quote|spoiler|color|size|font|url|img|list|li|code)(?:=[^\]\n]{0,500})?\]/giu;

/** What a text with bulletin-board marks (`[b]`, `[url=…]`, `[Artist12,Name]`) says as plain text. */
export function plainFromBbCode(text: string): string {
  return text
    .replace(/\[\*\]/gu, '\n')
    .replace(/\[(?:Artist|Album|Label|Film|Genre)\d+,([^\]\n]{0,500})\]/giu, '$1')
    .replace(MARKS, '');
}
