/** Plain text as HTML that says the same, for services whose reviews are HTML: the opposite of `plainText`. */
export function htmlOf(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br/>');
}
