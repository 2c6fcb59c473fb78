import type { DroppedFile } from '../../../app/import-types.ts';

/**
 * All files of a drop, those in folders included, each with where it was. Call it in the very turn of the event: afterwards
 * the browser has forgotten what was dropped.
 */
export async function droppedFiles({ items, files }: DataTransfer): Promise<DroppedFile[]> {
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => entryOf(item) ?? item.getAsFile())
    .filter((one) => one !== null);
  if (dropped.length === 0) {
    return chosenFiles(files);
  }
  const found = dropped.map(async (one) => (one instanceof File ? chosenFiles([one]) : filesIn(one)));
  return (await Promise.all(found)).flat();
}

/** The files of a field, of a folder with where they are in it. */
export function chosenFiles(files: Iterable<File>): DroppedFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
}

function entryOf(item: DataTransferItem): FileSystemEntry | null {
  // Not every browser has it; of a file that a script made there is none.
  return 'webkitGetAsEntry' in item ? item.webkitGetAsEntry() : null;
}

async function filesIn(entry: FileSystemEntry): Promise<DroppedFile[]> {
  if (isFile(entry)) {
    const blob = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//u, ''), blob }];
  }
  if (!isFolder(entry)) {
    return [];
  }
  const files: DroppedFile[] = [];
  const reader = entry.createReader();
  for (;;) {
    // A folder is told in parts, and its end is an empty one.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) {
      return files;
    }
    for (const inside of part) {
      files.push(...(await filesIn(inside)));
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
