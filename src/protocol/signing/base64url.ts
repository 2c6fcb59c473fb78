/** Base64 with the letters of addresses, without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param size - how many bytes there have to be
 * @returns `undefined` when the text is not the one text of that many bytes.
 */
export function fromBase64Url(text: string, size: number): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/u.test(text) || text.length !== Math.ceil((size * 4) / 3)) {
    return undefined;
  }
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  // The last letter has bits to spare: only one text of the several that decode alike is taken.
  return toBase64Url(bytes) === text ? bytes : undefined;
}
