import { localDay } from '../../domain/local-day.ts';
import type { Moment } from '../../domain/moment.ts';
import { momentOf } from '../../domain/moment.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { compareQuantities } from '../../domain/quantity.ts';
import type { ItemCondition, LeadTime, OfferedLine } from '../../domain/quote.ts';
import type { RequestForProposals, RequestLine, WantedCondition } from '../../domain/request-for-proposals.ts';
import type { MeetLevel } from './meet-requirement.ts';
import { DAY_MS } from './thread-clocks.ts';

/** What is asked of every line beside its own requirements. */
export interface LineMeeting {
  readonly of: 'quantity' | 'condition' | 'substitute' | 'date' | 'warranty';
  readonly level: MeetLevel;
}

/** How an offer meets what a request asks of any line. What was not asked for is not listed. */
export function meetLine(
  offer: OfferedLine,
  line: RequestLine,
  { neededBy, warrantyMonths }: Pick<RequestForProposals, 'neededBy' | 'warrantyMonths'>,
  nowMs: number,
): readonly LineMeeting[] {
  const { leadTime } = offer;
  return [
    { of: 'quantity', level: meetQuantity(line.quantity, offer.quantity) },
    { of: 'condition', level: meetCondition(line.condition, offer.condition) },
    ...(offer.isSubstitute
      ? [{ of: 'substitute', level: line.substitutes === 'welcome' ? 'partly' : 'not' } as const]
      : []),
    ...(neededBy === undefined ? [] : [{ of: 'date', level: meetDate(neededBy, { leadTime, nowMs }) } as const]),
    ...(warrantyMonths === undefined
      ? []
      : [{ of: 'warranty', level: meetWarranty(warrantyMonths, offer.warrantyMonths) } as const]),
  ];
}

function meetQuantity(wanted: Quantity, offered: Quantity): MeetLevel {
  const difference = compareQuantities(offered, wanted);
  return difference === undefined ? 'not-said' : difference < 0 ? 'partly' : 'met';
}

function meetCondition(wanted: WantedCondition, offered: ItemCondition): MeetLevel {
  switch (wanted) {
    case 'any':
      return 'met';
    case 'new':
      return offered === 'new' ? 'met' : offered === 'refurbished' ? 'partly' : 'not';
    case 'used':
      return offered === 'used' || offered === 'refurbished' ? 'met' : offered === 'damaged' ? 'partly' : 'not';
  }
}

/** By whole days, or as coarse as the date was told. Partly, when it may be there in time and may not. */
function meetDate(
  neededBy: Moment,
  { leadTime, nowMs }: { readonly leadTime: LeadTime | undefined; readonly nowMs: number },
): MeetLevel {
  if (!leadTime) {
    return 'not-said';
  }
  const by = neededBy.slice(0, 10);
  const isThere = (days: number): boolean => localDay(momentOf(nowMs + days * DAY_MS)).slice(0, by.length) <= by;
  return isThere(leadTime.toDays) ? 'met' : isThere(leadTime.fromDays) ? 'partly' : 'not';
}

function meetWarranty(wanted: number, offered: number | undefined): MeetLevel {
  return offered === undefined ? 'not-said' : offered >= wanted ? 'met' : offered > 0 ? 'partly' : 'not';
}
