import { decodeHTMLStrict } from 'entities/decode';

/** Elements after which a new line begins. */
const BREAKS = /<(?:br|\/p|\/div|\/li|\/blockquote|\/h\d)\b[^<>]*>/giu;
/** A tag: a letter must follow, so that `a < b` and `<3` stay. */
const TAGS = /<\/?[a-z][^<>]*>/giu;

/** What a review written with HTML says as plain text: breaks become line ends, other tags go, entities are read once. */
export function plainText(html: string): string {
  return (
    decodeHTMLStrict(html.replace(BREAKS, '\n').replace(TAGS, ''))
      // Looked for from the beginning of each run of blanks only: a long run without a line end is looked at once.
      .replace(/(?<![^\S\n])[^\S\n]*\n[^\S\n]*/gu, '\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim()
  );
}
