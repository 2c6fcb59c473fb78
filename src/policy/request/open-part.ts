import { strengthOf } from '../../domain/identifier.ts';
import type { RequestForProposals, RequestLine } from '../../domain/request-for-proposals.ts';
import type { CopyLine, WholeCopy } from '../../domain/vendor-copy.ts';

/**
 * What of a request may ever be told to some vendor, and the clocks. A thread is given this and never the request: whatever
 * a vendor sends, what it gets back can't depend on a field that is not in here, as the budget is not unless it is shown.
 */
export interface OpenPart
  extends Pick<RequestForProposals, 'opening'>,
    Omit<WholeCopy, 'stage' | 'request' | 'person' | 'copy'> {}

const MINUTE_MS = 60_000;

export function openPartOf(request: RequestForProposals): OpenPart {
  const { kind, category, neededBy, answerByMs, lapsesAtMs, area, warrantyMonths, budget, rule, opening } = request;
  return {
    opening,
    kind,
    category,
    ...(neededBy !== undefined && { neededBy }),
    ...(answerByMs !== undefined && { answerByMs: wholeMinute(answerByMs) }),
    lapsesAtMs: wholeMinute(lapsesAtMs),
    lines: request.lines.map(copyLine),
    ...(area !== undefined && {
      area: { country: area.country, ...(area.region !== undefined && { region: area.region }) },
    }),
    deliveryMethods: request.deliveryMethods,
    paymentMethods: request.paymentMethods,
    ...(warrantyMonths !== undefined && { warrantyMonths }),
    ...(budget?.isShown === true && {
      budget: { max: budget.max, ...(budget.min !== undefined && { min: budget.min }) },
    }),
    ...(rule !== undefined && { fixedPrice: { price: rule.price, deadlineMs: wholeMinute(rule.deadlineMs) } }),
    attachments: request.attachments,
  };
}

function copyLine({ number, wanted, requirements, quantity, condition, substitutes }: RequestLine): CopyLine {
  return {
    number,
    ...(wanted.kind === 'words'
      ? { name: wanted.words, identifiers: [] }
      : {
          name: wanted.name,
          itemKind: wanted.itemKind,
          ...(wanted.brand !== undefined && { brand: wanted.brand }),
          identifiers: wanted.identifiers.filter((identifier) => strengthOf(identifier) === 'strong'),
        }),
    requirements: requirements
      .filter(({ isPrivate }) => !isPrivate)
      .map(({ property, strength, wanted: value }) => ({ property, strength, wanted: value })),
    quantity,
    condition,
    substitutes,
  };
}

function wholeMinute(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
