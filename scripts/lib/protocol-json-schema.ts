import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { customerDocument } from '../../src/protocol/customer-document.ts';
import { VENDOR_VERSION, vendorCalls } from '../../src/protocol/vendor-wire.ts';

type JsonSchema = Record<string, unknown>;

/**
 * The vendor protocol as one JSON Schema (draft 2020-12), so that a vendor in any language can check against it:
 * `$defs/<call>.input`, `$defs/<call>.output` and `$defs/customer.json`.
 *
 * Rules that JSON Schema has no word for (a date that exists, a scale that holds its value) are the background's alone.
 */
export function protocolJsonSchema(): JsonSchema {
  const defs: Record<string, JsonSchema> = { 'customer.json': schemaOf(customerDocument) };
  for (const [call, { input, output }] of Object.entries(vendorCalls)) {
    defs[`${call}.input`] = schemaOf(input);
    defs[`${call}.output`] = schemaOf(output);
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `The Sayso vendor protocol, version ${VENDOR_VERSION}`,
    $defs: defs,
  };
}

function schemaOf(schema: GenericSchema): JsonSchema {
  // `typeMode: input` describes what is sent, before defaults are filled in and identifiers are read.
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
  return rest;
}
