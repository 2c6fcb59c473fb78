/**
 * Draws public/icons/sayso-<size>.png from the drawings, in headless Chromium. The results are committed: run
 * this after a change of the drawing, with `node scripts/draw-icons.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './lib/find-browsers.mjs';

/** Those that the manifest names: nothing is shipped that nobody asks for. */
const SIZES = [16, 32, 48, 96, 128];
const folder = new URL('../public/icons/', import.meta.url);
/** Up to 19 pixels the drawing that has fewer, fatter forms on whole pixels. */
const small = new URL('icons/sayso-16.svg', import.meta.url);
const large = new URL('sayso.svg', folder);

const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium').path,
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
try {
  for (const size of SIZES) {
    await draw(await browser.newPage(), size);
  }
} finally {
  await browser.close();
}

/** @param {number} size - width and height in pixels */
async function draw(page, size) {
  const drawing = await readFile(size < 20 ? small : large, 'base64');
  const source = `data:image/svg+xml;base64,${drawing}`;
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0"><img src="${source}" width="${size}" height="${size}" style="display:block">`,
  );
  await page.waitForSelector('img');
  await page.evaluate(() => document.images[0].decode());
  const png = await page.screenshot({ omitBackground: true });
  const file = new URL(`sayso-${size}.png`, folder);
  await writeFile(file, png);
  console.log(`${fileURLToPath(file)}: ${png.length} bytes`);
  await page.close();
}
