import type { Content, Importer } from './importer.ts';
import { IMPORTERS } from './importers/index.ts';

/** Whose file it is: the first importer that recognises its columns or shape. No two should; their tests look. */
export function recogniseFile(content: Content, importers: readonly Importer[] = IMPORTERS): Importer | undefined {
  return importers.find((importer) => importer.recognises(content));
}
