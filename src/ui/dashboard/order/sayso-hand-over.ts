import { html, LitElement, nothing } from 'lit';
import { checkoutAddressOf, checkoutFiles } from '../../../app/checkout-files.ts';
import type { AppContext } from '../../../app/context.ts';
import type { WrittenFile } from '../../../app/export-comparison.ts';
import type { Thread } from '../../../domain/thread.ts';
import { download } from '../../download.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';

/**
 * Takes an accepted quote to the vendor's own site, to its checkout where the quote names one, which is the one link here, and to checkouts that speak AP2 or ACP. The person
 * carries it there: nothing is sent.
 *
 * @fires {Told} told
 */
export class SaysoHandOver extends LitElement {
  static override properties = {
    context: { attribute: false },
    thread: { attribute: false },
    _files: { state: true },
  };

  declare context: AppContext;
  declare thread: Thread;
  declare _files: readonly WrittenFile[];

  #filesOf = '';

  static override styles = [base, controls];

  constructor() {
    super();
    this._files = [];
  }

  protected override willUpdate(): void {
    const of = `${this.thread.id} ${this.thread.phase.kind}`;
    if (this.#filesOf !== of) {
      this.#filesOf = of;
      void this.#load();
    }
  }

  protected override render() {
    const { vendor } = this.thread;
    const checkout = checkoutAddressOf(this.thread);
    return html`<div class="stack">
      <h3>${t('hand_over_title')}</h3>
      <p>
        <a href=${checkout ?? vendor} target="_blank" rel="noopener noreferrer"
          >${t(checkout === undefined ? 'hand_over_go' : 'hand_over_checkout', vendor)}</a
        >
      </p>
      ${checkout === undefined ? nothing : html`<p class="small quiet">${t('hand_over_checkout_text')}</p>`}
      ${
        this._files.length === 0
          ? nothing
          : html`<details>
              <summary>${t('hand_over_files')}</summary>
              <p class="small quiet">${t('hand_over_text')}</p>
              ${this._files.map(
                (file) => html`<div class="row">
                  <span>${t(file.name === 'checkout-mandate.json' ? 'hand_over_mandate' : 'hand_over_quote')}</span>
                  <button type="button" id="save-${file.name}" @click=${() => save(file)}>${t('hand_over_save')}</button>
                  <button type="button" id="copy-${file.name}" @click=${() => this.#copy(file)}>${t('hand_over_copy')}</button>
                </div>`,
              )}
            </details>`
      }
    </div>`;
  }

  async #load(): Promise<void> {
    this._files = await checkoutFiles(this.context, this.thread);
  }

  async #copy({ text }: WrittenFile): Promise<void> {
    await navigator.clipboard.writeText(text);
    tell(this, { text: t('hand_over_copied') });
  }
}

function save({ name, text }: WrittenFile): void {
  download(name, new Blob([text], { type: 'application/json' }));
}

customElements.define('sayso-hand-over', SaysoHandOver);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-hand-over': SaysoHandOver;
  }
}
