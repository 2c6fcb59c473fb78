/** What Letterboxd takes in a review, and how HTML writes what is none. */
const MARKUP = /<\/?(?:b|i|em|strong|br|p|a|blockquote)\b[^<>]*>|&(?:amp|lt|gt|quot|apos|nbsp|#x?[\da-f]{1,6});/iu;

/** Whether a review of a table for Letterboxd is HTML. Without any mark of that, its words are as they stand: some tools write them plain. */
export function isMarkup(text: string): boolean {
  return MARKUP.test(text);
}
