import type { Cell } from './read-rows.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list under a name of its own; empty where there is none. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  const list = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}

/** The fields of an object as a row has them: texts, and numbers as texts; what is neither is empty. */
export function cellsOf(value: unknown): Cell {
  return (name) => {
    const field = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    return typeof field === 'string' ? field.trim() : typeof field === 'number' ? String(field) : '';
  };
}
