/** A built file's path from the extension's root: Firefox reads one without the slash from the page that names it. */
export function rooted(file: string): string {
  return `/${file.replace(/^\//u, '')}`;
}
