/** As much of the browser's API as the stars use. The polyfill would weigh more than all of them. */
export interface Extension {
  readonly runtime: {
    readonly id: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: unknown, sender: { readonly id?: string }) => void): void;
    };
  };
  readonly i18n: {
    getMessage(key: string, substitutions?: readonly string[]): string;
    getUILanguage(): string;
  };
}

/** The extension, or `undefined` once it was updated, turned off or removed under the page. */
export function extension(): Extension | undefined {
  const { browser, chrome } = globalThis as { browser?: Partial<Extension>; chrome?: Partial<Extension> };
  const found = browser ?? chrome;
  return found?.runtime?.id === undefined ? undefined : (found as Extension);
}
