import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { customerDocument } from '../../src/protocol/customer-document.ts';
import { endpointBody } from '../../src/protocol/request/endpoint-answer.ts';
import { personMessage } from '../../src/protocol/request/person-message-schema.ts';
import { requestCalls } from '../../src/protocol/request/request-calls.ts';
import { vendorMessage } from '../../src/protocol/request/vendor-message-schema.ts';
import { WIRE_LIMITS } from '../../src/protocol/request/wire-limits.ts';
import { personEnvelope, vendorEnvelope } from '../../src/protocol/signing/envelope.ts';
import { VENDOR_VERSION, vendorCalls } from '../../src/protocol/vendor-wire.ts';
import { portablePattern } from './portable-pattern.ts';

export type JsonSchema = Record<string, unknown>;

/** What the two sides of a request send each other: an envelope, and what is in it. The background looks into one at a time. */
const signedByPerson = v.strictObject({ ...personEnvelope.entries, body: personMessage });
const signedByVendor = v.strictObject({ ...vendorEnvelope.entries, body: vendorMessage });
const answer = v.strictObject({
  ...endpointBody.entries,
  messages: v.exactOptional(v.pipe(v.array(signedByVendor), v.maxLength(WIRE_LIMITS.messages))),
});

/**
 * The vendor protocol as one JSON Schema (draft 2020-12), so that a vendor in any language can check against it:
 * `$defs/<call>.input`, `$defs/<call>.output`, `$defs/customer.json`, and {@link requestSchemas}. The input of `reply` is its
 * second argument.
 *
 * Rules that JSON Schema has no word for (a date that exists, a scale that holds its value) are the background's alone, and so are
 * those of patterns that not every validator can read ({@link portablePattern}).
 */
export function protocolJsonSchema(): JsonSchema {
  const defs: Record<string, JsonSchema> = { 'customer.json': schemaOf(customerDocument) };
  for (const [call, { input, output }] of Object.entries({ ...vendorCalls, ...requestCalls })) {
    defs[`${call}.input`] = schemaOf(call === 'reply' ? signedByVendor : input);
    defs[`${call}.output`] = schemaOf(output);
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `The Sayso vendor protocol, version ${VENDOR_VERSION}`,
    description:
      'What fits this may still be refused. Sayso also wants dates and codes that there are, a text of which something can be ' +
      'read (no blanks of no width alone, no control characters but tab and line end), and a duration with at least one part.',
    $defs: { ...defs, ...requestSchemas() },
  };
}

/** What goes to a vendor's endpoint and comes back from it, by name. */
export function requestSchemas(): Record<'SignedByPerson' | 'SignedByVendor' | 'EndpointAnswer', JsonSchema> {
  return {
    SignedByPerson: schemaOf(signedByPerson),
    SignedByVendor: schemaOf(signedByVendor),
    EndpointAnswer: schemaOf(answer),
  };
}

function schemaOf(schema: v.GenericSchema): JsonSchema {
  // `typeMode: input` describes what is sent, before defaults are filled in and identifiers are read.
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, {
    errorMode: 'ignore',
    typeMode: 'input',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'regex' && jsonSchema.pattern !== undefined
        ? { ...jsonSchema, pattern: portablePattern(jsonSchema.pattern) }
        : undefined,
  });
  return rest;
}
