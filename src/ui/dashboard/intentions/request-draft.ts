import type { RecordId } from '../../../domain/ids.ts';
import type { Item, ItemKind } from '../../../domain/item.ts';
import { writeAmount } from '../../../domain/money.ts';
import { ONE } from '../../../domain/quantity.ts';
import type {
  RequestForProposals,
  RequestLine,
  Rule,
  Wanted,
  WantedCondition,
} from '../../../domain/request-for-proposals.ts';
import type { Requirement, RequirementStrength, WantedValue } from '../../../domain/requirement.ts';
import { valueName } from '../preferences/value-name.ts';
import { dayText, timeText } from './day-text.ts';
import { keyOfProperty, propertyName } from './property-name.ts';
import { currencyIn } from './regions.ts';
import { typedNumber } from './typed-number.ts';

/** A requirement as it stands in the form: what was typed, right or wrong. */
export interface RequirementDraft {
  readonly property: string;
  readonly strength: RequirementStrength;
  readonly kind: WantedValue['kind'];
  /** Parted by commas. */
  readonly anyOf: string;
  /** All of them at once, and not one of them. */
  readonly isAll: boolean;
  readonly min: string;
  readonly max: string;
  /** Empty for a plain number. */
  readonly unit: string;
  readonly is: boolean;
  readonly isPrivate: boolean;
}

export interface LineDraft {
  readonly number: number;
  readonly wanted: Wanted;
  readonly intentionId?: RecordId;
  readonly requirements: readonly RequirementDraft[];
  readonly amount: string;
  readonly unit: string;
  readonly condition: WantedCondition;
  readonly areSubstitutesWelcome: boolean;
}

/** A request as it stands in the form. What the person left empty is an empty text. */
export interface RequestDraft {
  readonly title: string;
  readonly kind: ItemKind;
  readonly category: string;
  readonly lines: readonly LineDraft[];
  /** The highest number that a line ever had. */
  readonly lastLine: number;
  /** A day, or whatever was there before. */
  readonly neededBy: string;
  readonly country: string;
  readonly region: string;
  readonly isDelivered: boolean;
  readonly isPickedUp: boolean;
  readonly payment: readonly string[];
  /** Other ways to pay, parted by commas. */
  readonly otherPayment: string;
  readonly warrantyMonths: string;
  readonly budgetMin: string;
  readonly budgetMax: string;
  readonly currency: string;
  readonly isBudgetShown: boolean;
  /** One a line. */
  readonly attachments: string;
  readonly note: string;
  readonly answerBy: string;
  readonly lapses: string;
  readonly opening: RequestForProposals['opening'];
  readonly hasRule: boolean;
  readonly pick: Rule['pick'];
  readonly rulePrice: string;
  readonly ruleCurrency: string;
  readonly ruleDeadline: string;
}

/** Ways to pay that have a name of their own in schema.org, which any vendor understands. */
export const PAYMENT_METHODS = [
  'ByInvoice',
  'ByBankTransferInAdvance',
  'DirectDebit',
  'PaymentCard',
  'COD',
  'Cash',
] as const;

const DAY_MS = 86_400_000;
/** A request that nobody ends ends by itself after so many days, unless the person says otherwise. */
const USUAL_DAYS = 14;

/** What a request begins with. */
export interface Beginning {
  readonly nowMs: number;
  /** ISO 3166-1, or empty. */
  readonly country: string;
  readonly item?: Item;
  readonly intentionId?: RecordId;
}

export function newDraft({ nowMs, country, item, intentionId }: Beginning): RequestDraft {
  const currency = currencyIn(country);
  const line = newLine(1);
  return {
    title: '',
    kind: item?.kind ?? 'Product',
    category: '',
    lines: [item ? { ...line, ...wantedOf(item), ...(intentionId !== undefined && { intentionId }) } : line],
    lastLine: 1,
    neededBy: '',
    country: '',
    region: '',
    isDelivered: false,
    isPickedUp: false,
    payment: [],
    otherPayment: '',
    warrantyMonths: '',
    budgetMin: '',
    budgetMax: '',
    currency,
    isBudgetShown: false,
    attachments: '',
    note: '',
    answerBy: '',
    lapses: dayText(nowMs + USUAL_DAYS * DAY_MS),
    opening: 'kind',
    hasRule: false,
    pick: 'cheapest',
    rulePrice: '',
    ruleCurrency: currency,
    ruleDeadline: '',
  };
}

