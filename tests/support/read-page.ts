import { readFileSync } from 'node:fs';

/** A document of a hand-made page in `tests/fixtures/pages/`. Nothing in it runs or loads. */
export function readPage(name: string): Document {
  return pageOf(readFileSync(`tests/fixtures/pages/${name}.html`, 'utf8'));
}

export function pageOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
