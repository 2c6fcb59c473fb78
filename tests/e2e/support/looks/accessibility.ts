import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

type AxeWindow = Window & { axe: { run(options: object): Promise<AxeResults> } };

let source: Promise<string> | undefined;

/**
 * What axe finds wrong with a page, a line a fault.
 *
 * Its source is evaluated as a debugger does, which the security policy of Sayso's pages has no say in.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(`${await source}; undefined`);
  }
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as AxeWindow).axe.run({
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const why = failureSummary.split('\n').slice(1).join(' ').replace(/\s+/gu, ' ').trim();
        return `axe ${id}: ${help}: ${target.flat().join(' >>> ')}: ${why}`;
      }),
    );
  });
}
