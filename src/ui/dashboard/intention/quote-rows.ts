import type { Charge, LeadTime, OfferedLine, Quote, Returns, Tax, UnitPrice } from '../../../domain/quote.ts';
import type { QuotedProperty } from '../../../domain/requirement.ts';
import { formatList, formatNumber, formatTime } from '../../format.ts';
import { formatMoney } from '../../format-money.ts';
import { formatDecimal, formatQuantity } from '../../format-quantity.ts';
import { isolated, t, tn } from '../../i18n.ts';
import type { Row } from './copy-rows.ts';

/** What a quote says of the whole, beside its lines. Nothing is summed up, nothing converted. */
export function quoteRows(quote: Quote): Row[] {
  const { pricing, freight, handling, tax, validFor, validUntilMs, returns, contact } = quote;
  return [
    row('intention_quote_pricing', t(pricing === 'fixed' ? 'intention_quote_fixed' : 'intention_quote_negotiable')),
    row('intention_quote_freight', chargeText(freight)),
    ...(handling.kind === 'included' ? [] : [row('intention_quote_handling', chargeText(handling))]),
    row('intention_quote_tax', taxText(tax)),
    row('intention_quote_until', formatTime(validUntilMs)),
    ...(validFor === undefined ? [] : [row('intention_quote_for', isolated(validFor))]),
    row('intention_quote_returns', returnsText(returns)),
    ...(contact
      ? [
          row(
            'intention_quote_contact',
            [contact.name, contact.email, contact.phone]
              .flatMap((one) => (one === undefined ? [] : [isolated(one)]))
              .join(', '),
          ),
        ]
      : []),
  ];
}

/** What is said of one thing offered: price first. */
export function offerFacts(offer: OfferedLine): string[] {
  const { price, condition, availability, inventory, leadTime, warrantyMonths, isSubstitute, options } = offer;
  return [
    priceText(price),
    ...(isSubstitute ? [t('intention_quote_substitute')] : []),
    t(`condition_${condition}`),
    ...(availability === undefined ? [] : [t(`availability_${availability}`)]),
    ...(inventory === undefined ? [] : [t('intention_quote_inventory', formatDecimal(inventory, price.per.unit))]),
    ...(leadTime ? [leadTimeText(leadTime)] : []),
    ...(warrantyMonths === undefined ? [] : [t('intention_quote_warranty', tn('intention_months', warrantyMonths))]),
    ...(options.length === 0 ? [] : [tn('intention_quote_options', options.length)]),
  ];
}

/** 'weight: 11 kg' */
export function propertyText({ property, value }: QuotedProperty): string {
  const text =
    value.kind === 'text'
      ? isolated(value.text)
      : value.kind === 'number'
        ? formatDecimal(value.value, value.unit)
        : t(value.is ? 'intention_value_yes' : 'intention_value_no');
  return `${isolated(property)}: ${text}`;
}

/** '€4.20 for 100, from 500 on €3.90' */
export function priceText({ per, tiers }: UnitPrice): string {
  const steps = tiers.map(({ from, amount }, index) =>
    index === 0 ? formatMoney(amount) : t('intention_quote_from', formatDecimal(from, per.unit), formatMoney(amount)),
  );
  const first = steps[0] ?? '';
  const each = t(per.value === '1' ? 'intention_quote_each' : 'intention_quote_per', first, formatQuantity(per));
  return formatList([each, ...steps.slice(1)]);
}

function chargeText(charge: Charge): string {
  switch (charge.kind) {
    case 'included':
      return t('intention_quote_included');
    case 'charged':
      return formatMoney(charge.amount);
    case 'unknown':
      return t('intention_quote_unknown');
  }
}

function taxText(tax: Tax): string {
  switch (tax.kind) {
    case 'included':
      return t('intention_quote_included');
    case 'excluded-amount':
      return t('intention_quote_tax_on_top', formatMoney(tax.amount));
    case 'excluded-rate':
      return t('intention_quote_tax_on_top', `${formatDecimal(tax.percent)} %`);
    case 'excluded':
      return t('intention_quote_tax_on_top_unknown');
    case 'unknown':
      return t('intention_quote_unknown');
  }
}

function returnsText(returns: Returns): string {
  switch (returns.kind) {
    case 'none':
      return t('intention_quote_returns_none');
    case 'days':
      return tn(`intention_quote_returns_${returns.paidBy}`, returns.days);
    case 'unknown':
      return t('intention_quote_unknown');
  }
}

function leadTimeText({ fromDays, toDays }: LeadTime): string {
  return fromDays === toDays
    ? tn('intention_quote_lead', toDays)
    : t('intention_quote_lead_range', formatNumber(fromDays), formatNumber(toDays));
}

function row(key: Parameters<typeof t>[0], text: string): Row {
  return { label: t(key), text };
}
