/** What is said of a quote as a whole, one function a row. */
import { html, nothing } from 'lit';
import type { BudgetMeeting, ComparedQuote, MeetLevel, Opinion, Price } from '../../../app/weigh-quotes.ts';
import type { Money } from '../../../domain/money.ts';
import type { Budget } from '../../../domain/request-for-proposals.ts';
import { givenByStars, halfStarsOf } from '../../../domain/scale.ts';
import '../../components/sayso-mark.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { formatMoney } from '../../format-money.ts';
import { isolated, t, tn } from '../../i18n.ts';
import { quotePressed } from './quote-events.ts';
import { levelText } from './meeting-text.ts';
import { verdict } from './verdict.ts';

const BUDGET = {
  within: ['met', 'compare_budget_within'],
  above: ['not', 'compare_budget_above'],
  open: ['not-said', 'compare_budget_open'],
  'other-currency': ['not-said', 'compare_budget_currency'],
} as const satisfies Record<BudgetMeeting, readonly [MeetLevel, string]>;

/** To the door, or what is known of it; what it leaves out is said with it. */
export function totalCell({ weighed: { price, lines, linesInFull } }: ComparedQuote) {
  return html`<strong class="total">${priceText(price)}</strong>${
    price.kind === 'priced' && linesInFull < lines.length
      ? html`<p>${verdict('not', t('compare_total_part', formatNumber(linesInFull), formatNumber(lines.length)))}</p>`
      : nothing
  }${
    price.kind === 'priced' && price.unknown.length > 0
      ? html`<p>${verdict('not-said', t('compare_total_without', unknownText(price)))}</p>`
      : nothing
  }`;
}

/** '€508.90', 'at least €499.00'. */
export function priceText(price: Price): string {
  if (price.kind === 'impossible') {
    return t(price.problem === 'nothing-chosen' ? 'compare_total_nothing' : 'compare_total_impossible');
  }
  return price.total ? formatMoney(price.total) : t('compare_total_at_least', formatMoney(price.atLeast));
}

function unknownText({ unknown }: Extract<Price, { readonly kind: 'priced' }>): string {
  return unknown.map((part) => t(`compare_${part}`)).join(', ');
}

/** Held against what it may cost at most, in that currency alone; no vendor is told. */
export function budgetCell({ weighed: { budget } }: ComparedQuote, { max }: Budget) {
  if (!budget) {
    return nothing;
  }
  const [level, text] = BUDGET[budget];
  return verdict(level, t(text, formatMoney(max)));
}

export function partsCell({ quote: { quote }, weighed: { price } }: ComparedQuote) {
  if (price.kind === 'impossible') {
    return nothing;
  }
  const parts = [
    [t('compare_goods'), formatMoney(price.goods)],
    [t('compare_freight'), chargeText(price.freight, quote.freight.kind === 'included')],
    [t('compare_handling'), chargeText(price.handling, quote.handling.kind === 'included')],
    [t('compare_tax'), price.isTaxIncluded ? t('compare_included') : chargeText(price.tax, false)],
  ];
  return html`<ul role="list" class="parts">
    ${parts.map(([name, value]) => html`<li><span>${name}</span> <span>${value}</span></li>`)}
  </ul>`;
}

function chargeText(amount: Money | undefined, isIncluded: boolean): string {
  return isIncluded ? t('compare_included') : amount ? formatMoney(amount) : t('compare_not_said');
}

/** '5 of 6 met', and what of the rest is missing. */
export function levelsCell(levels: readonly MeetLevel[]) {
  if (levels.length === 0) {
    return html`<span class="quiet">${t('compare_nothing_asked')}</span>`;
  }
  const count = (level: MeetLevel): number => levels.filter((other) => other === level).length;
  const worst = (['not', 'partly', 'not-said'] as const).find((level) => count(level) > 0) ?? 'met';
  const rest = (['not', 'partly', 'not-said'] as const).filter((level) => count(level) > 0);
  return html`${verdict(worst, t('compare_met_of', formatNumber(count('met')), formatNumber(levels.length)))}
  ${
    rest.length === 0
      ? nothing
      : html`<p class="small quiet">${rest.map((level) => `${formatNumber(count(level))} × ${levelText(level)}`).join(', ')}</p>`
  }`;
}

export function leadCell({ weighed: { leadDays } }: ComparedQuote) {
  return leadDays === undefined ? notSaid() : tn('compare_days', leadDays);
}

export function validCell({ quote: { quote }, nowMs }: ComparedQuote) {
  return html`${formatTime(quote.validUntilMs)}${
    nowMs >= quote.validUntilMs ? html`<p>${verdict('not', t('compare_expired'))}</p>` : nothing
  }${quote.validFor === undefined ? nothing : html`<p class="small">${t('compare_valid_for', isolated(quote.validFor))}</p>`}`;
}

