/**
 * The browser as the background and `src/platform` see it, in memory. Use it in place of the polyfill:
 *
 * ```ts
 * const { fake } = vi.hoisted(…) // or: vi.mock('webextension-polyfill', async () => ({ default: (await import('…/fake-extension.ts')).fake }));
 * beforeEach(() => fake.reset());
 * ```
 */
interface FakeTab {
  url?: string;
  /** Where it goes, until it is there. */
  pendingUrl?: string;
  active: boolean;
  /** Default 1, the window in front. */
  windowId?: number;
}

type Listener = (...values: never[]) => unknown;

/** An event of the browser that a test fires. */
class FakeEvent<L extends Listener = Listener> {
  readonly #listeners = new Set<L>();

  addListener(listener: L): void {
    this.#listeners.add(listener);
  }

  removeListener(listener: L): void {
    this.#listeners.delete(listener);
  }

  /** @returns what the listeners answer, in their order */
  fire(...values: Parameters<L>): unknown[] {
    return [...this.#listeners].map((listener) => listener(...values));
  }

  clear(): void {
    this.#listeners.clear();
  }
}

class FakeStorageArea {
  readonly held = new Map<string, unknown>();

  async get(key: string | Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    if (typeof key === 'object') {
      const held = Object.keys(key).map((one) => this.get(one));
      return Object.assign({}, key, ...(await Promise.all(held))) as Record<string, unknown>;
    }
    return this.held.has(key) ? { [key]: structuredClone(this.held.get(key)) } : {};
  }

  async set(entries: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(entries)) {
      this.held.set(key, structuredClone(value));
    }
  }

  async remove(key: string): Promise<void> {
    this.held.delete(key);
  }
}

interface Registered {
  readonly id: string;
  readonly matches: string[];
  readonly js: string[];
  readonly world?: string;
}

class FakeExtension {
  /** The host patterns the browser holds. */
  readonly held = new Set<string>();
  readonly openTabs = new Map<number, FakeTab>();
  readonly openWindows = new Map<number, { url: string; type?: string; width?: number }>();
  /** Content scripts that are registered, by id. */
  readonly scripts = new Map<string, Registered>();
  /** What was put into open tabs. */
  readonly executed: { tabId: number; files: string[]; world?: string; documentIds?: string[] }[] = [];
  /** What was told to tabs. */
  readonly told: { tabId: number; message: unknown }[] = [];
  readonly reloaded: number[] = [];
  badge = '';
  /** What `navigator.onLine` says. */
  isOnline = true;
  /** The tab of the page that calls, by its id. */
  currentTab: number | undefined;
  /** The window that the person was in last. */
  frontWindow = { id: 1, state: 'normal' };
  #nextWindowId = 1_000;

  readonly storage = { session: new FakeStorageArea(), local: new FakeStorageArea(), onChanged: new FakeEvent() };

  readonly runtime = {
    id: 'sayso@test',
    getURL: (path: string) => `chrome-extension://sayso/${path}`,
    onMessage: new FakeEvent(),
  };

  readonly action = {
    setBadgeText: async ({ text }: { text: string }) => {
      this.badge = text;
    },
  };

  readonly permissions = {
    getAll: async () => ({ permissions: ['storage'], origins: [...this.held] }),
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => this.held.has(origin)),
    remove: async ({ origins }: { origins: string[] }) => {
      for (const origin of origins) {
        this.held.delete(origin);
      }
      return true;
    },
  };

  readonly scripting = {
    getRegisteredContentScripts: async () => [...this.scripts.values()].map((script) => structuredClone(script)),
    registerContentScripts: async (scripts: Registered[]) => {
      for (const script of scripts) {
        if (this.scripts.has(script.id)) {
          throw new Error(`Duplicate script ID '${script.id}'`);
        }
        this.scripts.set(script.id, structuredClone(script));
      }
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) {
        this.scripts.delete(id);
      }
    },
    executeScript: async ({
      target,
      files,
      world,
    }: {
      target: { tabId: number; documentIds?: string[] };
      files: string[];
      world?: string;
    }) => {
      this.#tab(target.tabId);
      this.executed.push({ ...target, files, ...(world !== undefined && { world }) });
      return [];
    },
  };

  readonly tabs = {
    get: async (tabId: number) => ({ id: tabId, windowId: 1, ...this.#tab(tabId) }),
    getCurrent: async () =>
      this.currentTab === undefined ? {} : { id: this.currentTab, ...this.#tab(this.currentTab) },
    query: async () => [...this.openTabs].map(([id, tab]) => ({ id, ...tab })),
    sendMessage: async (tabId: number, message: unknown) => {
      this.#tab(tabId);
      this.told.push({ tabId, message: structuredClone(message) });
    },
    reload: async (tabId: number) => {
      this.reloaded.push(tabId);
    },
    create: async ({ url }: { url: string }) => {
      const id = 500 + this.openTabs.size;
      this.openTabs.set(id, { url, active: true });
      return { id };
    },
  };

  readonly windows = {
    create: async ({ url, ...rest }: { url: string; type?: string; width?: number }) => {
      this.#nextWindowId += 1;
      this.openWindows.set(this.#nextWindowId, { url, ...rest });
      return { id: this.#nextWindowId };
    },
    get: async (id: number) => {
      const window = this.openWindows.get(id);
      if (!window) {
        throw new Error(`No window with id: ${id}.`);
      }
      return { id, ...window };
    },
    getLastFocused: async () => this.frontWindow,
  };

  readonly alarms = { create: async () => undefined };

  reset(): void {
    for (const one of [this.held, this.openTabs, this.openWindows, this.scripts]) {
      one.clear();
    }
    for (const one of [this.executed, this.told, this.reloaded]) {
      one.length = 0;
    }
    for (const area of [this.storage.session, this.storage.local]) {
      area.held.clear();
    }
    this.badge = '';
    this.isOnline = true;
    this.currentTab = undefined;
    this.frontWindow = { id: 1, state: 'normal' };
  }

  #tab(tabId: number): FakeTab {
    const tab = this.openTabs.get(tabId);
    if (!tab) {
      throw new Error(`No tab with id: ${tabId}.`);
    }
    return tab;
  }
}

export const fake = new FakeExtension();

// Node has no Web Locks: one holder of a name at a time, in the order they came.
const held = new Map<string, Promise<unknown>>();
const locks = {
  request<T>(name: string, callback: () => Promise<T>): Promise<T> {
    const mine = (held.get(name) ?? Promise.resolve()).then(callback, callback);
    held.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  },
};
const navigator = {
  locks,
  get onLine(): boolean {
    return fake.isOnline;
  },
};
Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
