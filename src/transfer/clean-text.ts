/** Control characters that no text needs: all but tab and line feed. */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;
/** Turn the reading direction of everything behind them around. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text of a file as it may be kept and shown: line ends as line feeds; no control characters, no overrides of the reading
 * direction, no halves of characters.
 *
 * @returns `hadBad`: something other than a line end was dropped or replaced
 */
export function cleanText(text: string): { text: string; hadBad: boolean } {
  const lines = text.replace(/\r\n?/gu, '\n');
  const clean = lines.toWellFormed().replace(CONTROLS, '').replace(DIRECTIONS, '');
  return { text: clean, hadBad: clean !== lines };
}
