import type { Page } from 'puppeteer-core';
import { until } from '../../support/browsers/until.ts';
import { find, press, textsOf } from './actions.ts';

/** One line of what happened with a site, as the dashboard tells it. */
export interface LogLine {
  /** Milliseconds since the Unix epoch. */
  readonly atMs: number;
  readonly title: string;
  /** Whatever else stands there, once it was opened: records, reasons, or what was asked. */
  readonly more: readonly string[];
}

/** Opens every line of the log on a site's page, once there are any, and reads them all, newest first. */
export async function readLog(dashboard: Page): Promise<LogLine[]> {
  const count = await until('the log', async () => (await textsOf(dashboard, 'sayso-log-entry')).length || undefined);
  const summaries = (await textsOf(dashboard, 'sayso-log-entry >>> summary')).length;
  for (let place = 0; place < summaries; place += 1) {
    const summary = await find(dashboard, 'sayso-log-entry >>> summary', place);
    if (!(await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open))) {
      await press(dashboard, 'sayso-log-entry >>> summary', place);
    }
    await until('what is in it', () => summary.evaluate((element) => element.nextElementSibling !== null));
  }
  const entries = await Promise.all(
    Array.from({ length: count }, (_, place) => find(dashboard, 'sayso-log-entry', place)),
  );
  return Promise.all(entries.map((entry) => entry.evaluate(readEntry)));
}

// Runs in the page.
function readEntry(entry: Element): LogLine {
  const textOf = ({ textContent }: Element): string =>
    textContent
      .replace(/[\u2066-\u2069]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
  const root = entry.shadowRoot;
  const [title, ...more] = [...(root?.querySelectorAll('p:not(:has(time)), .list li, sayso-quote') ?? [])].map((one) =>
    one.localName === 'sayso-quote' && one.shadowRoot
      ? textOf(one.shadowRoot.querySelector('blockquote') ?? one)
      : textOf(one),
  );
  return { atMs: Date.parse(root?.querySelector('time')?.dateTime ?? ''), title: title ?? '', more };
}
