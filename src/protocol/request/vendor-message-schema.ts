/** All that a vendor can say in a thread, as it stands on the wire, and as the domain has it. Told apart by `kind`. */
import * as v from 'valibot';
import { type Decline, DECLINE_REASONS } from '../../domain/decline.ts';
import { FAILURE_REASONS } from '../../domain/failure-notice.ts';
import { originIfChoosable } from '../../domain/origin.ts';
import type { Interest, Question, Referral } from '../../domain/reply.ts';
import type { VendorFailure } from '../../domain/thread-message.ts';
import { confirmationMessage } from './confirmation-schema.ts';
import type { Unnamed } from './unnamed.ts';
import { present } from './present.ts';
import { quoteMessage } from './quote-schema.ts';
import { readAs } from './read-as.ts';
import { WIRE_LIMITS } from './wire-limits.ts';
import * as wire from './wire-values.ts';

const description = v.exactOptional(wire.words());
const inThread = { copy: wire.copyNumber };

/** 'Ask them instead.' Of the address only the origin is kept: what stands behind it could name the person. */
const referralMessage = v.pipe(
  v.strictObject({
    kind: v.literal('referral'),
    '@type': v.literal('Organization'),
    ...inThread,
    name: wire.name,
    url: v.pipe(
      v.string(),
      v.maxLength(WIRE_LIMITS.address),
      readAs((text: string) => originIfChoosable(text), 'Not an address of a site that can be chosen: https'),
    ),
    description,
  }),
  v.transform(
    ({ kind, copy, url, name, description: said }): Unnamed<Referral> => ({
      kind,
      copy,
      to: url,
      name,
      ...present({ words: said }),
    }),
  ),
);

const declineMessage = v.pipe(
  v.strictObject({
    kind: v.literal('decline'),
    ...inThread,
    of: v.exactOptional(v.picklist(['request', 'counter', 'acceptance']), 'request'),
    reason: v.picklist(DECLINE_REASONS),
    description,
  }),
  v.transform(
    ({ kind, copy, of, reason, description: said }): Unnamed<Decline> => ({
      kind,
      copy,
      of,
      reason,
      ...present({ words: said }),
    }),
  ),
);

const questionMessage = v.pipe(
  v.strictObject({
    kind: v.literal('question'),
    '@type': v.literal('Question'),
    ...inThread,
    line: v.exactOptional(wire.lineNumber),
    text: wire.words(),
  }),
  v.transform(({ kind, copy, line, text }): Unnamed<Question> => ({ kind, copy, ...present({ line }), words: text })),
);

const interestMessage = v.pipe(
  v.strictObject({ kind: v.literal('interest'), ...inThread, description }),
  v.transform(({ kind, copy, description: said }): Unnamed<Interest> => ({ kind, copy, ...present({ words: said }) })),
);

/** The vendor's own notification of failure (PIP 0A1): it can't go on. */
const failureMessage = v.pipe(
  v.strictObject({
    kind: v.literal('failure'),
    reason: v.picklist(FAILURE_REASONS),
    description,
  }),
  v.transform(
    ({ kind, reason, description: said }): Unnamed<VendorFailure> => ({
      kind,
      reason,
      ...present({ words: said }),
    }),
  ),
);

export const vendorMessage = v.variant('kind', [
  quoteMessage,
  referralMessage,
  declineMessage,
  questionMessage,
  interestMessage,
  confirmationMessage,
  failureMessage,
]);
