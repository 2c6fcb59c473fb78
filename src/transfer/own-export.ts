import type { Content } from './importer.ts';

/** Whether a text is an export of Sayso's own: it is restored, not imported. */
export function isOwnExport(content: Content): boolean {
  return content.sort === 'text' && content.text.startsWith('{"sayso":');
}
