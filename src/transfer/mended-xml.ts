const CDATA = '<![CDATA[';
/** An ampersand that begins nothing, or a character that XML can't have. Sites that glue their XML together write both. */
const FAULTS =
  /&(?![A-Za-z][\w.-]{0,40};|#\d{1,7};|#x[\dA-Fa-f]{1,6};)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
/** The declaration has to stand at the very beginning, and says nothing that is needed. */
const DECLARATION = /^\uFEFF?\s*<\?xml\b[^<>]*\?>/u;

/**
 * A text that is nearly XML as XML: lone ampersands stand for themselves, also in titles like `Cat & Mouse`; characters that
 * can't be there are marked as lost. What stands in CDATA keeps its ampersands. Lines stay where they are.
 */
export function mendedXml(text: string): string {
  const body = text.replace(DECLARATION, (head) => head.replace(/[^\n]/gu, ' '));
  const pieces: string[] = [];
  let at = 0;
  while (at < body.length) {
    const begin = body.indexOf(CDATA, at);
    const end = begin < 0 ? -1 : body.indexOf(']]>', begin);
    const [from, to] = end < 0 ? [body.length, body.length] : [begin, end];
    pieces.push(body.slice(at, from).replace(FAULTS, (fault) => (fault === '&' ? '&amp;' : '\uFFFD')));
    pieces.push(body.slice(from, to).replace(FAULTS, (fault) => (fault === '&' ? fault : '\uFFFD')));
    at = to;
  }
  return pieces.join('');
}
