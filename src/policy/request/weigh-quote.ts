import type { Choice } from '../../domain/acceptance.ts';
import type { OfferedLine, Quote, QuoteLine } from '../../domain/quote.ts';
import type { RequestForProposals, RequestLine } from '../../domain/request-for-proposals.ts';
import { isOffered } from './check-quote.ts';
import { type BudgetMeeting, meetBudget } from './meet-budget.ts';
import { type LineMeeting, meetLine } from './meet-line.ts';
import { type Meeting, type MeetLevel, meetRequirements } from './meet-requirement.ts';
import type { ComparedOffer } from './order-offers.ts';
import { type Price, totalToTheDoor } from './total-to-the-door.ts';

/** What a quote has for one line of the request, as the person chose. */
export interface WeighedLine {
  readonly line: RequestLine;
  /** All that is offered for it, to choose one of. */
  readonly offers: readonly OfferedLine[];
  /** The one that is chosen; absent when none is. */
  readonly chosen?: OfferedLine;
  /** Why nothing is offered, where the vendor says so. */
  readonly other?: Exclude<QuoteLine, OfferedLine>;
  readonly asked: readonly LineMeeting[];
  readonly requirements: readonly Meeting[];
}

/** A quote held against the request, with what the person chose of it. */
export interface WeighedQuote {
  readonly price: Price;
  /** Absent where the person has no budget, or nothing is chosen. */
  readonly budget?: BudgetMeeting;
  /** In the order of the request. */
  readonly lines: readonly WeighedLine[];
  /** What has to be so: every `must`, and what is asked of every line but the warranty. */
  readonly musts: readonly MeetLevel[];
  /** What is preferred, to be avoided, or wished for. */
  readonly wishes: readonly MeetLevel[];
  /** Until the last of it is there; absent where the vendor does not say so of all that is chosen. */
  readonly leadDays?: number;
  /** The shortest of what is chosen; absent where the vendor does not say so of all of it. */
  readonly warrantyMonths?: number;
  readonly returnDays?: number;
  /** Whether something is chosen for every line of the request. */
  readonly isWhole: boolean;
  /** Lines of the request of which as many are offered as were asked for, or more. */
  readonly linesInFull: number;
}

/** What a quote is worth to the person: nothing of it is known to the vendor, and there is no score. */
export function weighQuote(
  request: RequestForProposals,
  quote: Quote,
  { choice, nowMs }: { readonly choice: Choice; readonly nowMs: number },
): WeighedQuote {
  const keys = new Set(choice.map(({ offer }) => offer));
  const lines = request.lines.map((line) => weighLine(line, quote, { request, keys, nowMs }));
  const chosen = lines.flatMap((line) => line.chosen ?? []);
  const leadDays = allOf(chosen.map(({ leadTime }) => leadTime?.toDays));
  const warranties = allOf(chosen.map(({ warrantyMonths }) => warrantyMonths));
  const returnDays = daysToReturn(quote);
  const price = totalToTheDoor(quote, choice);
  const budget = request.budget && meetBudget(price, request.budget.max);
  return {
    price,
    ...(budget && { budget }),
    lines,
    musts: lines.flatMap((line) => levelsOf(line, true)),
    wishes: lines.flatMap((line) => levelsOf(line, false)),
    ...(leadDays && { leadDays: Math.max(...leadDays) }),
    ...(warranties && { warrantyMonths: Math.min(...warranties) }),
    ...(returnDays !== undefined && { returnDays }),
    isWhole: lines.every((line) => line.chosen !== undefined),
    linesInFull: lines.filter(({ asked }) => asked.some(({ of, level }) => of === 'quantity' && level === 'met'))
      .length,
  };
}

/** As far as quotes are put in order by it. What the person thinks of thing and vendor comes from elsewhere. */
export function comparedOf(
  { price, budget, lines, linesInFull, musts, wishes, leadDays, warrantyMonths, returnDays }: WeighedQuote,
  own: Pick<ComparedOffer, 'ownRating' | 'keptShare'>,
): ComparedOffer {
  const total = price.kind === 'priced' ? price.total : undefined;
  return {
    musts,
    wishes,
    ...(total && { total }),
    ...(budget && { budget }),
    isPart: linesInFull < lines.length,
    ...(leadDays !== undefined && { leadDays }),
    ...(warrantyMonths !== undefined && { warrantyMonths }),
    ...(returnDays !== undefined && { returnDays }),
    ...own,
  };
}

function weighLine(
  line: RequestLine,
  quote: Quote,
  {
    request,
    keys,
    nowMs,
  }: { readonly request: RequestForProposals; readonly keys: ReadonlySet<string>; readonly nowMs: number },
): WeighedLine {
  const said = quote.lines.filter((other) => other.line === line.number);
  const offers = said.filter(isOffered);
  const chosen = offers.find(({ key }) => keys.has(key));
  const other = said.find((one) => !isOffered(one));
  return {
    line,
    offers,
    ...(chosen && { chosen }),
    ...(other && { other }),
    asked: chosen ? meetLine(chosen, line, request, nowMs) : [],
    requirements: chosen ? meetRequirements(line.requirements, chosen) : [],
  };
}

/** Of a line without an offer nothing is met; of one that is to follow nobody can say. */
function levelsOf({ line, chosen, other, asked, requirements }: WeighedLine, areMusts: boolean): MeetLevel[] {
  if (!chosen) {
    const level: MeetLevel = other?.kind === 'pending' ? 'not-said' : 'not';
    const missed = line.requirements.filter(({ strength }) => (strength === 'must') === areMusts);
    return [...(areMusts ? [level] : []), ...missed.map(() => level)];
  }
  return [
    ...asked.filter(({ of }) => (of !== 'warranty') === areMusts),
    ...requirements.filter(({ requirement }) => (requirement.strength === 'must') === areMusts),
  ].map(({ level }) => level);
}

/** `undefined` unless there is one and all of them are known. */
function allOf(values: readonly (number | undefined)[]): readonly number[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return values.length > 0 && known.length === values.length ? known : undefined;
}

function daysToReturn({ returns }: Quote): number | undefined {
  return returns.kind === 'days' ? returns.days : returns.kind === 'none' ? 0 : undefined;
}
