/** What a dropped file may cost at most. Whatever a header promises, what comes out is counted. */
export interface Limits {
  /** Files, those in archives and folders of archives included. */
  readonly files: number;
  /** Of one file, unpacked. */
  readonly fileBytes: number;
  /** Of everything dropped together, unpacked. */
  readonly totalBytes: number;
  /** Of JSON and XML, which can't be read in part. */
  readonly documentBytes: number;
  /** Unpacked by packed size. No writing of people comes near it. */
  readonly ratio: number;
  /** Below this a ratio says nothing. */
  readonly ratioFromBytes: number;
  /** Characters of one line, where lines are rows. */
  readonly lineLength: number;
  /** Lists in lists of JSON. */
  readonly jsonDepth: number;
  /** Elements in elements of XML. */
  readonly xmlDepth: number;
}

const MEBIBYTE = 1_048_576;

export const LIMITS: Limits = {
  files: 20_000,
  fileBytes: 256 * MEBIBYTE,
  totalBytes: 1_024 * MEBIBYTE,
  documentBytes: 128 * MEBIBYTE,
  ratio: 200,
  ratioFromBytes: 16 * MEBIBYTE,
  lineLength: 2_000_000,
  jsonDepth: 200,
  xmlDepth: 50,
};
