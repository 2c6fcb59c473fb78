import type { Importer } from '../importer.ts';
import { goodreadsLibrary } from './goodreads-library.ts';

/** Every format Sayso reads, in the order in which they are tried. */
export const IMPORTERS: readonly Importer[] = [goodreadsLibrary];
