/** What a quote has for one line of the request, and what can be chosen of it. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  type ComparedQuote,
  type LineMeeting,
  type WeighedLine,
  withOffer,
  withOption,
} from '../../../app/weigh-quotes.ts';
import { compareDecimals } from '../../../domain/decimal.ts';
import type { Availability, OfferedLine, QuoteOption } from '../../../domain/quote.ts';
import { formatMoney } from '../../format-money.ts';
import { formatDecimal, formatQuantity } from '../../format-quantity.ts';
import { isolated, t, tn } from '../../i18n.ts';
import { declineReason } from '../../reason-text.ts';
import { quoteChosen } from './quote-events.ts';
import { askedText, levelText, meetingText } from './meeting-text.ts';
import { verdict } from './verdict.ts';

/** What can be had without a wait. */
const AT_ONCE: ReadonlySet<Availability> = new Set(['InStock', 'LimitedAvailability', 'OnlineOnly', 'InStoreOnly']);

/** What is offered for a line, which one of it is chosen, and what can be chosen with it. */
export function offeredCell(one: ComparedQuote, number: number) {
  const line = lineOf(one, number);
  const { chosen, offers, other } = line;
  return html`${offers.length > 1 ? offerSelect(one, line) : nothing}
  ${chosen ? offerDetails(one, chosen) : offers.length > 0 ? html`<p class="quiet">${t('compare_left_out')}</p>` : missing(other)}`;
}

/** What every line is asked for. */
export function askedCell(one: ComparedQuote, number: number) {
  const { chosen, asked } = lineOf(one, number);
  return chosen
    ? html`<ul role="list">
        ${asked.map(
          (meeting) => html`<li>
            <span class="small quiet">${askedText(meeting.of)}</span>
            ${verdict(meeting.level, askedValue(chosen, meeting))}
          </li>`,
        )}
      </ul>`
    : nothingToHold();
}

/** @param place - of the requirement in the line */
export function requirementCell(one: ComparedQuote, number: number, place: number) {
  const meeting = lineOf(one, number).requirements[place];
  return meeting ? verdict(meeting.level, meetingText(meeting)) : nothingToHold();
}

/** A row that is empty looks forgotten. */
function nothingToHold() {
  return html`<span class="quiet">–</span>`;
}

function lineOf({ weighed }: ComparedQuote, number: number): WeighedLine {
  return weighed.lines.find(({ line }) => line.number === number) as WeighedLine;
}

function missing(other: WeighedLine['other']) {
  const said = other?.words === undefined ? nothing : html`<p class="small"><bdi>${other.words}</bdi></p>`;
  return other?.kind === 'pending'
    ? html`${verdict('not-said', t('compare_pending'))}${said}`
    : html`${verdict('not', other ? t('compare_not_offered_because', declineReason(other.reason)) : t('compare_not_offered'))}${said}`;
}

function offerSelect(one: ComparedQuote, { line, offers, chosen }: WeighedLine) {
  const onChange = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    const key = value === '' ? undefined : value;
    quoteChosen(target as Element, {
      thread: one.quote.thread,
      change: (choice) => withOffer(choice, offers, key),
    });
  };
  const label = t('compare_which', isolated(one.quote.vendor), String(line.number));
  return html`<select aria-label=${label} .value=${live(chosen?.key ?? '')} @change=${onChange}>
    ${offers.map(
      ({ key, name, isSubstitute }) => html`<option value=${key} ?selected=${key === chosen?.key}>
        ${isSubstitute ? t('compare_substitute_of', name) : name}
      </option>`,
    )}
    <option value="" ?selected=${chosen === undefined}>${t('compare_leave_out')}</option>
  </select>`;
}

