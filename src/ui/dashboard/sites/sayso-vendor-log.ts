import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { type LogEntry, type LogPage, vendorLog } from '../../../app/vendor-log.ts';
import { watch } from '../../../app/watch.ts';
import type { Origin, RecordId } from '../../../domain/ids.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { entryId, mergeLog } from './merge-log.ts';
import './sayso-log-entry.ts';

const PAGE_SIZE = 25;

/** All that happened with one site, newest first. What happens while it is looked at appears by itself. */
export class SaysoVendorLog extends LitElement {
  static override properties = {
    context: { attribute: false },
    origin: {},
    _older: { state: true },
    _next: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare origin: Origin;
  /** What has been seen of it; entries never change. */
  declare _older: readonly LogEntry[];
  /** Where the page after the last one begins; `undefined` before a second page was asked for, or when there is none. */
  declare _next: RecordId | undefined;
  declare _failure: unknown;

  #hasPaged = false;
  readonly #head = new Watched<LogPage>(
    this,
    watch(() => vendorLog(this.context, { origin: this.origin, limit: PAGE_SIZE })),
  );

  static override styles = [
    base,
    controls,
    css`
      ol {
        margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
      }
    `,
  ];

  constructor() {
    super();
    this._older = [];
    this._next = undefined;
    this._failure = undefined;
  }

  protected override render() {
    const { value: head } = this.#head;
    const failure = this._failure ?? this.#head.failure;
    const entries = head ? mergeLog(this._older, head.entries) : [];
    const next = this.#hasPaged ? this._next : head?.next;
    return html`
      <h2>${t('dashboard_log')}</h2>
      ${failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      ${head && entries.length === 0 ? html`<p class="quiet">${t('dashboard_log_none')}</p>` : nothing}
      <ol role="list">
        ${repeat(entries, entryId, (entry) => html`<li><sayso-log-entry .entry=${entry}></sayso-log-entry></li>`)}
      </ol>
      ${
        next === undefined
          ? nothing
          : html`<button type="button" @click=${() => this.#showOlder(next, entries)}>${t('dashboard_log_more')}</button>`
      }
    `;
  }

  async #showOlder(before: RecordId, shown: readonly LogEntry[]): Promise<void> {
    try {
      this._failure = undefined;
      const page = await vendorLog(this.context, { origin: this.origin, before, limit: PAGE_SIZE });
      this.#hasPaged = true;
      this._older = mergeLog(shown, page.entries);
      this._next = page.next;
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

customElements.define('sayso-vendor-log', SaysoVendorLog);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-vendor-log': SaysoVendorLog;
  }
}
