import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const PLACES = {
  chromium: [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  firefox: [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

/**
 * Starts a browser, headless.
 *
 * @param {'chromium' | 'firefox'} name
 * @throws {Error} when it is not installed: a browser that is not there is a failure, not a pass.
 */
export async function launch(name) {
  const executablePath = PLACES[name].find((place) => place && existsSync(place));
  if (executablePath === undefined) {
    throw new Error(`No ${name} here: install it, or name its program in ${name.toUpperCase()}.`);
  }
  return name === 'firefox'
    ? puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
    : puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
