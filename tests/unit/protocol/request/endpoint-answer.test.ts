import { describe, expect, it } from 'vitest';
import {
  type HttpAnswer,
  readEndpointAnswer,
  readStatusAnswer,
} from '../../../../src/protocol/request/endpoint-answer.ts';
import { endpointHeaders } from '../../../../src/protocol/request/endpoint-headers.ts';
import { WIRE_LIMITS } from '../../../../src/protocol/request/wire-limits.ts';
import { NOW, THREAD } from '../../../support/request-samples.ts';
import { SHOP } from '../../../support/samples.ts';
import { SIGNED_BY_VENDOR } from '../../../support/wire-samples.ts';

const http = (status: number, changes: Partial<HttpAnswer> = {}): HttpAnswer => ({
  status,
  isRedirect: false,
  text: '',
  ...changes,
});
const json = (body: unknown, status = 200) => http(status, { text: JSON.stringify(body) });
const read = (answer: HttpAnswer) => readEndpointAnswer(answer, { vendor: SHOP, nowMs: NOW });
const MESSAGES = { sayso: '1', messages: [SIGNED_BY_VENDOR] };

describe('readEndpointAnswer', () => {
  it.each<[string, HttpAnswer, object]>([
    ['an answer at once', json(MESSAGES), { kind: 'delivered', messages: [SIGNED_BY_VENDOR] }],
    ['nothing to say', http(204), { kind: 'delivered', messages: [] }],
    ['an empty 200', http(200, { text: ' \n' }), { kind: 'delivered', messages: [] }],
    [
      'later, by a header',
      http(202, { location: '/quotes/7' }),
      { kind: 'delivered', messages: [], statusUrl: 'https://shop.example/quotes/7' },
    ],
    [
      'later, in words',
      json({ sayso: '1', status: 'https://shop.example/quotes/7#now' }, 202),
      { kind: 'delivered', messages: [], statusUrl: 'https://shop.example/quotes/7' },
    ],
    ['a redirect', http(0, { isRedirect: true }), { kind: 'undelivered', dead: 'endpoint-elsewhere' }],
    ['404', http(404), { kind: 'undelivered', dead: 'endpoint-gone' }],
    ['410', http(410), { kind: 'undelivered', dead: 'endpoint-gone' }],
    ['401', http(401), { kind: 'undelivered', dead: 'endpoint-refuses' }],
    ['413', http(413), { kind: 'undelivered', dead: 'endpoint-refuses' }],
    ['429 with seconds', http(429, { retryAfter: '120' }), { kind: 'undelivered', waitMs: 120_000 }],
    [
      '503 with a date',
      http(503, { retryAfter: 'Thu, 12 Nov 2026 09:05:00 GMT' }),
      { kind: 'undelivered', waitMs: 300_000 },
    ],
    [
      '503 with a date gone by',
      http(503, { retryAfter: 'Thu, 12 Nov 2026 08:00:00 GMT' }),
      { kind: 'undelivered', waitMs: 0 },
    ],
    ['503 with nonsense', http(503, { retryAfter: 'soon' }), { kind: 'undelivered' }],
    ['409, the same key at work', http(409), { kind: 'undelivered' }],
    ['nobody there', http(0), { kind: 'undelivered' }],
  ])('of %s', (_what, answer, expected) => {
    expect(read(answer)).toStrictEqual(expected);
  });

  it.each<[string, HttpAnswer, string, string]>([
    ['HTML', http(200, { text: '<!doctype html>' }), 'malformed', 'The answer is not JSON.'],
    ['a list', json([SIGNED_BY_VENDOR]), 'malformed', 'sayso: '],
    ['another version', json({ sayso: '2', messages: [] }), 'malformed', 'sayso: '],
    ['a field more', json({ ...MESSAGES, person: 'x' }), 'malformed', 'person: '],
    ['a message that is no object', json({ sayso: '1', messages: ['x'] }), 'malformed', 'messages.0: '],
    [
      'a status address elsewhere',
      http(202, { location: 'https://evil.example/' }),
      'malformed',
      'status: Not an https',
    ],
    [
      'a status address without https',
      http(202, { location: 'http://shop.example/' }),
      'malformed',
      'status: Not an https',
    ],
    ['a status address on loopback', http(202, { location: 'http://127.0.0.1/' }), 'malformed', 'status: Not an https'],
    [
      'a status address with a name',
      http(202, { location: 'https://a:b@shop.example/' }),
      'malformed',
      'status: Not an https',
    ],
    [
      '10,000 quotes',
      json({ sayso: '1', messages: Array.from({ length: 10_000 }, () => ({})) }),
      'too-large',
      'messages: ',
    ],
    ['20 MB', http(200, { text: ' '.repeat(20_000_000) + '{}' }), 'too-large', 'The answer is longer than'],
  ])('takes a 2xx with %s for delivered, and for garbled', (_what, answer, reason, problem) => {
    const result = read(answer);
    expect(result).toMatchObject({ kind: 'delivered', messages: [], garbled: { reason } });
    expect(result.kind === 'delivered' && result.garbled?.problem.startsWith(problem)).toBe(true);
  });

  it('reads up to the limit, and not one character more', () => {
    const text = JSON.stringify(MESSAGES);
    expect(read(http(200, { text: text.padEnd(WIRE_LIMITS.answer) }))).not.toHaveProperty('garbled');
    expect(read(http(200, { text: text.padEnd(WIRE_LIMITS.answer + 1) }))).toHaveProperty(
      'garbled.reason',
      'too-large',
    );
  });
});

describe('readStatusAnswer', () => {
  it.each<[string, HttpAnswer, object]>([
    ['an answer', json(MESSAGES), { kind: 'said', messages: [SIGNED_BY_VENDOR] }],
    ['not yet', http(202), { kind: 'nothing' }],
    ['not yet, in words', json({ sayso: '1', messages: [] }), { kind: 'nothing' }],
    ['trouble', http(500), { kind: 'nothing' }],
    ['too often', http(429), { kind: 'nothing' }],
    ['gone', http(410), { kind: 'gone' }],
    ['refused', http(403), { kind: 'gone' }],
    ['elsewhere', http(0, { isRedirect: true }), { kind: 'gone' }],
  ])('of %s', (_what, answer, expected) => {
    expect(readStatusAnswer(answer, SHOP)).toStrictEqual(expected);
  });

  it('of what can’t be read says so', () => {
    expect(readStatusAnswer(http(200, { text: '{' }), SHOP)).toMatchObject({
      kind: 'said',
      garbled: { reason: 'malformed' },
    });
  });
});

describe('endpointHeaders', () => {
  it('are these, and the same when a message is sent again', () => {
    expect(endpointHeaders(THREAD, 3)).toEqual({
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Idempotency-Key': '"3f2c8a10-4b1d-4c55-9a7e-111111111111:3"',
      'Sayso-Version': '1',
    });
  });
});
