import { css, html, LitElement } from 'lit';
import { changeBackupSettings } from '../../app/backup-settings.ts';
import { type BackupState, backupState, REMIND_AGAIN_MS } from '../../app/backup-state.ts';
import type { AppContext } from '../../app/context.ts';
import { watch } from '../../app/watch.ts';
import { t, tn } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { Watched } from '../watched.ts';

/** One line where much would be lost and no place for copies was picked; waved aside for a month. */
export class SaysoBackupReminder extends LitElement {
  static override properties = { context: { attribute: false }, href: {}, isTight: { type: Boolean, reflect: true } };

  declare context: AppContext;
  /** Where a place is picked. */
  declare href: string;
  /** In the popup: as wide as it, and small. */
  declare isTight: boolean;

  readonly #state = new Watched<BackupState>(this, (onValue, onError) =>
    watch(() => backupState(this.context))(onValue, onError),
  );

  static override styles = [
    base,
    controls,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--sayso-gap-3);
        margin-block-end: var(--sayso-gap-4);
        padding: var(--sayso-gap-2) var(--sayso-gap-4);
        border-radius: var(--sayso-radius);
        background: var(--sayso-sunk);
        font-size: var(--sayso-small);
      }

      :host([isTight]) p {
        margin: 0;
        border-block-end: 1px solid var(--sayso-line);
        border-radius: 0;
      }

      a {
        display: inline-block;
        min-block-size: 1.5rem;
      }

      button.bare {
        min-block-size: 1.5rem;
        padding-block: 0;
        font-size: inherit;
      }
    `,
  ];

  constructor() {
    super();
    this.href = '';
    this.isTight = false;
  }

  protected override render() {
    const state = this.#state.value;
    return state?.isToRemind
      ? html`<p role="status">
          <span>${tn('backup_reminder', state.ratings)}</span>
          <a href=${this.href} target=${this.isTight ? '_blank' : '_self'}>${t('backup_reminder_pick')}</a>
          <button type="button" class="bare" @click=${this.#dismiss}>${t('backup_reminder_later')}</button>
        </p>`
      : html``;
  }

  async #dismiss(): Promise<void> {
    await changeBackupSettings(this.context, { remindAfterMs: this.context.clock.nowMs() + REMIND_AGAIN_MS });
  }
}

customElements.define('sayso-backup-reminder', SaysoBackupReminder);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-backup-reminder': SaysoBackupReminder;
  }
}
