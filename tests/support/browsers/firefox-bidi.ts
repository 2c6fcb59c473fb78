import type { Browser, Page } from 'puppeteer-core';
import { nameOfTab } from './firefox-privileged.ts';
import { until } from './until.ts';

/**
 * The few commands that Puppeteer has no method for, sent over its own connection to Firefox (WebDriver BiDi).
 *
 * A page is known by the name of its browsing context.
 */
export class Bidi {
  #browser: Browser;
  #connection: Connection;

  constructor(browser: Browser) {
    this.#browser = browser;
    this.#connection = (browser as unknown as { connection: Connection }).connection;
  }

  /** The name of `page` in the protocol. */
  nameOf(page: Page): string {
    return (page.mainFrame() as unknown as { _id: string })._id;
  }

  /**
   * Installs an extension for good, as a signed one would be, so that it is there after a restart.
   *
   * @throws {Error} in a Firefox that takes only signed ones (neither ESR nor Developer Edition)
   */
  async install(archive: Uint8Array): Promise<void> {
    const value = Buffer.from(archive).toString('base64');
    await this.#send('webExtension.install', { extensionData: { type: 'base64', value }, 'moz:permanent': true });
  }

  /**
   * A new tab in front. Left to itself, the protocol opens it in whatever window came last, where no person could: in a
   * prompt, and what that was about to load is lost. The tab that it is opened beside may go away meanwhile.
   */
  async newTab(): Promise<Page> {
    const context = await until('a new tab', async () => {
      const referenceContext = await this.privileged(nameOfTab);
      const made = await this.#send('browsingContext.create', { type: 'tab', referenceContext });
      return (made as { context: string }).context;
    });
    return this.pageOf(context);
  }

  /** The page that has a name. */
  async pageOf(context: string): Promise<Page> {
    const page = (await this.#browser.pages()).find((one) => this.nameOf(one) === context);
    if (!page) {
      throw new Error('a page is open and cannot be had');
    }
    return page;
  }

  /** Starts to load `url`, and does not wait: Firefox never reports that an extension's page has loaded. */
  async navigate(page: Page, url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { context: this.nameOf(page), url, wait: 'none' });
  }

  /** Runs `body` in the browser's own window. Arguments and result travel as JSON. */
  async privileged<Args extends readonly unknown[], Result>(
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const tree = (await this.#send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      contexts: { context: string; url: string }[];
    };
    const window = tree.contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
    if (!window) {
      throw new Error('Firefox has no window');
    }
    return this.evaluate(window.context, body, ...args);
  }

  /** Runs `body` in the page named `context`. Arguments and result travel as JSON. */
  async evaluate<Args extends readonly unknown[], Result>(
    context: string,
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const expression = `(async () => JSON.stringify([await (${body.toString()})(...${JSON.stringify(args)})]))()`;
    const answer = await this.#send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    return valueOf(answer) as Awaited<Result>;
  }

  /** Runs `body` for each closed shadow root of `page`. Results travel as JSON. */
  async inClosedRoots<Result>(page: Page, body: (root: ShadowRoot) => Result): Promise<Awaited<Result>[]> {
    const target = { context: this.nameOf(page) };
    const { result } = (await this.#send('script.evaluate', {
      expression: 'document.documentElement',
      target,
      awaitPromise: false,
      serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
    })) as { result: RemoteNode };
    const results: Awaited<Result>[] = [];
    for (const sharedId of closedRootsIn(result)) {
      const answer = await this.#send('script.callFunction', {
        functionDeclaration: `async (root) => JSON.stringify([await (${body.toString()})(root)])`,
        arguments: [{ sharedId }],
        target,
        awaitPromise: true,
      });
      results.push(valueOf(answer) as Awaited<Result>);
    }
    return results;
  }

  /** Tells Puppeteer of a page that Firefox keeps to itself because it is in no tab. */
  announce(context: string): void {
    this.#connection.emit('browsingContext.contextCreated', { ...IN_NO_TAB, context });
  }

  announceGone(page: Page): void {
    this.#connection.emit('browsingContext.contextDestroyed', { ...IN_NO_TAB, context: this.nameOf(page) });
  }

  async #send(method: string, params: object): Promise<unknown> {
    return (await this.#connection.send(method, params)).result;
  }
}

type Answer =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** What a script gave: JSON of a list of one, so that `undefined` is something, too. */
function valueOf(answer: unknown): unknown {
  const said = answer as Answer;
  if (said.type === 'exception') {
    throw new Error(said.exceptionDetails.text);
  }
  return (JSON.parse(said.result.value) as [unknown])[0];
}

/** A node as Firefox tells of it. */
interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly mode?: 'open' | 'closed';
    readonly shadowRoot?: RemoteNode | null;
    readonly children?: readonly RemoteNode[];
  };
}

function closedRootsIn({ sharedId, value }: RemoteNode): string[] {
  const below = [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])].flatMap(closedRootsIn);
  return value?.mode === 'closed' && sharedId !== undefined ? [sharedId, ...below] : below;
}

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  emit(event: string, params: object): void;
}

const IN_NO_TAB = {
  children: [],
  originalOpener: null,
  url: 'about:blank',
  userContext: 'default',
  clientWindow: '',
  parent: null,
};
