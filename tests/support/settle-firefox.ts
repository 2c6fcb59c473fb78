import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/lib/find-browsers.mjs';
import { firefoxPreferences } from './browsers/firefox-preferences.ts';
import { quit } from './browsers/quit.ts';
import './provided.ts';

/** In its first seconds Firefox compiles its own scripts. More of them is less to do for each test, and nothing else. */
const SETTLING_MS = 4_000;
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
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  await quit(browser);
  const others = (await readdir(profile)).filter((name) => !COMPILED.includes(name));
  await Promise.all(others.map((name) => rm(join(profile, name), { recursive: true, force: true })));
  project.provide('profile', profile);
  return () => rm(profile, { recursive: true, force: true });
}