export function returnsCell({ quote: { quote } }: ComparedQuote) {
  const { returns } = quote;
  switch (returns.kind) {
    case 'unknown':
      return notSaid();
    case 'none':
      return t('compare_returns_none');
    case 'days':
      return html`${tn('compare_days', returns.days)}${
        returns.paidBy === 'unknown'
          ? nothing
          : html`<p class="small quiet">${t(`compare_returns_${returns.paidBy}`)}</p>`
      }`;
  }
}

export function warrantyCell({ weighed: { warrantyMonths } }: ComparedQuote) {
  return warrantyMonths === undefined
    ? notSaid()
    : warrantyMonths === 0
      ? t('compare_warranty_none')
      : tn('compare_months', warrantyMonths);
}

/** Plain text: who writes an address into it is a vendor, and nothing in it is pressed. */
export function contactCell({ quote: { quote } }: ComparedQuote) {
  const { name, email, phone } = quote.contact ?? {};
  const parts = [name, email, phone].filter((part) => part !== undefined);
  return parts.length === 0 ? notSaid() : html`${parts.map((part) => html`<p><bdi>${part}</bdi></p>`)}`;
}

/** How orders there were kept before. */
export function historyCell({ quote: { history } }: ComparedQuote) {
  const { orders, kept, fellThrough } = history;
  const fell =
    fellThrough === 0 ? nothing : html`<p class="small quiet">${tn('compare_history_fell', fellThrough)}</p>`;
  if (orders === 0) {
    return fellThrough === 0 ? html`<span class="quiet">${t('compare_history_none')}</span>` : fell;
  }
  const level = kept === orders ? 'met' : kept === 0 ? 'not' : 'partly';
  return html`${verdict(level, t('compare_history_kept', formatNumber(kept), formatNumber(orders)))}${fell}`;
}

/** What the person thinks of what is offered, or of who makes it. */
export function opinionCell({ weighed, opinions }: ComparedQuote) {
  const told = weighed.lines.flatMap(({ chosen }) => {
    const opinion = chosen && opinions.get(chosen.key);
    return opinion ? [{ name: chosen.name, opinion }] : [];
  });
  if (told.length === 0) {
    return html`<span class="quiet">${t('compare_opinion_none')}</span>`;
  }
  return html`<ul role="list">
    ${told
      .filter(({ opinion }, place) => !saysMaker(told.slice(0, place), opinion))
      .map(({ name, opinion }) =>
        opinion.of === 'item'
          ? html`<li><bdi>${name}</bdi> <sayso-mark .given=${opinion.rating.given}></sayso-mark></li>`
          : html`<li>
            ${tn('compare_opinion_maker', opinion.count, isolated(opinion.name))}
            <sayso-mark .given=${givenByStars(halfStarsOf(opinion.mean))}></sayso-mark>
          </li>`,
      )}
  </ul>`;
}

/** Of one maker it is said once. */
function saysMaker(told: readonly { readonly opinion: Opinion }[], opinion: Opinion): boolean {
  return (
    opinion.of === 'maker' && told.some(({ opinion: other }) => other.of === 'maker' && other.name === opinion.name)
  );
}

export function wordsCell({ quote: { quote, isCountered } }: ComparedQuote) {
  return html`${isCountered ? html`<p>${verdict('not-said', t('compare_countered'))}</p>` : nothing}
  <p class="small">${t(quote.pricing === 'fixed' ? 'compare_fixed' : 'compare_negotiable')}</p>
  ${quote.words === undefined ? nothing : html`<blockquote dir="auto" class="told">${quote.words}</blockquote>`}`;
}

export function actCell(one: ComparedQuote, canAccept: boolean) {
  const { thread, quote, vendor } = one.quote;
  const isOpen = canAccept && one.nowMs < quote.validUntilMs && one.weighed.price.kind === 'priced';
  const press = (act: 'accept' | 'ubl' | 'whole') => (event: Event) =>
    quotePressed(event.target as Element, { thread, act });
  return html`<div class="acts">
    ${
      canAccept
        ? html`<button
            type="button"
            class="primary"
            aria-label=${t('compare_accept_of', vendor)}
            ?disabled=${!isOpen}
            @click=${press('accept')}
          >
            ${t('compare_accept')}
          </button>`
        : nothing
    }
    <button type="button" class="bare small" aria-label=${t('compare_whole_of', vendor)} @click=${press('whole')}>${t('compare_whole_quote')}</button>
    <button type="button" class="bare small" aria-label=${t('compare_ubl_of', vendor)} @click=${press('ubl')}>${t('compare_ubl')}</button>
  </div>`;
}

function notSaid() {
  return html`<span class="quiet">${t('compare_not_said')}</span>`;
}
