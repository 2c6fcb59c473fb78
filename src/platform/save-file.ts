import { AppError } from '../domain/errors.ts';
import { browser } from './browser.ts';

/** Where the browser can give a folder; not every browser can. */
interface PickingWindow {
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

/** What the browser's types lack of a handle. */
interface AskableHandle {
  queryPermission(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

/** So long a download of a file that is here already may take. */
const DOWNLOAD_MS = 60_000;

export function canPickFolder(): boolean {
  return typeof (globalThis as PickingWindow).showDirectoryPicker === 'function';
}

/**
 * Lets the person choose a folder. Call it in a click.
 *
 * @returns `undefined` when they chose none
 */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (globalThis as PickingWindow).showDirectoryPicker?.({ id: 'sayso-backup', mode: 'readwrite' });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') {
      return undefined;
    }
    throw thrown;
  }
}

/** Whether the folder may be written to without asking. */
export async function canWriteTo(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as unknown as AskableHandle).queryPermission({ mode: 'readwrite' })) === 'granted';
}

/** Asks again for a folder that the browser no longer trusts us with. Call it in a click. */
export async function askForFolder(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as unknown as AskableHandle).requestPermission({ mode: 'readwrite' })) === 'granted';
}

/** Writes a file in place of one of its name: the browser swaps them when the new one is whole. */
export async function writeToFolder(folder: FileSystemDirectoryHandle, name: string, file: Blob): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(file);
  await writable.close();
}

/** Call it in a click. */
export function requestDownloads(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

export function hasDownloads(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] });
}

/**
 * Puts a file into the folder `Sayso` of the browser's downloads, in place of one of its name, without a question.
 *
 * @throws {AppError} `browser-refused` when it is not there after all
 */
export async function saveDownload(name: string, file: Blob): Promise<void> {
  const url = URL.createObjectURL(file);
  try {
    const id = await browser.downloads.download({
      url,
      filename: `Sayso/${name}`,
      conflictAction: 'overwrite',
      saveAs: false,
    });
    await finished(id);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Waits until a download is there. One of a local file may be done before anybody listens. */
async function finished(id: number): Promise<void> {
  const { downloads } = browser;
  const state = await new Promise<string>((resolve) => {
    const settle = (now: string | undefined): void => {
      if (now === 'complete' || now === 'interrupted') {
        downloads.onChanged.removeListener(onChanged);
        clearTimeout(late);
        resolve(now);
      }
    };
    const onChanged = (delta: { readonly id: number; readonly state?: { readonly current?: string } }): void => {
      if (delta.id === id) {
        settle(delta.state?.current);
      }
    };
    const late = setTimeout(() => settle('interrupted'), DOWNLOAD_MS);
    downloads.onChanged.addListener(onChanged);
    downloads.search({ id }).then(
      ([found]) => settle(found?.state),
      () => settle('interrupted'),
    );
  });
  if (state !== 'complete') {
    throw new AppError('browser-refused', 'The browser did not keep the file.');
  }
}
