export type FileKind = 'empty' | 'zip' | 'gzip' | 'text' | 'other';

/** What files begin with that are no text: pictures, documents, archives Sayso does not open, programs, databases. */
const OTHERS = [
  '\u0089PNG',
  '\u00FF\u00D8\u00FF', // JPEG
  'GIF8',
  'RIFF',
  'BM\u00B6', // one of the commoner bitmaps
  '%PDF-',
  '{\\rtf',
  '7z\u00BC\u00AF',
  'Rar!\u001A',
  'BZh',
  '\u00FD7zXZ',
  '\u0028\u00B5\u002F\u00FD', // Zstandard
  '\u00D0\u00CF\u0011\u00E0', // office documents of before 2007
  'SQLite format 3',
  '\u007FELF',
  'wOF',
  'OggS',
  'ID3',
];
/** Of a hundred characters, how many may be none that a text has. */
const CONTROLS_OF_100 = 4;

/** What a file is by its first bytes. Never by its name. */
export function fileKind(head: Uint8Array): FileKind {
  if (head.length === 0) {
    return 'empty';
  }
  if (head[0] === 0x50 && head[1] === 0x4b && isZipMark(head[2], head[3])) {
    return 'zip';
  }
  if (head[0] === 0x1f && head[1] === 0x8b) {
    return 'gzip';
  }
  const begin = String.fromCharCode(...head.subarray(0, 16));
  const isOther = OTHERS.some((mark) => begin.startsWith(mark)) || begin.startsWith('ftyp', 4);
  return isOther || (wideForm(head) === undefined && hasControls(head)) ? 'other' : 'text';
}

/**
 * Whether two bytes each are one character, or four, and in which order. Without a mark at the beginning two, where every
 * other is NUL.
 */
export function wideForm(head: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | undefined {
  const [one, two, three, four] = head;
  if (one === 0xff && two === 0xfe && three === 0 && four === 0) {
    return 'utf-32le';
  }
  if (one === 0 && two === 0 && three === 0xfe && four === 0xff) {
    return 'utf-32be';
  }
  if (head[0] === 0xff && head[1] === 0xfe) {
    return 'utf-16le';
  }
  if (head[0] === 0xfe && head[1] === 0xff) {
    return 'utf-16be';
  }
  const pairs = Math.min(head.length, 512) >> 1;
  let first = 0;
  let second = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    first += head[at] === 0 && head[at + 1] !== 0 ? 1 : 0;
    second += head[at] !== 0 && head[at + 1] === 0 ? 1 : 0;
  }
  const most = pairs * 0.9;
  return pairs < 2 ? undefined : second >= most ? 'utf-16le' : first >= most ? 'utf-16be' : undefined;
}

/** A file in it, none at all, or the first of several volumes. */
function isZipMark(third: number | undefined, fourth: number | undefined): boolean {
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8);
}

/** A NUL in a cell is a fault of that cell; a file full of them is no text. */
function hasControls(head: Uint8Array): boolean {
  const controls = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  return controls > 1 && controls * 100 > head.length * CONTROLS_OF_100;
}
