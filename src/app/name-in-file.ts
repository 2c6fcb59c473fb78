/** What the person calls such things, as far as a file can be called that. */
export function nameInFile(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replaceAll(/^-+|-+$/gu, '').slice(0, 40) || 'request';
}
