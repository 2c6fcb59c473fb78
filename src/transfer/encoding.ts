/**
 * How letters can be written in a file, by the names that browsers have for it; `utf-32…` only Sayso knows. Each has a text in
 * the interface: `import_encoding_<name>`. In the order in which they are offered.
 */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Gives the text of bytes piece by piece, without a mark of their order at the beginning. */
export interface Decoder {
  /** @throws {Error} where it was made to, and bytes are no characters */
  decode(piece?: Uint8Array, options?: { readonly stream?: boolean }): string;
}
