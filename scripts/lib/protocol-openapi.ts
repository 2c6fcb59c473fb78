import { MESSAGE_VERSION } from '../../src/protocol/signing/envelope.ts';
import { type JsonSchema, requestSchemas } from './protocol-json-schema.ts';

type Answers = Record<string, JsonSchema>;

const ANSWER = { $ref: '#/components/schemas/EndpointAnswer' };

/** When a vendor wants to be asked again. */
const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds, or a date of HTTP. At most an hour is waited.', schema: { type: 'string' } },
};

/**
 * What a vendor's `quotes` endpoint has to speak, as OpenAPI 3.1: the schemas are those that Sayso reads and writes by. The
 * vendor is the server; its `customer.json` says where.
 */
export function protocolOpenApi(): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sayso: the endpoint for requests for proposals',
      version: MESSAGE_VERSION,
      description:
        'A person’s Sayso sends its messages here and takes the answers. Every message is signed, on both sides. ' +
        'docs/protocol.md of Sayso says what each means.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [
      {
        url: '{origin}',
        variables: { origin: { default: 'https://shop.example', description: 'The vendor’s own, and no other.' } },
      },
    ],
    paths: {
      '/quotes': {
        description: 'The address that `quotes` of `/.well-known/customer.json` names; it may be any on the origin.',
        post: {
          operationId: 'takeMessage',
          summary: 'Takes a message of a person’s in.',
          security: [],
          parameters: [
            header('Idempotency-Key', 'The same key is the same message: answer as before, and do nothing twice.'),
            header('Sayso-Version', 'The version of the envelope and of what is in it.', { const: MESSAGE_VERSION }),
          ],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/SignedByPerson' } } },
          },
          responses: {
            '200': body('Taken in, with what there is to say at once.', ANSWER),
            '202': {
              ...body('Taken in. The answer comes later, at the status address or when the person visits.', ANSWER),
              headers: {
                Location: {
                  description: 'The status address, where the body names none. On the same origin.',
                  schema: { type: 'string' },
                },
              },
            },
            '204': { description: 'Taken in; there is nothing to say.' },
            ...refusals(),
          },
        },
      },
      '/quotes/{status}': {
        description: 'A status address that an answer has named; it may be any on the origin.',
        parameters: [{ name: 'status', in: 'path', required: true, schema: { type: 'string' } }],
        get: {
          operationId: 'tellStatus',
          summary: 'Tells what there is to say by now.',
          security: [],
          responses: {
            '200': body('What there is to say. Without messages it is nothing yet.', ANSWER),
            '202': { description: 'Nothing yet. It is looked at again, less and less often.' },
            ...refusals(),
          },
        },
      },
    },
    components: { schemas: requestSchemas() },
  };
}

function header(name: string, description: string, schema: JsonSchema = {}): JsonSchema {
  return { name, in: 'header', required: true, description, schema: { type: 'string', ...schema } };
}

function body(description: string, schema: JsonSchema): JsonSchema {
  return { description, content: { 'application/json': { schema } } };
}

function refusals(): Answers {
  return {
    '3XX': { description: 'Never followed: to a person that is a dead endpoint.' },
    '4XX': { description: 'Refused for good; 404 and 410: there is no such endpoint any more.' },
    '408': { description: 'Tried again.', headers: RETRY_AFTER },
    '409': { description: 'The same key is being worked on: tried again.', headers: RETRY_AFTER },
    '425': { description: 'Too early: tried again.', headers: RETRY_AFTER },
    '429': { description: 'Too often: tried again.', headers: RETRY_AFTER },
    '5XX': { description: 'Tried again, three times within two hours.', headers: RETRY_AFTER },
  };
}
