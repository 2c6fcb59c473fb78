import { readCurrency } from '../../../domain/currency.ts';
import { compareDecimals } from '../../../domain/decimal.ts';
import { compareMoney } from '../../../domain/money.ts';
import { type MessageKey, t } from '../../i18n.ts';
import { readAmount } from '../../read-amount.ts';
import { dayText, endOfDayMs, timeMs } from './day-text.ts';
import type { LineDraft, RequestDraft, RequirementDraft } from './request-draft.ts';
import { readTypedNumber } from './typed-number.ts';

/** What keeps a draft from being kept as it is, and where: the id of a field, and what to do about it. */
export interface DraftFault {
  readonly field: string;
  readonly text: string;
}

/** Months of a warranty beyond which it is a slip of the keyboard. */
const MOST_MONTHS = 600;

/**
 * All that is wrong with a draft, in the order of the form. What may still be missing before it is cast is none of it.
 *
 * @param before - the same request as it was kept: what was right then and was not touched is no fault now
 */
export function faultsOf(draft: RequestDraft, nowMs: number, before?: RequestDraft): readonly DraftFault[] {
  return [
    ...draft.lines.flatMap(lineFaults),
    ...categoryFaults(draft),
    ...timeFaults(draft, nowMs, before),
    ...areaFaults(draft),
    ...budgetFaults(draft),
    ...ruleFaults(draft, nowMs, before),
  ];
}

function fault(field: string, key: MessageKey, ...parts: readonly string[]): readonly DraftFault[] {
  return [{ field, text: t(key, ...parts) }];
}

function lineFaults({ number, wanted, amount, requirements }: LineDraft): readonly DraftFault[] {
  const value = readTypedNumber(amount) ?? '0';
  return [
    ...(wanted.kind === 'words' && wanted.words.trim() === ''
      ? fault(`words-${number}`, 'intentions_fault_words')
      : []),
    ...(value === '0' || value.startsWith('-') ? fault(`amount-${number}`, 'intentions_fault_amount') : []),
    ...requirements.flatMap((requirement, place) => requirementFaults(requirement, `${number}-${place}`)),
  ];
}

/** It is all that a vendor is told at first: never filled in from what is wanted, which may say far more. */
function categoryFaults({ category }: RequestDraft): readonly DraftFault[] {
  return category.trim() === '' ? fault('category', 'intentions_fault_category') : [];
}

function requirementFaults(requirement: RequirementDraft, id: string): readonly DraftFault[] {
  return [
    ...(requirement.property.trim() === '' ? fault(`property-${id}`, 'intentions_fault_property') : []),
    ...valueFaults(requirement, id),
  ];
}

function valueFaults({ kind, anyOf, min, max }: RequirementDraft, id: string): readonly DraftFault[] {
  if (kind === 'flag') {
    return [];
  }
  if (kind === 'text') {
    return /[^\s,]/u.test(anyOf) ? [] : fault(`value-${id}`, 'intentions_fault_value');
  }
  if (min.trim() === '' && max.trim() === '') {
    return fault(`min-${id}`, 'intentions_fault_range_empty');
  }
  const [low, high] = [min, max].map((end) => (end.trim() === '' ? undefined : readTypedNumber(end)));
  if (min.trim() !== '' && low === undefined) {
    return fault(`min-${id}`, 'intentions_fault_number');
  }
  if (max.trim() !== '' && high === undefined) {
    return fault(`max-${id}`, 'intentions_fault_number');
  }
  return low !== undefined && high !== undefined && compareDecimals(low, high) > 0
    ? fault(`max-${id}`, 'intentions_fault_range_turned')
    : [];
}

function timeFaults(draft: RequestDraft, nowMs: number, before: RequestDraft | undefined): readonly DraftFault[] {
  const { neededBy, lapses, answerBy } = draft;
  const end = endOfDayMs(lapses);
  const answer = timeMs(answerBy);
  return [
    ...(isUntouched('neededBy') || neededBy === '' || (endOfDayMs(neededBy) !== undefined && neededBy >= dayText(nowMs))
      ? []
      : fault('neededBy', 'intentions_fault_needed')),
    ...(end === undefined || (end <= nowMs && !isUntouched('lapses'))
      ? fault('lapses', 'intentions_fault_lapses')
      : []),
    ...(answerBy === '' || (isUntouched('answerBy') && isUntouched('lapses'))
      ? []
      : answer === undefined || answer <= nowMs
        ? fault('answerBy', 'intentions_fault_answer_past')
        : end !== undefined && answer > end
          ? fault('answerBy', 'intentions_fault_answer_late')
          : []),
  ];

  function isUntouched(field: 'neededBy' | 'lapses' | 'answerBy'): boolean {
    return before?.[field] === draft[field];
  }
}

function areaFaults({ country, region, warrantyMonths }: RequestDraft): readonly DraftFault[] {
  const months = warrantyMonths.trim();
  const isMonths = /^[1-9]\d{0,2}$/u.test(months) && Number(months) <= MOST_MONTHS;
  return [
    ...(country === '' && region.trim() !== '' ? fault('country', 'intentions_fault_country') : []),
    ...(months === '' || isMonths ? [] : fault('warrantyMonths', 'intentions_fault_warranty')),
  ];
}

function budgetFaults({ budgetMin, budgetMax, currency, isBudgetShown }: RequestDraft): readonly DraftFault[] {
  const code = readCurrency(currency);
  const [hasMin, hasMax] = [budgetMin.trim() !== '', budgetMax.trim() !== ''];
  if (code === undefined) {
    return hasMin || hasMax ? fault('currency', 'intentions_fault_currency') : [];
  }
  const [min, max] = [readAmount(budgetMin, code), readAmount(budgetMax, code)];
  if (hasMin && min === undefined) {
    return fault('budgetMin', 'intentions_fault_money', code);
  }
  if (hasMax ? max === undefined || max.minor === 0 : hasMin || isBudgetShown) {
    return hasMax
      ? fault('budgetMax', 'intentions_fault_money', code)
      : fault('budgetMax', 'intentions_fault_budget_missing');
  }
  return min && max && compareMoney(min, max) > 0 ? fault('budgetMax', 'intentions_fault_budget_turned') : [];
}

function ruleFaults(draft: RequestDraft, nowMs: number, before: RequestDraft | undefined): readonly DraftFault[] {
  if (!draft.hasRule) {
    return [];
  }
  const code = readCurrency(draft.ruleCurrency);
  const price = code && readAmount(draft.rulePrice, code);
  const deadline = timeMs(draft.ruleDeadline);
  const end = endOfDayMs(draft.lapses);
  const isUntouched = before?.ruleDeadline === draft.ruleDeadline && before.lapses === draft.lapses;
  return [
    ...(price === undefined || price.minor === 0 ? fault('rulePrice', 'intentions_fault_money', code ?? 'EUR') : []),
    ...(isUntouched
      ? []
      : deadline === undefined || deadline <= nowMs
        ? fault('ruleDeadline', 'intentions_fault_deadline')
        : end !== undefined && deadline > end
          ? fault('ruleDeadline', 'intentions_fault_deadline_late')
          : []),
  ];
}
