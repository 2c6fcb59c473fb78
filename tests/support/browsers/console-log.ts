import { type Browser, type Page, TargetType } from 'puppeteer-core';

/** The last lines that the consoles of one browser's pages printed. */
export interface ConsoleLog {
  readonly lines: readonly string[];
  /** Listens to one page; a page already listened to is left alone. */
  listen(page: Page): void;
}

const MOST_LINES = 200;

/** Collects what all tabs of `browser`, present and future, write to their consoles, and what they throw. */
export function collectConsole(browser: Browser): ConsoleLog {
  const lines: string[] = [];
  const heard = new WeakSet<Page>();

  function add(line: string): void {
    lines.push(line);
    lines.splice(0, lines.length - MOST_LINES);
  }

  function listen(page: Page): void {
    if (heard.has(page)) {
      return;
    }
    heard.add(page);
    page.on('console', (message) => add(`${page.url()} ${message.type()}: ${message.text()}`));
    page.on('pageerror', (thrown) => add(`${page.url()} threw: ${String(thrown)}`));
  }

  browser.on('targetcreated', (target) => {
    if (target.type() === TargetType.PAGE) {
      // A target may vanish before its page can be had: then it has nothing to say.
      void target.page().then((page) => page && listen(page), ignore);
    }
  });
  return { lines, listen };
}

function ignore(): void {
  // deliberately empty
}
