import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { startExamples } from '../../examples/server.mjs';
import type { BrowserName } from '../../tests/support/browsers/extension-browser.ts';
import { launch } from '../../tests/support/browsers/launch.ts';
import { within } from '../../tests/support/browsers/until.ts';
import type { Step, TourStage } from './step.ts';
import { story } from './story.ts';

export interface TourOptions {
  readonly browser: BrowserName;
  /** The built extension for this browser. */
  readonly extensionDir: string;
  /** The folder the pictures go to. Those of an earlier tour in the same browser are removed. */
  readonly pictures: string;
  readonly headless: boolean;
}

/** Bounds a step that hangs. Each wait inside it is bounded, too. */
const STEP_MS = 90_000;

/**
 * Plays the story in a real browser, printing each step as it happens with what was seen, and saves a picture of each.
 *
 * @returns whether every step held. The first that doesn't ends the tour, for the next ones build on it.
 */
export async function playTour({ browser: name, extensionDir, pictures, headless }: TourOptions): Promise<boolean> {
  const folder = join(pictures, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const examples = await startExamples({ port: 0 });
  try {
    const browser = await launch({ browser: name, extensionDir, headless, proxyPort: examples.port });
    try {
      return await playSteps({ browser, saw: (line) => console.log(`     ${line}`) }, folder);
    } finally {
      await browser.close();
    }
  } finally {
    await examples.close();
  }
}

async function playSteps(stage: TourStage, folder: string): Promise<boolean> {
  for (const [index, step] of story.entries()) {
    if (!(await playStep(step, index + 1, stage, folder))) {
      return false;
    }
  }
  console.log(`\nAll ${story.length} steps held. Pictures of them are in ${relative('', folder)}.`);
  return true;
}

async function playStep(step: Step, number: number, stage: TourStage, folder: string): Promise<boolean> {
  console.log(`\n${String(number).padStart(3)}. ${step.title}`);
  try {
    const page = await within(STEP_MS, step.play(stage));
    await page.screenshot({ path: join(folder, `${String(number).padStart(2, '0')}-${fileName(step.title)}.png`) });
    return true;
  } catch (thrown) {
    console.error(`     DID NOT HOLD: ${describe(thrown)}`);
    console.error(await stage.browser.diagnose());
    return false;
  }
}

function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) {
    return String(thrown);
  }
  return thrown.cause === undefined ? thrown.message : `${thrown.message} (${describe(thrown.cause)})`;
}

function fileName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60);
}
