import type { Acceptance } from '../../domain/acceptance.ts';
import type { Counter } from '../../domain/counter.ts';
import { momentOf } from '../../domain/moment.ts';
import type { PersonMessage } from '../../domain/thread-message.ts';
import type { WirePersonMessage } from './person-message-schema.ts';
import { present } from './present.ts';
import { demandOf, pricedOf, quantityOf } from './to-demand.ts';

const MINUTE_MS = 60_000;

/** A message to a vendor as it leaves, in the envelope that signs and numbers it. */
export function personMessageOf(message: PersonMessage): WirePersonMessage {
  switch (message.kind) {
    case 'request':
      return { kind: 'request', demand: demandOf(message.copy) };
    case 'answer':
      return { kind: 'answer', question: message.question, text: message.words };
    case 'counter':
      return { kind: 'counter', ...counterOf(message.counter) };
    case 'acceptance':
      return { kind: 'acceptance', ...acceptanceOf(message.acceptance), demand: demandOf(message.copy) };
    case 'let-down':
      return { kind: 'let-down', ...present({ reason: message.reason }) };
    case 'ended':
      return { kind: 'ended', as: message.as };
    case 'failure': {
      const { reason, atMs, isEnd } = message.notice;
      // Two vendors that a wake-up found late at once would know one request by its milliseconds.
      const at = momentOf(Math.floor(atMs / MINUTE_MS) * MINUTE_MS);
      return { kind: 'failure', reason, at, isEnd };
    }
  }
}

function counterOf({ quote, lines, total, words }: Counter) {
  return {
    quote,
    lines: lines.map(({ offer, quantity, amount }) => ({
      offer,
      ...(quantity && { eligibleQuantity: quantityOf(quantity) }),
      ...(amount && { priceSpecification: pricedOf(amount) }),
    })),
    ...(total && { priceSpecification: pricedOf(total) }),
    ...present({ description: words }),
  };
}

function acceptanceOf({ quote, choice, total }: Acceptance) {
  return {
    quote,
    chosen: choice.map(({ offer, quantity, options }) => ({
      offer,
      ...(quantity && { eligibleQuantity: quantityOf(quantity) }),
      addOn: [...options],
    })),
    ...(total && { priceSpecification: pricedOf(total) }),
  };
}