export function newLine(number: number): LineDraft {
  return {
    number,
    wanted: { kind: 'words', words: '' },
    requirements: [],
    amount: '1',
    unit: ONE,
    condition: 'any',
    areSubstitutesWelcome: true,
  };
}

/** A thing as it is wanted: as it is known now. */
export function wantedOf({ id, kind, name, brand, identifiers }: Item): Pick<LineDraft, 'wanted'> {
  return {
    wanted: {
      kind: 'item',
      itemId: id,
      itemKind: kind,
      name,
      ...(brand !== undefined && { brand }),
      identifiers,
    },
  };
}

/** The form filled with what is there. */
export function draftOf(request: RequestForProposals, lastLine: number): RequestDraft {
  const { area, budget, rule, deliveryMethods, paymentMethods, warrantyMonths, answerByMs } = request;
  const currency = budget?.max.currency ?? rule?.price.currency ?? currencyIn(area?.country ?? '');
  const isKnown = (method: string): boolean => (PAYMENT_METHODS as readonly string[]).includes(method);
  return {
    title: request.title,
    kind: request.kind,
    category: request.category,
    lines: request.lines.map(lineDraft),
    lastLine,
    neededBy: request.neededBy ?? '',
    country: area?.country ?? '',
    region: area?.region ?? '',
    isDelivered: deliveryMethods.includes('delivery'),
    isPickedUp: deliveryMethods.includes('pick-up'),
    payment: paymentMethods.filter(isKnown),
    otherPayment: paymentMethods.filter((method) => !isKnown(method)).join(', '),
    warrantyMonths: warrantyMonths === undefined ? '' : String(warrantyMonths),
    budgetMin: budget?.min ? typedNumber(writeAmount(budget.min)) : '',
    budgetMax: budget ? typedNumber(writeAmount(budget.max)) : '',
    currency,
    isBudgetShown: budget?.isShown ?? false,
    attachments: request.attachments.join('\n'),
    note: request.note ?? '',
    answerBy: answerByMs === undefined ? '' : timeText(answerByMs),
    lapses: dayText(request.lapsesAtMs),
    opening: request.opening,
    hasRule: rule !== undefined,
    pick: rule?.pick ?? 'cheapest',
    rulePrice: rule ? typedNumber(writeAmount(rule.price)) : '',
    ruleCurrency: rule?.price.currency ?? currency,
    ruleDeadline: rule ? timeText(rule.deadlineMs) : '',
  };
}

function lineDraft({ quantity, substitutes, requirements, ...line }: RequestLine): LineDraft {
  return {
    ...line,
    requirements: requirements.map(requirementDraft),
    amount: typedNumber(quantity.value),
    unit: quantity.unit,
    areSubstitutesWelcome: substitutes === 'welcome',
  };
}

export function newRequirement(property = ''): RequirementDraft {
  return {
    property,
    strength: 'must',
    kind: 'text',
    anyOf: '',
    isAll: false,
    min: '',
    max: '',
    unit: '',
    is: true,
    isPrivate: false,
  };
}

export function requirementDraft({ property, strength, wanted, isPrivate }: Requirement): RequirementDraft {
  const key = keyOfProperty(property);
  const empty = { ...newRequirement(propertyName(property)), strength, kind: wanted.kind, isPrivate };
  switch (wanted.kind) {
    case 'text':
      return {
        ...empty,
        anyOf: wanted.anyOf.map((value) => (key === undefined ? value : valueName(key, value))).join(', '),
        isAll: wanted.isAll === true,
      };
    case 'range':
      return {
        ...empty,
        min: typedNumber(wanted.min ?? ''),
        max: typedNumber(wanted.max ?? ''),
        unit: wanted.unit ?? '',
      };
    case 'flag':
      return { ...empty, is: wanted.is };
  }
}
