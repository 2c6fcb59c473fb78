import type { RequestInput } from '../../../app/write-request.ts';
import type { Decimal } from '../../../domain/decimal.ts';
import { readCurrency } from '../../../domain/currency.ts';
import { readMoment } from '../../../domain/moment.ts';
import type { Money } from '../../../domain/money.ts';
import { ONE, readQuantity, type UnitCode } from '../../../domain/quantity.ts';
import type { Budget, RequestForProposals, RequestLine } from '../../../domain/request-for-proposals.ts';
import type { Requirement, WantedValue } from '../../../domain/requirement.ts';
import { shortName } from '../short-name.ts';
import { readAmount } from '../../read-amount.ts';
import { valueOf } from '../preferences/value-of.ts';
import { dayText, endOfDayMs, timeMs, timeText } from './day-text.ts';
import { keyOfProperty, propertyOf } from './property-name.ts';
import type { LineDraft, RequestDraft, RequirementDraft } from './request-draft.ts';
import { readTypedNumber } from './typed-number.ts';

/** Characters of a word or two. */
const SHORT = 100;

/**
 * What is kept for a draft.
 *
 * @param draft - one without a fault
 * @param before - the request as it was: a time that was not touched stays to the millisecond
 */
export function inputOf(draft: RequestDraft, before?: RequestForProposals): RequestInput {
  const lines = draft.lines.map(lineOf);
  const [first] = lines;
  const name = first ? nameOf(first) : '';
  const { country, region, warrantyMonths, neededBy, note } = draft;
  const needed = readMoment(neededBy);
  const answerByMs = timeOf(draft.answerBy, before?.answerByMs);
  const budget = budgetOf(draft);
  const rulePrice = draft.hasRule ? moneyIn(draft.rulePrice, draft.ruleCurrency) : undefined;
  const deadlineMs = timeOf(draft.ruleDeadline, before?.rule?.deadlineMs);
  const nearestFirst = before?.rule?.nearestFirst;
  return {
    title: draft.title.trim() === '' ? shortName(name) : draft.title.trim(),
    kind: draft.kind,
    category: draft.category.trim().slice(0, SHORT).trim(),
    lines,
    ...(needed !== undefined && { neededBy: needed }),
    ...(country !== '' && { area: { country, ...(region.trim() !== '' && { region: region.trim() }) } }),
    deliveryMethods: [
      ...(draft.isDelivered ? (['delivery'] as const) : []),
      ...(draft.isPickedUp ? (['pick-up'] as const) : []),
    ],
    paymentMethods: [...draft.payment, ...parted(draft.otherPayment)],
    ...(warrantyMonths.trim() !== '' && { warrantyMonths: Number(warrantyMonths) }),
    ...(budget && { budget }),
    attachments: draft.attachments
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(answerByMs !== undefined && { answerByMs }),
    lapsesAtMs: lapseOf(draft.lapses, before?.lapsesAtMs),
    opening: draft.opening,
    ...(rulePrice &&
      deadlineMs !== undefined && {
        rule: { pick: draft.pick, ...(nearestFirst && { nearestFirst }), price: rulePrice, deadlineMs },
      }),
  };
}

function nameOf({ wanted }: Pick<RequestLine, 'wanted'>): string {
  return wanted.kind === 'item' ? wanted.name : wanted.words;
}

function lineOf({
  number,
  wanted,
  intentionId,
  requirements,
  amount,
  unit,
  condition,
  ...draft
}: LineDraft): RequestLine {
  const value = readTypedNumber(amount) ?? ('1' as Decimal);
  return {
    number,
    wanted: wanted.kind === 'words' ? { kind: 'words', words: wanted.words.trim() } : wanted,
    ...(intentionId !== undefined && wanted.kind === 'item' && { intentionId }),
    requirements: requirements.map(requirementOf),
    quantity: readQuantity(value, unit) ?? { value, unit: ONE },
    condition,
    substitutes: draft.areSubstitutesWelcome ? 'welcome' : 'unwelcome',
  };
}

export function requirementOf(draft: RequirementDraft): Requirement {
  const { strength, isPrivate } = draft;
  const property = propertyOf(draft.property);
  return { property, strength, wanted: wantedValueOf(draft, keyOfProperty(property)), isPrivate };
}

function wantedValueOf(draft: RequirementDraft, key: string | undefined): WantedValue {
  const { kind, min, max, unit, is } = draft;
  if (kind === 'flag') {
    return { kind, is };
  }
  if (kind === 'text') {
    const anyOf = parted(draft.anyOf).map((text) => (key === undefined ? text : valueOf(key, text)));
    return { kind, anyOf, ...(isAllOf(draft) && { isAll: true as const }) };
  }
  const [low, high] = [min, max].map((end) => readTypedNumber(end));
  return {
    kind,
    ...(low !== undefined && { min: low }),
    ...(high !== undefined && { max: high }),
    ...(unit !== '' && { unit: unit as UnitCode }),
  };
}

function budgetOf({ budgetMin, budgetMax, currency, isBudgetShown }: RequestDraft): Budget | undefined {
  const max = moneyIn(budgetMax, currency);
  const min = moneyIn(budgetMin, currency);
  return max && { max, ...(min && { min }), isShown: isBudgetShown };
}

function moneyIn(amount: string, currency: string): Money | undefined {
  const code = readCurrency(currency);
  return code && readAmount(amount, code);
}

/** Whether the tick counts: of one thing, and of what is to be avoided, it would say nothing. */
export function isAllOf({ kind, strength, anyOf, isAll }: RequirementDraft): boolean {
  return isAll && canBeAllOf({ kind, strength, anyOf });
}

export function canBeAllOf({ kind, strength, anyOf }: Pick<RequirementDraft, 'kind' | 'strength' | 'anyOf'>): boolean {
  return kind === 'text' && strength !== 'avoid' && parted(anyOf).length > 1;
}

function parted(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim().replaceAll(/\s+/gu, ' '));
  return [...new Set(parts)].filter((part) => part !== '');
}

function timeOf(text: string, before: number | undefined): number | undefined {
  return before !== undefined && timeText(before) === text ? before : timeMs(text);
}

function lapseOf(text: string, before: number | undefined): number {
  return before !== undefined && dayText(before) === text ? before : (endOfDayMs(text) ?? 0);
}
