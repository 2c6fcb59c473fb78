import { parseTable } from './csv.ts';
import { FileFault } from './file-problem.ts';
import type { Content } from './importer.ts';
import { parseJson } from './json.ts';
import type { Limits } from './limits.ts';
import { parseXml } from './xml.ts';

/** How a text is to be read: one document, or line by line. */
export type Shape = 'json' | 'xml' | 'lines';

/** What our own export begins with; what Letterboxd's lists do, which are two tables under each other. */
const TEXTS = ['{"sayso":', 'Letterboxd list export'];

/** By the beginning of a text. */
export function shapeOf(begin: string): Shape {
  const text = begin.replace(/^[\uFEFF\s]+/u, '');
  if (TEXTS.some((mark) => text.startsWith(mark))) {
    return 'lines';
  }
  return /^[[{]/u.test(text) ? 'json' : text.startsWith('<') ? 'xml' : 'lines';
}

/**
 * Reads a text by its shape.
 *
 * @throws {FileFault} `empty`, `broken-json`, `broken-xml`, `nested-too-deeply`, `not-recognised` for a web page
 */
export function readContent(text: string, shape: Shape, limits: Limits): Content {
  const begin = text.slice(0, 200).trimStart();
  if (begin === '' && text.trim() === '') {
    throw new FileFault('empty');
  }
  if (shape === 'json') {
    return { sort: 'json', value: parseJson(text, limits.jsonDepth) };
  }
  if (shape === 'xml') {
    if (/^<(?:!doctype )?html[\s>]/iu.test(begin)) {
      throw new FileFault('not-recognised', { detail: 'a web page' });
    }
    return { sort: 'xml', root: parseXml(text, limits.xmlDepth) };
  }
  return TEXTS.some((mark) => begin.startsWith(mark))
    ? { sort: 'text', text }
    : { sort: 'table', table: parseTable(text) };
}
