import { css, html, LitElement, nothing } from 'lit';
import { backupFolder, type BackupKind, changeBackupSettings, setBackupFolder } from '../../../app/backup-settings.ts';
import { type BackupState, backupState } from '../../../app/backup-state.ts';
import type { AppContext } from '../../../app/context.ts';
import { watch } from '../../../app/watch.ts';
import { askForFolder, canPickFolder, pickFolder, requestDownloads } from '../../../platform/save-file.ts';
import { runBackup } from '../../backup/run-backup.ts';
import '../../components/sayso-notice.ts';
import { formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { formatBytes } from '../about/format-bytes.ts';
import './sayso-passphrase.ts';

/** Where copies go by themselves, and when the last one was made. */
export class SaysoCopies extends LitElement {
  static override properties = {
    context: { attribute: false },
    _isBusy: { state: true },
    _failure: { state: true },
    _said: { state: true },
  };

  declare context: AppContext;
  declare _isBusy: boolean;
  declare _failure: unknown;
  declare _said: string;

  readonly #state = new Watched<BackupState & { folder: string }>(this, (onValue, onError) =>
    watch(async () => ({ ...(await backupState(this.context)), folder: await this.#folderName() }))(onValue, onError),
  );

  static override styles = [
    base,
    controls,
    css`
      .last {
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this._isBusy = false;
    this._failure = undefined;
    this._said = '';
  }

  protected override render() {
    const failure = this._failure ?? this.#state.failure;
    const state = this.#state.value;
    return html`<div class="stack">
      <h2>${t('backup_title')}</h2>
      <p>${t('backup_text')}</p>
      ${failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      ${state ? this.#content(state) : html`<p class="quiet">${t('common_loading')}</p>`}
      <p role="status">${this._isBusy ? t('common_loading') : this._said}</p>
    </div>`;
  }

  #content({ settings, folder, isBehind }: BackupState & { folder: string }) {
    const { kind, last, bad, isSealed } = settings;
    return html`
      <p id="place">${placeText(kind, folder)}</p>
      <div class="row" role="group" aria-label=${t('backup_place')}>
        ${
          canPickFolder()
            ? html`<button type="button" id="folder" class=${kind === undefined ? 'primary' : ''} @click=${this.#pickFolder}>
                ${t('backup_pick_folder')}
              </button>`
            : nothing
        }
        ${
          kind === 'downloads'
            ? nothing
            : html`<button
                type="button"
                id="downloads"
                class=${kind === undefined && !canPickFolder() ? 'primary' : ''}
                @click=${this.#useDownloads}
              >
                ${t('backup_use_downloads')}
              </button>`
        }
        ${
          kind === 'none'
            ? nothing
            : html`<button type="button" id="none" @click=${() => this.#choose('none')}>${t('backup_use_none')}</button>`
        }
      </div>
      <p class="last" id="last">
        ${
          last === undefined
            ? t('backup_last_none')
            : t('backup_last', formatTime(last.atMs), formatBytes(last.bytes), last.name)
        }
      </p>
      ${
        bad === undefined
          ? nothing
          : html`<sayso-notice kind="warning" id="bad">${t('backup_bad', formatTime(bad.atMs), bad.name)}</sayso-notice>`
      }
      <p class="small quiet">${last === undefined ? nothing : t(isBehind ? 'backup_behind' : 'backup_current')}</p>
      ${
        kind === 'folder' || kind === 'downloads'
          ? html`<button type="button" id="now" class="primary" ?disabled=${this._isBusy} @click=${this.#backUpNow}>
              ${t('backup_now')}
            </button>`
          : nothing
      }
      <sayso-passphrase .context=${this.context} .isSealed=${isSealed}></sayso-passphrase>
    `;
  }

  #pickFolder(): Promise<void> {
    return this.#run(async () => {
      const folder = await pickFolder();
      if (folder) {
        await setBackupFolder(this.context, folder);
        await changeBackupSettings(this.context, { kind: 'folder' });
        await this.#backUp();
      }
    });
  }

  #useDownloads(): Promise<void> {
    return this.#run(async () => {
      if (await requestDownloads()) {
        await changeBackupSettings(this.context, { kind: 'downloads' });
        await this.#backUp();
      } else {
        this._said = t('backup_downloads_refused');
      }
    });
  }

  #choose(kind: BackupKind): Promise<void> {
    return this.#run(async () => {
      await changeBackupSettings(this.context, { kind });
    });
  }

  #backUpNow(): Promise<void> {
    return this.#run(async () => {
      // Asked in the click: the browser may want to hear it again, in every session.
      if (this.#state.value?.settings.kind === 'folder') {
        const folder = (await backupFolder(this.context)) as FileSystemDirectoryHandle | undefined;
        await (folder && askForFolder(folder));
      } else {
        await requestDownloads();
      }
      await this.#backUp();
    });
  }

  async #backUp(): Promise<void> {
    const copy = await runBackup(this.context);
    this._said = copy && copy.unreadable === undefined ? t('backup_done', copy.name) : '';
  }

  async #run(work: () => Promise<void>): Promise<void> {
    this._isBusy = true;
    this._failure = undefined;
    this._said = '';
    try {
      await work();
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._isBusy = false;
    }
  }

  async #folderName(): Promise<string> {
    const folder = (await backupFolder(this.context)) as { readonly name?: string } | undefined;
    return folder?.name ?? '';
  }
}

function placeText(kind: BackupKind | undefined, folder: string): string {
  switch (kind) {
    case 'folder':
      return t('backup_place_folder', folder);
    case 'downloads':
      return t('backup_place_downloads');
    case 'none':
      return t('backup_place_none');
    default:
      return t('backup_place_unchosen');
  }
}

customElements.define('sayso-copies', SaysoCopies);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-copies': SaysoCopies;
  }
}
