import { css, html, LitElement, nothing } from 'lit';
import type { QuoteToCompare } from '../../../app/compare-quotes.ts';
import type { RuleMiss, RuleOutcome } from '../../../app/rule-proposal.ts';
import type { ThreadId } from '../../../domain/ids.ts';
import type { Rule } from '../../../domain/request-for-proposals.ts';
import '../../components/sayso-notice.ts';
import { formatTime } from '../../format.ts';
import { formatMoney } from '../../format-money.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { quotePressed } from './quote-events.ts';

const MISSES = {
  'after-the-deadline': 'rule_miss_late',
  'no-longer-valid': 'compare_expired',
  'not-everything': 'rule_miss_not_everything',
  'must-not-met': 'rule_miss_must',
  'total-unknown': 'rule_miss_total',
  'other-currency': 'rule_miss_currency',
  'above-the-price': 'rule_miss_price',
} as const satisfies Record<RuleMiss, string>;

/**
 * What the person's rule comes to: until when it waits, whom it proposes, or why nobody. Nothing is accepted by it.
 *
 * @fires {QuotePressed} quote-pressed
 */
export class SaysoRuleOutcome extends LitElement {
  static override properties = {
    outcome: { attribute: false },
    rule: { attribute: false },
    quotes: { attribute: false },
  };

  declare outcome: RuleOutcome | undefined;
  declare rule: Rule | undefined;
  declare quotes: readonly QuoteToCompare[];

  static override styles = [
    base,
    controls,
    css`
      sayso-notice {
        margin-block: var(--sayso-gap-2) var(--sayso-gap-3);
      }

      ul {
        padding-inline-start: var(--sayso-gap-5);
      }
    `,
  ];

  protected override render() {
    const { outcome, rule } = this;
    if (!outcome || !rule) {
      return nothing;
    }
    const said = t(wordsOf(rule), formatMoney(rule.price));
    switch (outcome.kind) {
      case 'waiting':
        return html`<sayso-notice>${said} ${t('rule_waiting', formatTime(outcome.untilMs))}</sayso-notice>`;
      case 'nobody':
        return html`<sayso-notice kind="warning">${said} ${t('rule_nobody')} ${this.#missed(outcome.missed)}</sayso-notice>`;
      case 'proposed':
        return html`<sayso-notice>
          <p>${said} ${t('rule_proposed', this.#vendorOf(outcome.thread))}</p>
          ${this.#missed(outcome.missed)}
          <button
            slot="actions"
            type="button"
            class="primary"
            @click=${({ target }: Event) => quotePressed(target as Element, { thread: outcome.thread, act: 'accept' })}
          >
            ${t('rule_look')}
          </button>
        </sayso-notice>`;
    }
  }

  #missed(missed: readonly { readonly thread: ThreadId; readonly because: RuleMiss }[]) {
    return missed.length === 0
      ? nothing
      : html`<ul>
          ${missed.map(({ thread, because }) => html`<li>${this.#vendorOf(thread)}: ${t(MISSES[because])}</li>`)}
        </ul>`;
  }

  /** An origin: our own text, and in one direction. */
  #vendorOf(thread: ThreadId): string {
    return this.quotes.find((one) => one.thread === thread)?.vendor ?? '';
  }
}

/** Who is near is the person's to say: without that it is who answered first. */
function wordsOf({ pick, nearestFirst }: Rule): 'rule_cheapest' | 'rule_nearest' | 'rule_first' {
  return pick === 'cheapest' ? 'rule_cheapest' : nearestFirst ? 'rule_nearest' : 'rule_first';
}

customElements.define('sayso-rule-outcome', SaysoRuleOutcome);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-rule-outcome': SaysoRuleOutcome;
  }
}
