import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../tests/support/browsers/extension-browser.ts';

/** One thing that happens in the story, and what must be seen of it. */
export interface Step {
  /** As a person would tell it, in one line. */
  readonly title: string;
  /**
   * Does it, and looks. Whatever must hold and doesn't is thrown.
   *
   * @returns the page to take a picture of
   */
  play(stage: TourStage): Promise<Page>;
}

/** What the steps of one tour share. */
export interface TourStage {
  readonly browser: ExtensionBrowser;
  /** Prints what was seen, in a line. */
  saw(line: string): void;
}

/**
 * @param what - as it should read after 'expected'
 * @throws {Error} when `holds` is false
 */
export function mustHold(what: string, holds: boolean): void {
  if (!holds) {
    throw new Error(`expected ${what}`);
  }
}
