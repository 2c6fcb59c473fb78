import { html, nothing } from 'lit';
import type { Order } from '../../../domain/order.ts';
import { formatList, formatMoment } from '../../format.ts';
import { formatMoney } from '../../format-money.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { isolated, t } from '../../i18n.ts';

/** What an order comes to, line by line, as agreed or as one side says. What nobody said, or is in the prices, is left out. */
export function orderSums({ lines, freight, handling, tax, total, dueBy }: Omit<Order, 'number'>) {
  const sums = [
    [t('compare_freight'), freight],
    [t('compare_handling'), handling],
    [t('compare_tax'), tax],
    [t('compare_total'), total],
  ] as const;
  return html`<dl class="sums">
    ${lines.map(
      ({ name, quantity, options, amount }) => html`<div>
        <dt>
          ${formatQuantity(quantity)} × <bdi>${name}</bdi>
          ${options === undefined ? nothing : html`<p class="small quiet">${formatList(options.map(isolated))}</p>`}
        </dt>
        <dd>${amount ? formatMoney(amount) : nothing}</dd>
      </div>`,
    )}
    ${sums.map(([name, amount]) =>
      amount && amount.minor !== 0
        ? html`<div>
            <dt>${name}</dt>
            <dd>${formatMoney(amount)}</dd>
          </div>`
        : nothing,
    )}
    ${
      dueBy === undefined
        ? nothing
        : html`<div>
            <dt>${t('order_of_date')}</dt>
            <dd>${formatMoment(dueBy)}</dd>
          </div>`
    }
  </dl>`;
}
