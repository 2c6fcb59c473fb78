import { constants, deflateRawSync } from 'node:zlib';

/** A file of an archive made by hand, so that it can lie. */
export interface ZipPart {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Else it is stored. */
  readonly isDeflated?: boolean;
  /** Bytes as they lie in the archive, whatever the content. */
  readonly packed?: Uint8Array;
  /** What the headers say instead of the truth. */
  readonly claimedBytes?: number;
  readonly claimedCrc?: number;
  readonly claimedMethod?: number;
  readonly isEncrypted?: boolean;
  /** Sizes stand behind the bytes. */
  readonly hasDescriptor?: boolean;
  /** Sizes and places of 64 bits. */
  readonly isZip64?: boolean;
}

/** An archive, byte by byte as its format is written down. */
export function makeZip(...parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = recordsOf(part, offset);
    files.push(local);
    list.push(central);
    offset += local.length;
  }
  const listBytes = list.reduce((sum, { length }) => sum + length, 0);
  const isZip64 = parts.some((part) => part.isZip64);
  const end = isZip64 ? [...endOf64(parts.length, listBytes, offset)] : [];
  const [count, size, place] = isZip64 ? [0xffff, 0xffffffff, 0xffffffff] : [parts.length, listBytes, offset];
  return joined([
    ...files,
    ...list,
    ...end,
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, place], [2, 0]),
  ]);
}

/** Raw deflate of very many equal bytes, made without packing them all: `blocks` times the same mebibyte. */
export function deflatedBytes(byte: number, blocks: number): Uint8Array<ArrayBuffer> {
  const mebibyte = deflateRawSync(new Uint8Array(1_048_576).fill(byte), { finishFlush: constants.Z_FULL_FLUSH });
  return joined([...Array.from({ length: blocks }, () => mebibyte), deflateRawSync(new Uint8Array())]);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function recordsOf(part: ZipPart, offset: number): { local: Uint8Array; central: Uint8Array } {
  const path = new TextEncoder().encode(part.path);
  const content = typeof part.content === 'string' ? new TextEncoder().encode(part.content) : part.content;
  const isDeflated = part.isDeflated === true || part.packed !== undefined;
  const packed = part.packed ?? (isDeflated ? deflateRawSync(content) : content);
  const { hasDescriptor = false, isZip64 = false } = part;
  const flags = 0x0800 | (part.isEncrypted ? 1 : 0) | (hasDescriptor ? 8 : 0);
  const crc = part.claimedCrc ?? crc32(content);
  const size = part.claimedBytes ?? content.length;
  const common = [
    [2, 45],
    [2, flags],
    [2, part.claimedMethod ?? (isDeflated ? 8 : 0)],
    [4, 0x58210000],
  ] as const;
  const sizes = (isHere: boolean): (readonly [number, number])[] =>
    isZip64
      ? [
          [4, isHere ? crc : 0],
          [4, 0xffffffff],
          [4, 0xffffffff],
        ]
      : [
          [4, isHere ? crc : 0],
          [4, isHere ? packed.length : 0],
          [4, isHere ? size : 0],
        ];
  const wide = fields([2, 1], [2, 16], [8, size], [8, packed.length]);
  const extra = isZip64 ? wide : new Uint8Array();
  const local = joined([
    fields([4, 0x04034b50], ...common, ...sizes(!hasDescriptor), [2, path.length], [2, extra.length]),
    path,
    extra,
    packed,
    hasDescriptor ? fields([4, 0x08074b50], [4, crc], [4, packed.length], [4, size]) : new Uint8Array(),
  ]);
  const central = joined([
    fields([4, 0x02014b50], [2, 45], ...common, ...sizes(true), [2, path.length], [2, extra.length]),
    fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
    path,
    extra,
  ]);
  return { local, central };
}

function endOf64(count: number, listBytes: number, offset: number): Uint8Array[] {
  return [
    fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]),
    fields([8, listBytes], [8, offset]),
    fields([4, 0x07064b50], [4, 0], [8, offset + listBytes], [4, 1]),
  ];
}

/** Numbers of so many bytes, the lowest first. */
function fields(...list: readonly (readonly [bytes: number, value: number])[]): Uint8Array {
  return new Uint8Array(
    list.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256)),
  );
}

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}
