import { describe, expect, it, vi } from 'vitest';
import { runImport } from '../../../../../src/app/run-import.ts';
import type {
  ImportAnswer,
  ImportCall,
  ImportOrder,
  ImportProgress,
} from '../../../../../src/ui/dashboard/import/import-wire.ts';
import { serveImports } from '../../../../../src/ui/dashboard/import/serve-imports.ts';
import { newRecordId } from '../../../../../src/domain/ids.ts';
import { gathered } from '../../../../support/gathered.ts';
import { testContext, type TestContext } from '../../../../support/test-context.ts';

const CSV =
  'Date,Name,Year,Letterboxd URI,Rating\n2024-03-09,The Third Man,1949,https://boxd.it/aB1,4.5\n2024-03-10,,1974,,3\n';

/** The page's end: sends, and hears all that comes back. */
function served(context: TestContext) {
  let listener: (event: MessageEvent<ImportCall | ImportOrder>) => void = () => undefined;
  const heard: (ImportAnswer | ImportProgress)[] = [];
  serveImports(
    { postMessage: (message) => heard.push(message), addEventListener: (_type, on) => (listener = on) },
    context,
  );
  const send = (data: ImportCall | ImportOrder): void => listener({ data } as MessageEvent<ImportCall | ImportOrder>);
  const answerTo = (id: number): Promise<ImportAnswer> =>
    vi.waitFor(() => {
      const answer = heard.find((message): message is ImportAnswer => 'id' in message && message.id === id);
      expect(answer).toBeDefined();
      return answer!;
    });
  return { send, answerTo, heard };
}

const files = [{ path: 'ratings.csv', blob: new Blob([CSV]) }];

describe('serveImports', () => {
  it('answers one call after the other, and tells how far it has come', async () => {
    const { send, answerTo, heard } = served(testContext());
    const importId = newRecordId(0);
    send({ id: 1, do: 'open', files });
    send({ id: 2, do: 'preview', winner: 'mine' });
    send({ id: 3, do: 'commit', winner: 'mine', importId });
    send({
      id: 4,
      do: 'report',
      header: ['File', 'Line', 'Column', 'Value', 'Why'],
      reasons: { 'no-name': 'No name' },
    });
    expect(await answerTo(4)).toMatchObject({ report: expect.stringContaining('No name') as string });
    expect(heard.filter((message) => 'id' in message).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(await answerTo(2)).toMatchObject({ preview: { counts: { added: 1 }, skipped: 1 } });
    expect(await answerTo(3)).toMatchObject({ result: { id: importId, counts: { ratings: 1 } } });
    expect(heard.filter((message) => 'progress' in message).map(({ progress }) => progress)).toContain('placing');
  });

  it('stops what is under way, and nothing of it is written', async () => {
    const context = testContext();
    const { send, answerTo } = served(context);
    send({ id: 1, do: 'open', files });
    await answerTo(1);
    send({ id: 2, do: 'commit', winner: 'mine', importId: newRecordId(0) });
    await Promise.resolve();
    send({ order: 'stop' });
    expect(await answerTo(2)).toMatchObject({ failure: { code: 'cancelled' } });
    expect(await context.database.ratings.count()).toBe(0);
    send({ id: 3, do: 'commit', winner: 'mine', importId: newRecordId(0) });
    expect(await answerTo(3)).toMatchObject({ result: { counts: { ratings: 1 } } });
  });

  it('holds while it is paused', async () => {
    const { send, answerTo, heard } = served(testContext());
    send({ id: 1, do: 'open', files });
    await answerTo(1);
    send({ id: 2, do: 'preview', winner: 'mine' });
    await Promise.resolve();
    send({ order: 'pause' });
    await vi.waitFor(() =>
      expect(heard.some((message) => 'progress' in message && message.progress === 'reading')).toBe(true),
    );
    expect(heard.some((message) => 'id' in message && message.id === 2)).toBe(false);
    send({ order: 'resume' });
    expect(await answerTo(2)).toHaveProperty('preview');
  });

  it('undoes an import, and says what was wrong where it can’t', async () => {
    const context = testContext();
    const things = gathered('imdb', [{ name: 'Heat', names: [], mark: 9 }]);
    const { journalId } = await runImport(context, { things, files: [], rows: 1, skipped: 0, winner: 'mine' });
    const { send, answerTo } = served(context);
    send({ id: 1, do: 'undo', journalId });
    expect(await answerTo(1)).toMatchObject({ undone: { kept: 0 } });
    send({ id: 2, do: 'undo', journalId: newRecordId(0) });
    expect(await answerTo(2)).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('answers a call that makes no sense with a failure, and the next one as ever', async () => {
    const { send, answerTo } = served(testContext());
    send({ id: 1, do: 'map', file: 9, mapping: { name: 'x', kind: { fixed: 'Movie' }, identifiers: [] } });
    expect(await answerTo(1)).toMatchObject({ failure: { code: 'bad-request' } });
    send({ id: 2, do: 'open', files });
    expect(await answerTo(2)).toHaveProperty('files');
  });
});
