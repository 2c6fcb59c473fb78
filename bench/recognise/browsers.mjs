import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/lib/find-browsers.mjs';

/**
 * Starts a browser, headless.
 *
 * @param {'chromium' | 'firefox'} name
 * @throws {Error} when it is not installed: a browser that is not there is a failure, not a pass.
 */
export async function launch(name) {
  const executablePath = findBrowser(name).path;
  return name === 'firefox'
    ? puppeteer.launch({ browser: 'firefox', executablePath, headless: true, protocolTimeout: 0 })
    : puppeteer.launch({
        executablePath,
        headless: true,
        protocolTimeout: 0, // an import of a million rows takes minutes
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], // root can't have one
      });
}
