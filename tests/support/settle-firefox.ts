import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/lib/find-browsers.mjs';
import { firefoxPreferences } from './browsers/firefox-preferences.ts';
import { quit } from './browsers/quit.ts';
import './provided.ts';

/** What Firefox does in its first seconds and writes down. More of it is less to do for each test, and nothing else. */
const SETTLING_MS = 6_000;
/** What says that a profile is in use. */
const LOCKS = ['lock', '.parentlock'];

/**
 * Once before all tests in Firefox: a profile in which a Firefox has already unpacked what it comes with and compiled
 * its own scripts, but in which nobody has ever been and no extension is. That is half of what each start costs.
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
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  await quit(browser);
  await Promise.all(LOCKS.map((name) => rm(join(profile, name), { force: true })));
  project.provide('profile', profile);
  return () => rm(profile, { recursive: true, force: true });
}
