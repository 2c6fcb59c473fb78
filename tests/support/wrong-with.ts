import * as v from 'valibot';
import { whatIsWrong } from '../../src/protocol/what-is-wrong.ts';

/** What a schema says of a value, as the page is told; `undefined` when it takes it. */
export function wrongWith(schema: v.GenericSchema, value: unknown): string | undefined {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? undefined : whatIsWrong(parsed.issues);
}
