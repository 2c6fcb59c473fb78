/**
 * What a request handler remembers: texts under names. A table with one key, or any key-value store, will do. It has to outlive the
 * process: a message that comes again after a restart has to get the answer it got before.
 */
export interface Ledger {
  get(name: string): Promise<string | undefined>;
  /** Only if nothing is there yet, at once and for all processes. @returns whether it was put there */
  add(name: string, text: string): Promise<boolean>;
  set(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** For tests and for trying things out: gone with the process. */
export function memoryLedger(): Ledger {
  const texts = new Map<string, string>();
  return {
    get: async (name) => texts.get(name),
    add: async (name, text) => {
      const isNew = !texts.has(name);
      if (isNew) {
        texts.set(name, text);
      }
      return isNew;
    },
    set: async (name, text) => {
      texts.set(name, text);
    },
    remove: async (name) => {
      texts.delete(name);
    },
  };
}