function offerDetails(one: ComparedQuote, offer: OfferedLine) {
  const { price } = one.weighed;
  const amount = price.kind === 'priced' ? price.lines.find((line) => line.offer === offer.key)?.amount : undefined;
  const facts = [
    t(`condition_${offer.condition}`),
    ...(offer.leadTime === undefined ? [] : [tn('compare_days', offer.leadTime.toDays)]),
  ];
  return html`<p><bdi>${offer.name}</bdi>${
    offer.brand === undefined ? nothing : html` <span class="quiet">(<bdi>${offer.brand}</bdi>)</span>`
  }</p>
  ${offer.isSubstitute ? html`<p>${verdict('partly', t('compare_substitute'))}</p>` : nothing}
  <p>${formatQuantity(offer.quantity)} × ${perText(offer)}${amount ? html` = <strong>${formatMoney(amount)}</strong>` : nothing}</p>
  <p class="small quiet">${facts.join(' · ')}</p>
  ${stock(offer)}
  ${offer.words === undefined ? nothing : html`<p class="small"><bdi>${offer.words}</bdi></p>`}
  ${offer.options.length === 0 ? nothing : optionsOf(one, offer)}`;
}

/** Whether it is there, and enough of it for as many as are chosen: what is not said is not shown as had. */
function stock({ availability, inventory, quantity, price }: OfferedLine) {
  const facts = [
    ...(availability === undefined ? [] : [t(`availability_${availability}`)]),
    ...(inventory === undefined ? [] : [t('intention_quote_inventory', formatDecimal(inventory, price.per.unit))]),
  ];
  const isTooFew = inventory !== undefined && compareDecimals(inventory, quantity.value) < 0;
  const level = isTooFew || availability === 'OutOfStock' ? 'not' : facts.length === 0 ? 'not-said' : 'met';
  const isLater = level === 'met' && availability !== undefined && !AT_ONCE.has(availability);
  const text = facts.length === 0 ? t('compare_stock_not_said') : facts.join(' · ');
  return html`<p class="small stock">${verdict(isLater ? 'partly' : level, text)}</p>`;
}

function perText({ price, quantity }: OfferedLine): string {
  const tier = price.tiers.findLast(({ from }) => Number(quantity.value) >= Number(from)) ?? price.tiers[0];
  const amount = tier ? formatMoney(tier.amount) : '';
  return price.per.value === '1' ? amount : t('compare_price_per', amount, formatQuantity(price.per));
}

/** Those of one group are chosen one of; the others each by itself. */
function optionsOf(one: ComparedQuote, offer: OfferedLine) {
  const taken = new Set(one.choice.find((chosen) => chosen.offer === offer.key)?.options ?? []);
  return html`<fieldset class="options">
    <legend class="small quiet">${t('compare_options')}</legend>
    ${offer.options.map((option) => optionTick(one, offer, { option, isTaken: taken.has(option.key) }))}
  </fieldset>`;
}

function optionTick(
  one: ComparedQuote,
  offer: OfferedLine,
  { option, isTaken }: { readonly option: QuoteOption; readonly isTaken: boolean },
) {
  const onChange = ({ target }: Event): void => {
    const { checked } = target as HTMLInputElement;
    quoteChosen(target as Element, {
      thread: one.quote.thread,
      change: (choice) => withOption(choice, offer, option.key, checked),
    });
  };
  const group = option.group === undefined ? nothing : html` <span class="quiet">(<bdi>${option.group}</bdi>)</span>`;
  const costs = optionText(option);
  return html`<label class="tick">
    <input type="checkbox" .checked=${live(isTaken)} @change=${onChange} />
    <span><bdi>${option.name}</bdi>${group} <span class="cost">${costs}</span></span>
  </label>`;
}

/** '+€15.00 each' */
function optionText({ amount, per }: QuoteOption): string {
  if (amount.minor === 0) {
    return t('compare_included');
  }
  const money = amount.minor < 0 ? formatMoney(amount) : `+${formatMoney(amount)}`;
  return per === 'unit' ? t('compare_option_each', money) : money;
}

function askedValue(offer: OfferedLine, { of, level }: LineMeeting): string {
  switch (of) {
    case 'quantity':
      return formatQuantity(offer.quantity);
    case 'condition':
      return t(`condition_${offer.condition}`);
    case 'substitute':
      return t('compare_substitute');
    case 'date':
      return offer.leadTime ? tn('compare_days', offer.leadTime.toDays) : levelText(level);
    case 'warranty':
      return offer.warrantyMonths === undefined ? levelText(level) : tn('compare_months', offer.warrantyMonths);
  }
}
