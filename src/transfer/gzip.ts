/** The bytes of a stream, compressed. */
export function gzip(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough<Uint8Array<ArrayBuffer>>(new CompressionStream('gzip'));
}

/** What was compressed. Fails as it is read where it was no gzip, or is cut off. */
export function gunzip(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough<Uint8Array<ArrayBuffer>>(new DecompressionStream('gzip'));
}

/** @param bytes - the start of a file; one of a single byte may be cut off behind it */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && (bytes.length === 1 || bytes[1] === 0x8b);
}
