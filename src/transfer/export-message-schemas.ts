/** What a request, as it is written and as vendors have it, and what passes in a thread must be in an export. */
import * as v from 'valibot';
import { budgetFault } from '../domain/budget-fault.ts';
import { DECLINE_REASONS } from '../domain/decline.ts';
import { FAILURE_REASONS } from '../domain/failure-notice.ts';
import { LET_DOWN_REASONS } from '../domain/let-down.ts';
import type { Budget } from '../domain/request-for-proposals.ts';
import { REQUIREMENT_STRENGTHS } from '../domain/requirement.ts';
import { count, kind, moment, ms, origin, text, uuid } from './export-fields.ts';
import {
  acceptance,
  counter,
  decimal,
  identifiers,
  list,
  messageId,
  money,
  order,
  quantity,
  quote,
  unit,
} from './export-offer-schemas.ts';

const words = v.exactOptional(text);
const requirement = {
  property: text,
  strength: v.picklist(REQUIREMENT_STRENGTHS),
  wanted: v.variant('kind', [
    v.strictObject({ kind: v.literal('text'), anyOf: list(text), isAll: v.exactOptional(v.literal(true)) }),
    v.strictObject({
      kind: v.literal('range'),
      min: v.exactOptional(decimal),
      max: v.exactOptional(decimal),
      unit: v.exactOptional(unit),
    }),
    v.strictObject({ kind: v.literal('flag'), is: v.boolean() }),
  ]),
};
const asked = {
  quantity,
  condition: v.picklist(['new', 'used', 'any']),
  substitutes: v.picklist(['welcome', 'unwelcome']),
};
const line = v.strictObject({
  number: count,
  wanted: v.variant('kind', [
    v.strictObject({
      kind: v.literal('item'),
      itemId: uuid,
      itemKind: kind,
      name: text,
      brand: words,
      identifiers,
    }),
    v.strictObject({ kind: v.literal('words'), words: text }),
  ]),
  intentionId: v.exactOptional(uuid),
  requirements: list(v.strictObject({ ...requirement, isPrivate: v.boolean() })),
  ...asked,
});
const range = { max: money, min: v.exactOptional(money) };
const isBudget = (budget: object) => budgetFault(budget as Budget) === undefined;
const open = {
  deliveryMethods: list(v.picklist(['delivery', 'pick-up'])),
  paymentMethods: list(text),
  warrantyMonths: v.exactOptional(count),
  area: v.exactOptional(v.strictObject({ country: text, region: words })),
  attachments: list(text),
};
const kindPart = {
  kind,
  category: text,
  neededBy: v.exactOptional(moment),
  answerByMs: v.exactOptional(ms),
  lapsesAtMs: ms,
};

export const request = v.strictObject({
  id: uuid,
  version: count,
  title: text,
  ...kindPart,
  ...open,
  lines: list(line),
  budget: v.exactOptional(
    v.pipe(
      v.strictObject({ ...range, isShown: v.boolean() }),
      v.check((one) => isBudget(one), 'not a budget'),
    ),
  ),
  note: words,
  opening: v.picklist(['kind', 'whole']),
  rule: v.exactOptional(v.strictObject({ pick: v.picklist(['nearest', 'cheapest']), price: money, deadlineMs: ms })),
});

const copyName = { request: uuid, person: uuid, copy: count, ...kindPart };
const wholePart = {
  ...copyName,
  ...open,
  lines: list(
    v.strictObject({
      number: count,
      name: text,
      itemKind: v.exactOptional(kind),
      brand: words,
      identifiers,
      requirements: list(v.strictObject(requirement)),
      ...asked,
    }),
  ),
  budget: v.exactOptional(
    v.pipe(
      v.strictObject(range),
      v.check((one) => isBudget(one), 'not a budget'),
    ),
  ),
  fixedPrice: v.exactOptional(v.strictObject({ price: money, deadlineMs: ms })),
};
export const copy = v.variant('stage', [
  v.strictObject({ stage: v.literal('kind'), ...copyName }),
  v.strictObject({ stage: v.literal('whole'), ...wholePart }),
]);
const deliveryCopy = v.strictObject({
  stage: v.literal('delivery'),
  ...wholePart,
  delivery: v.strictObject({
    name: text,
    street: text,
    postalCode: words,
    locality: text,
    country: text,
    email: words,
    phone: words,
    words,
  }),
});

const said = { id: messageId, copy: count };
export const decline = v.strictObject({
  kind: v.literal('decline'),
  ...said,
  of: v.picklist(['request', 'counter', 'acceptance']),
  reason: v.picklist(DECLINE_REASONS),
  words,
});
export const referral = v.strictObject({ kind: v.literal('referral'), ...said, to: origin, name: text, words });
export const question = v.strictObject({
  kind: v.literal('question'),
  ...said,
  line: v.exactOptional(count),
  words: text,
});
export const notice = v.strictObject({ reason: v.picklist(FAILURE_REASONS), atMs: ms, isEnd: v.boolean() });
export const letDownReason = v.exactOptional(v.picklist(LET_DOWN_REASONS));

export const vendorMessage = v.variant('kind', [
  quote,
  referral,
  decline,
  question,
  v.strictObject({ kind: v.literal('interest'), ...said, words }),
  v.strictObject({ kind: v.literal('confirmation'), id: messageId, quote: messageId, order }),
  v.strictObject({ kind: v.literal('failure'), id: messageId, reason: v.picklist(FAILURE_REASONS), words }),
]);

export const personMessage = v.variant('kind', [
  v.strictObject({ kind: v.literal('request'), copy }),
  v.strictObject({ kind: v.literal('answer'), question: messageId, words: text }),
  v.strictObject({ kind: v.literal('counter'), counter }),
  v.strictObject({ kind: v.literal('acceptance'), acceptance, copy: deliveryCopy }),
  v.strictObject({ kind: v.literal('let-down'), reason: letDownReason }),
  v.strictObject({ kind: v.literal('ended'), as: v.picklist(['withdrawn', 'closed']) }),
  v.strictObject({ kind: v.literal('failure'), notice }),
]);
