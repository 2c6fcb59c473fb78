import { css, html, LitElement, nothing } from 'lit';
import type { ThreadEntry } from '../../../app/list-requests.ts';
import type { PersonMessage, VendorMessage } from '../../../domain/thread-message.ts';
import type { Thread } from '../../../domain/thread.ts';
import '../../components/sayso-quote.ts';
import { formatTime } from '../../format.ts';
import { formatMoney } from '../../format-money.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { t } from '../../i18n.ts';
import { refusalText } from '../../refusal-text.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import './sayso-copy.ts';
import './sayso-quoted.ts';
import { storyTitle } from './story-title.ts';

/** All that was said and heard in one thread, in order: who, when, what, and what became of it. */
export class SaysoThreadStory extends LitElement {
  static override properties = { entries: { attribute: false }, thread: { attribute: false } };

  declare entries: readonly ThreadEntry[];
  /** As it stands now. */
  declare thread: Thread;

  static override styles = [
    base,
    controls,
    css`
      ol[role='list'] > li {
        margin-block-start: var(--sayso-gap-2);
        padding-inline-start: var(--sayso-gap-3);
        border-inline-start: 3px solid var(--sayso-line);
      }

      li.said {
        border-color: var(--sayso-accent) !important;
      }

      li.failed {
        border-color: var(--sayso-danger) !important;
      }
    `,
  ];

  protected override render() {
    return html`<ol role="list">
      ${this.entries.map((row, index) => entryOf(row, this.entries.slice(0, index), this.thread))}
    </ol>`;
  }
}

function entryOf(row: ThreadEntry, before: readonly ThreadEntry[], thread: Thread) {
  const { entry, atMs } = row;
  return html`<li class=${entry.kind}>
    <p class="small quiet">
      <time datetime=${new Date(atMs).toISOString()}>${formatTime(atMs)}</time> · ${t(`intention_story_${entry.kind}`)}
    </p>
    <p>${storyTitle(row, before)}</p>
    ${entry.kind === 'said' ? saidMore(entry.message) : nothing}
    ${entry.kind === 'said' ? arrival(entry, thread) : nothing}
    ${entry.kind === 'heard' ? heardMore(entry.message, thread) : nothing}
    ${
      entry.kind === 'heard' && entry.refusal !== undefined
        ? html`<p class="small">${t('intention_story_refused', refusalText(entry.refusal))}</p>`
        : nothing
    }
  </li>`;
}

/** When the vendor had it, or that it is still on its way. Who answered had what it answered, whether it said so or not. */
function arrival({ number, takenAtMs }: { readonly number: number; readonly takenAtMs?: number }, { outbox }: Thread) {
  if (takenAtMs !== undefined) {
    return html`<p class="small quiet">${t('intention_story_taken', formatTime(takenAtMs))}</p>`;
  }
  return outbox.some((waiting) => waiting.number === number)
    ? html`<p class="small quiet">${t('intention_story_not_taken')}</p>`
    : nothing;
}

function saidMore(message: PersonMessage) {
  switch (message.kind) {
    case 'request':
      return html`<details class="small">
        <summary>${t('intention_story_more')}</summary>
        <sayso-copy .copy=${message.copy}></sayso-copy>
      </details>`;
    case 'answer':
      return html`<blockquote dir="auto" class="told">${message.words}</blockquote>`;
    case 'counter': {
      const { total, words, lines } = message.counter;
      return html`
        ${total ? html`<p>${t('intention_counter_said', formatMoney(total))}</p>` : nothing}
        ${lines.map(
          ({ offer, quantity, amount }) => html`<p class="small">
            ${quantity ? `${formatQuantity(quantity)} × ` : nothing}<bdi>${offer}</bdi>${
              amount ? html`: ${formatMoney(amount)}` : nothing
            }
          </p>`,
        )}
        ${words === undefined ? nothing : html`<blockquote dir="auto" class="told">${words}</blockquote>`}
      `;
    }
    default:
      return nothing;
  }
}

function heardMore(message: VendorMessage, { copy }: Thread) {
  if (message.kind === 'quote') {
    return html`<details class="small">
      <summary>${t('intention_story_more')}</summary>
      <sayso-quoted .quote=${message} .copy=${copy}></sayso-quoted>
    </details>`;
  }
  const words = 'words' in message ? message.words : undefined;
  return words === undefined || words === '' ? nothing : html`<sayso-quote .text=${words}></sayso-quote>`;
}

customElements.define('sayso-thread-story', SaysoThreadStory);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-thread-story': SaysoThreadStory;
  }
}
