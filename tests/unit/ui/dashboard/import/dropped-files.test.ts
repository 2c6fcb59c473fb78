// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { chosenFiles, droppedFiles } from '../../../../../src/ui/dashboard/import/dropped-files.ts';

function file(path: string) {
  const fileOf = (take: (file: File) => void): void => take(new File([path], path.slice(path.lastIndexOf('/') + 1)));
  return { isFile: true, isDirectory: false, fullPath: path, file: fileOf };
}

function folder(...parts: readonly (readonly unknown[])[]) {
  const left = [...parts, []];
  const readEntries = (take: (entries: readonly unknown[]) => void): void => take(left.shift() ?? []);
  return { isFile: false, isDirectory: true, fullPath: '/folder', createReader: () => ({ readEntries }) };
}

function drop(...entries: readonly unknown[]): DataTransfer {
  const items: object[] = entries.map((entry) =>
    entry instanceof File
      ? { kind: 'file', getAsFile: (): File => entry }
      : { kind: 'file', webkitGetAsEntry: () => entry, getAsFile: (): null => null },
  );
  return { items: [...items, { kind: 'string' }], files: [] } as unknown as DataTransfer;
}

describe('droppedFiles', () => {
  it('finds the files of folders in folders, however many parts they are told in', async () => {
    const inner = folder([file('/folder/in/c.csv')]);
    const files = await droppedFiles(
      drop(folder([file('/folder/a.csv'), inner], [file('/folder/b.csv')]), file('/d.zip')),
    );
    expect(files.map(({ path }) => path)).toEqual(['folder/a.csv', 'folder/in/c.csv', 'folder/b.csv', 'd.zip']);
    expect(await files[3]?.blob.text()).toBe('/d.zip');
  });

  it('takes what is no entry of a disk as it is', async () => {
    const files = await droppedFiles(drop(new File(['x'], 'x.csv')));
    expect(files.map(({ path }) => path)).toEqual(['x.csv']);
  });

  it('finds nothing in a text', async () => {
    expect(await droppedFiles(drop())).toEqual([]);
  });
});

describe('chosenFiles', () => {
  it('names the files of a folder by where they are in it', () => {
    const inside = new File(['x'], 'x.csv');
    Object.defineProperty(inside, 'webkitRelativePath', { value: 'folder/x.csv' });
    expect(chosenFiles([inside, new File(['y'], 'y.csv')]).map(({ path }) => path)).toEqual(['folder/x.csv', 'y.csv']);
  });
});
