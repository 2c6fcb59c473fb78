import type { Exporter } from '../exporter.ts';
import { goodreadsCsv } from './goodreads-csv.ts';
import { imdbCsv } from './imdb-csv.ts';
import { letterboxdCsv } from './letterboxd-csv.ts';
import { storygraphCsv } from './storygraph-csv.ts';

/** Every format of other services that Sayso writes, in the order in which they are offered. */
export const EXPORTERS: readonly Exporter[] = [imdbCsv, letterboxdCsv, goodreadsCsv, storygraphCsv];
