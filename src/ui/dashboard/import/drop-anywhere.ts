import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DroppedFile } from '../../../app/import-types.ts';
import { t } from '../../i18n.ts';
import { droppedFiles } from './dropped-files.ts';
import type { ImportDesk } from './import-desk.ts';

/** What it has to know of the dashboard. */
interface Dashboard {
  readonly desk: ImportDesk;
  /** The Import page is shown. */
  isImport(): boolean;
  /** Shows it. */
  go(): void;
  say(text: string): void;
}

/**
 * Takes files that are dropped anywhere on the dashboard to the Import page: else the browser would leave the dashboard and
 * show the file. What a part of the page takes itself stays its own.
 */
export class DropAnywhere implements ReactiveController {
  readonly #dashboard: Dashboard;

  constructor(host: ReactiveControllerHost, dashboard: Dashboard) {
    this.#dashboard = dashboard;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('dragover', this.#onOver);
    window.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    window.removeEventListener('dragover', this.#onOver);
    window.removeEventListener('drop', this.#onDrop);
  }

  readonly #onOver = (event: DragEvent): void => {
    if (hasFiles(event) && !event.defaultPrevented) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    }
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!hasFiles(event) || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    const { work, result } = this.#dashboard.desk.state;
    const isBusy = work !== undefined && work.what !== 'reading';
    if (this.#dashboard.isImport() && !result && work?.what !== 'waiting' && work?.what !== 'writing') {
      return; // its own area hears the whole window
    }
    if (isBusy) {
      this.#dashboard.say(t('import_drop_busy'));
      return;
    }
    // A file that has gone meanwhile is as good as none.
    void droppedFiles(event.dataTransfer).then(
      (files) => this.#take(files),
      () => this.#take([]),
    );
  };

  #take(files: readonly DroppedFile[]): void {
    if (files.length === 0) {
      this.#dashboard.say(t('import_drop_nothing'));
      return;
    }
    this.#dashboard.go();
    void this.#dashboard.desk.open(files);
  }
}

function hasFiles(event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes('Files') === true;
}
