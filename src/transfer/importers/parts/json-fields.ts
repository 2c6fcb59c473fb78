import type { Cell } from './read-rows.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object; none for lists, texts, numbers and what is missing. */
export function fieldsOf(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** A list; empty for what is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text or number as text, without blanks at its ends; empty for what is neither. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** The list under a name of its own; empty where there is none. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  return listOf(isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
}

/** The fields of an object as a row has them: texts, and numbers as texts; what is neither is empty. */
export function cellsOf(value: unknown): Cell {
  return (name) => {
    const field = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    return textOf(field);
  };
}
