import { type Browser, type Target, TargetType } from 'puppeteer-core';
import { until, within } from './until.ts';

/** A worker that stops under a look never answers, and is not quite gone while it is looked at. */
const LOOK_MS = 500;
/** Far beyond what anything takes there. */
const RUN_MS = 20_000;

/**
 * The service worker of one extension, by Chromium's own protocol: a worker that is woken while it is being stopped
 * takes over the target of the one before, which Puppeteer then believes to be gone.
 */
export class ChromiumWorker {
  readonly #browser: Browser;
  readonly #origin: string;

  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  /** The one that runs is the last: one of an extension that was loaded anew may be listed for ever. */
  get targets(): Target[] {
    return this.#browser
      .targets()
      .filter((target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(`${this.#origin}/`));
  }

  /** Stops it, whatever it is doing. Done when what ran is gone; by then, another may run. */
  async kill(): Promise<void> {
    const target = this.targets.at(-1);
    if (!target) {
      return;
    }
    await evaluate(target, RUN_MS, () => {
      Object.assign(globalThis, { isOfBefore: true });
    });
    const session = await this.#browser.target().createCDPSession();
    try {
      await session.send('Target.closeTarget', { targetId: idOf(target) });
    } finally {
      await session.detach();
    }
    await until('the background to stop', async () => {
      const now = this.targets.at(-1);
      return !now || !(await evaluate(now, LOOK_MS, () => 'isOfBefore' in globalThis));
    });
  }

  /** @throws {Error} when it is not alive */
  async evaluate<Args extends readonly unknown[], Result>(
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const target = this.targets.at(-1);
    if (!target) {
      throw new Error('the background is not alive');
    }
    return evaluate(target, RUN_MS, body, ...args);
  }
}

async function evaluate<Args extends readonly unknown[], Result>(
  target: Target,
  limitMs: number,
  body: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  const session = await target.createCDPSession();
  try {
    // One that started while the one before was being stopped may have been left waiting for a debugger. One that is
    // being stopped never answers this.
    session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
    const { result, exceptionDetails } = await within(
      limitMs,
      session.send('Runtime.evaluate', {
        expression: `(${body.toString()})(...${JSON.stringify(args)})`,
        awaitPromise: true,
        returnByValue: true,
      }),
    );
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as Awaited<Result>;
  } finally {
    // It may have gone with the worker.
    await session.detach().catch(() => undefined);
  }
}

function idOf(target: Target): string {
  return (target as unknown as { _targetId: string })._targetId;
}
