/** What a vendor's endpoint answers, and what is found at a status address: read, and nothing believed of it. */
import * as v from 'valibot';
import { AppError } from '../../domain/errors.ts';
import type { Origin } from '../../domain/ids.ts';
import { MESSAGE_VERSION } from '../signing/envelope.ts';
import { ownAddress } from '../own-address.ts';
import { whatIsWrong } from '../what-is-wrong.ts';
import { WIRE_LIMITS } from './wire-limits.ts';
import * as wire from './wire-values.ts';

/** An answer of HTTP as it came. */
export interface HttpAnswer {
  readonly status: number;
  /** It would lead elsewhere. Nothing is followed, wherever to. */
  readonly isRedirect: boolean;
  /** The headers `Location` and `Retry-After`, where they are there. */
  readonly location?: string;
  readonly retryAfter?: string;
  /** At most {@link WIRE_LIMITS.answer} + 1 UTF-16 units of it. */
  readonly text: string;
}

/** Why nothing more can be read of an answer. The `problem` names path and rule, for the person and for who built the endpoint. */
export interface GarbledAnswer {
  readonly reason: 'malformed' | 'too-large';
  readonly problem: string;
}

/** What the vendor said: envelopes that nobody has looked into. */
export interface Said {
  readonly messages: readonly Readonly<Record<string, unknown>>[];
  /** Where an answer will be, on the vendor's own origin. */
  readonly statusUrl?: string;
  readonly garbled?: GarbledAnswer;
}

export type EndpointAnswer =
  | ({ readonly kind: 'delivered' } & Said)
  /** Tried again, unless it is `dead`; not before `waitMs`, where the vendor asks for it. */
  | {
      readonly kind: 'undelivered';
      readonly dead?: 'endpoint-gone' | 'endpoint-refuses' | 'endpoint-elsewhere';
      readonly waitMs?: number;
    };

export type StatusAnswer =
  | ({ readonly kind: 'said' } & Said)
  | { readonly kind: 'nothing' }
  | { readonly kind: 'gone' };

/** 409: the same key is being worked on. 425: too early. */
const LATER: ReadonlySet<number> = new Set([408, 409, 425, 429]);
const GONE: ReadonlySet<number> = new Set([404, 410]);

/** The body of an answer. Each message is an envelope: who signed it is looked at before what it says. */
export const endpointBody = v.strictObject({
  sayso: v.literal(MESSAGE_VERSION),
  messages: v.exactOptional(wire.list(v.record(v.string(), v.unknown()), WIRE_LIMITS.messages), []),
  status: v.exactOptional(v.pipe(v.string(), v.maxLength(WIRE_LIMITS.address))),
});

/**
 * Reads the answer to a message that was sent to a `quotes` endpoint.
 *
 * @param vendor - the endpoint's own origin: a status address anywhere else is malformed
 * @param nowMs - what a `Retry-After` with a date is counted from
 */
export function readEndpointAnswer(
  answer: HttpAnswer,
  { vendor, nowMs }: { readonly vendor: Origin; readonly nowMs: number },
): EndpointAnswer {
  const { status, isRedirect, retryAfter } = answer;
  if (isRedirect) {
    return { kind: 'undelivered', dead: 'endpoint-elsewhere' };
  }
  if (status >= 200 && status < 300) {
    return { kind: 'delivered', ...read(answer, vendor) };
  }
  if (GONE.has(status)) {
    return { kind: 'undelivered', dead: 'endpoint-gone' };
  }
  if (status >= 400 && status < 500 && !LATER.has(status)) {
    return { kind: 'undelivered', dead: 'endpoint-refuses' };
  }
  const waitMs = waitOf(retryAfter, nowMs);
  return { kind: 'undelivered', ...(waitMs !== undefined && { waitMs }) };
}

/** Reads what is at a status address: a 2xx without messages, and what may get better, is nothing yet. */
export function readStatusAnswer(answer: HttpAnswer, vendor: Origin): StatusAnswer {
  const { status, isRedirect } = answer;
  if (status >= 200 && status < 300 && !isRedirect) {
    const said = read(answer, vendor);
    return said.messages.length > 0 || said.garbled ? { kind: 'said', ...said } : { kind: 'nothing' };
  }
  const isGone = isRedirect || (status >= 400 && status < 500 && !LATER.has(status));
  return { kind: isGone ? 'gone' : 'nothing' };
}

const EMPTY: Pick<v.InferOutput<typeof endpointBody>, 'messages' | 'status'> = { messages: [] };

function read({ text, location }: HttpAnswer, vendor: Origin): Said {
  try {
    const { messages, status } = text.trim() === '' ? EMPTY : parse(text);
    const address = status ?? location;
    return {
      messages,
      ...(address !== undefined && { statusUrl: ownAddress(address, vendor, 'status') }),
    };
  } catch (thrown) {
    if (thrown instanceof AppError) {
      const reason = thrown.code === 'too-much' ? 'too-large' : 'malformed';
      return { messages: [], garbled: { reason, problem: thrown.message } };
    }
    throw thrown;
  }
}

function parse(text: string): v.InferOutput<typeof endpointBody> {
  if (text.length > WIRE_LIMITS.answer) {
    throw new AppError('too-much', `The answer is longer than ${WIRE_LIMITS.answer} characters.`);
  }
  const parsed = v.safeParse(endpointBody, jsonOf(text), { abortEarly: true });
  if (!parsed.success) {
    const isTooMany = parsed.issues.some(({ type, input }) => type === 'max_length' && Array.isArray(input));
    throw new AppError(isTooMany ? 'too-much' : 'bad-request', whatIsWrong(parsed.issues));
  }
  return parsed.output;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad-request', 'The answer is not JSON.', { cause });
  }
}

/** Seconds, or a date. */
function waitOf(retryAfter: string | undefined, nowMs: number): number | undefined {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/u.test(text)) {
    return Number(text) * 1_000;
  }
  // Of dates only those of HTTP: `Date.parse` would find one in almost anything.
  const dateMs = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u.test(text)
    ? Date.parse(text)
    : NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
