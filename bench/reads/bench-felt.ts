import { resolve } from 'node:path';
import { startExamples } from '../../examples/server.mjs';
import { openSite, sees } from '../../tests/e2e/support/actions.ts';
import { felt, feelChanges, pressTimed } from '../../tests/e2e/support/felt.ts';
import { rightAsk } from '../../tests/e2e/support/ask.ts';
import { askAndAllow, chosenPage, quietSites } from '../../tests/e2e/support/vendor.ts';
import type { BrowserName } from '../../tests/support/browsers/extension-browser.ts';
import { launch } from '../../tests/support/browsers/launch.ts';
import { ms, spreadOf } from '../support/statistics.ts';

const ROUNDS = 8;
const SECOND_MS = 1_000;

/**
 * How long after 'Stop now' was pressed on the dashboard an open tab is told that its grant ended, beside one bare call
 * of that tab: the background alive, and stopped before the press.
 *
 * @returns whether each was within a second
 */
export async function benchFelt(name: BrowserName): Promise<boolean> {
  const server = await startExamples({ port: 0, extra: quietSites('felt') });
  const extensionDir = resolve(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}`);
  const browser = await launch({ browser: name, proxyPort: server.port, extensionDir });
  try {
    const page = await chosenPage(browser, 'felt');
    let isHeld = true;
    for (const life of ['alive', 'asleep'] as const) {
      const took: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await page.goto(page.url()); // without the ears of earlier rounds
        await askAndAllow(browser, page, rightAsk({ id: `${life} ${String(round)}` }));
        await feelChanges(page);
        const dashboard = await openSite(browser, 'http://felt.localhost');
        await sees(dashboard, 'Stop now');
        if (life === 'asleep') {
          await browser.killBackground();
        }
        const pressedAtMs = await pressTimed(dashboard, 'sayso-grant >>> button.danger');
        const { toldAtMs } = await felt(page);
        took.push(toldAtMs - pressedAtMs);
        await dashboard.close();
        if (life === 'asleep') {
          await browser.killBackground();
        }
        bare.push(
          await page.evaluate(async () => {
            const startedAtMs = performance.now();
            await navigator.customer?.grants();
            return performance.now() - startedAtMs;
          }),
        );
      }
      const felts = spreadOf(took);
      const calls = spreadOf(bare);
      isHeld &&= felts.p95 <= SECOND_MS;
      console.log(
        `${name}  a revoke is felt, background ${life}  ${ms(felts.median)} (p95 ${ms(felts.p95)})   one bare call ${ms(calls.median)}   × ${(felts.median / calls.median).toFixed(2)}  (hold ≤ 1,000 ms)`,
      );
    }
    return isHeld;
  } finally {
    await browser.close();
    await server.close();
  }
}
