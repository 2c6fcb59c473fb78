import { type OpenedFile, type OpenOptions, openFiles } from '../../src/transfer/open-files.ts';

export type Bytes = string | Uint8Array<ArrayBuffer>;

/** What becomes of files of that path and content, all at once. */
export async function openAll(files: Readonly<Record<string, Bytes>>, options?: OpenOptions): Promise<OpenedFile[]> {
  const dropped = Object.entries(files).map(([path, bytes]) => ({ path, blob: new Blob([bytes]) }));
  const opened: OpenedFile[] = [];
  for await (const file of openFiles(dropped, options)) {
    opened.push(file);
  }
  return opened;
}

/** In short: the problem of each file, or the sort of its content. */
export async function outcomes(files: Readonly<Record<string, Bytes>>, options?: OpenOptions): Promise<string[]> {
  return (await openAll(files, options)).map((file) => `${file.path}: ${shortOf(file)}`);
}

/** The only file there is. */
export async function openOne(bytes: Bytes, options?: OpenOptions): Promise<OpenedFile> {
  const [file, ...others] = await openAll({ file: bytes }, options);
  if (!file || others.length > 0) {
    throw new Error(`${others.length + 1} files`);
  }
  return file;
}

function shortOf(file: OpenedFile): string {
  return 'problem' in file ? file.problem.id : (file.importer?.id ?? file.content.sort);
}
