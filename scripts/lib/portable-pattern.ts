/** Texts of which something is to be read, of which no dialect has a word of its own: no blanks alone, no control characters. */
const TEXT = String.raw`^[^\x00-\x08\x0B\x0C\x0E-\x1F\x7F]*[^ \t\r\n\x00-\x1F\x7F][^\x00-\x08\x0B\x0C\x0E-\x1F\x7F]*$`;
const SOMETHING = String.raw`[^ \t\r\n]`;

/**
 * A pattern in words that every dialect of regular expressions has and takes alike, without flags (RE2, PCRE, Java, Python,
 * ECMAScript). It lets pass whatever the pattern lets pass, and may let pass more: what the dialects have no common word for
 * (classes of Unicode, looking ahead) is left out.
 *
 * @throws {Error} for one that would refuse what the pattern takes
 */
export function portablePattern(source: string): string {
  if (source.includes(String.raw`\p{`)) {
    return source.startsWith('^') ? TEXT : SOMETHING;
  }
  const plain = source
    .replace(/\(\?=[^()]*\)/gu, '')
    .replaceAll('(?:', '(')
    .replace(/\[(?:[^\]\\]|\\.)*\]|\\[dw]/gu, (part) => (part.startsWith('[') ? spelled(part) : `[${spelled(part)}]`));
  if (/\(\?|\\[^.xtrnS]/u.test(plain)) {
    throw new Error(`no portable form of ${source}`);
  }
  return plain;
}

/** Some dialects count letters and digits of all scripts among these. */
function spelled(part: string): string {
  return part.replaceAll(String.raw`\d`, '0-9').replaceAll(String.raw`\w`, 'A-Za-z0-9_');
}
