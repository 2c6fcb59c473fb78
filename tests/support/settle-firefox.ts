import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/lib/find-browsers.mjs';
import { firefoxPreferences } from './browsers/firefox-preferences.ts';
import { quit } from './browsers/quit.ts';
import './provided.ts';

/** What it compiled, and of which Firefox that is. */
const COMPILED = ['startupCache', 'compatibility.ini'];

/**
 * Once before all tests in Firefox: a profile that has Firefox's own scripts compiled, which is a third of what each
 * start costs, and is new in everything else.
 *
 * @returns what removes it again
 */
export default async function settleFirefox(project: TestProject): Promise<() => Promise<void>> {
  const profile = await mkdtemp(join(tmpdir(), 'sayso-settled-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox').path,
    headless: true,
    args: ['--profile', profile],
    extraPrefsFirefox: firefoxPreferences({}, {}),
  });
  // What it takes to show a page is compiled then, and written down as it quits.
  await (await browser.newPage()).goto('about:blank');
  await quit(browser);
  const others = (await readdir(profile)).filter((name) => !COMPILED.includes(name));
  await Promise.all(others.map((name) => rm(join(profile, name), { recursive: true, force: true })));
  project.provide('profile', profile);
  return () => rm(profile, { recursive: true, force: true });
}
