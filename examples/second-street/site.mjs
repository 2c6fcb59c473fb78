import { readFileSync } from 'node:fs';
import { pictureOf } from '../serve/picture.mjs';
import { THINGS } from './public/things.js';

const SHELL = readFileSync(new URL('public/index.html', import.meta.url), 'utf8');
const PALETTES = [
  ['#e9ebfb', '#ffffff', '#2f3fa6'],
  ['#2f3fa6', '#ffd166', '#ffffff'],
  ['#ffe3d3', '#ff8552', '#3a1b6b'],
  ['#d7f0ec', '#2a9d8f', '#123b55'],
];

/** Second Street is one page: every address of a thing gives the same shell, and the page's script shows the thing. */
export function render(path) {
  const [, folder, name = '', rest] = path.split('/');
  if (rest !== undefined) {
    return undefined;
  }
  if (folder === 'thing') {
    return THINGS.some(({ slug }) => slug === name) ? { body: SHELL } : undefined;
  }
  const thing = folder === 'pictures' ? THINGS.find(({ gtin }) => `${gtin}.svg` === name) : undefined;
  return thing && { type: 'image/svg+xml; charset=utf-8', body: pictureOf(thing, PALETTES) };
}
