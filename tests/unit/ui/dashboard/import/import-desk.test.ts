// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionPreview } from '../../../../../src/app/import-session.ts';
import type { SessionFile } from '../../../../../src/app/session-file.ts';
import { AppError } from '../../../../../src/domain/errors.ts';
import type { RecordId } from '../../../../../src/domain/ids.ts';
import { ImportDesk } from '../../../../../src/ui/dashboard/import/import-desk.ts';
import type { ImportProgress } from '../../../../../src/ui/dashboard/import/import-wire.ts';

const platform = vi.hoisted(() => ({
  ratingsChanged: vi.fn(),
  putWorkMark: vi.fn(),
  removeWorkMark: vi.fn(),
}));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../../src/platform/work-mark.ts', () => platform);

const FILE: SessionFile = {
  index: 0,
  path: 'ratings.csv',
  sizeBytes: 10,
  state: 'ready',
  isLeftOut: false,
  questions: [],
};
const PREVIEW = { counts: { added: 1 } } as unknown as SessionPreview;
const DROPPED = [{ path: 'ratings.csv', blob: new Blob(['x']) }];
const stopped = new AppError('cancelled', 'stopped');

function desk() {
  let onProgress: (progress: ImportProgress) => void = () => undefined;
  const importer = {
    files: vi.fn(async () => [FILE]),
    sample: vi.fn(async () => []),
    preview: vi.fn(async () => PREVIEW),
    commit: vi.fn(async () => ({ id: 'i', journalId: 'j', counts: {} }) as never),
    report: vi.fn(async () => 'File,Line'),
    bringBack: vi.fn(async ({ journalId }: { journalId: RecordId }) => journalId),
    undo: vi.fn(async () => ({ undone: 1, kept: 0 })),
    order: vi.fn(),
    close: vi.fn(),
  };
  const made = new ImportDesk((on) => {
    onProgress = on;
    return importer;
  });
  return { made, importer, progress: (progress: ImportProgress) => onProgress(progress) };
}

/** A promise that is settled from outside. */
function waiting<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (thrown: unknown) => void = () => undefined;
  const promise = new Promise<T>((onDone, onFail) => {
    resolve = onDone;
    reject = onFail;
  });
  return { promise, resolve, reject };
}

beforeEach(() => {
  vi.clearAllMocks();
  const request = async (_name: string, _options: unknown, run: () => Promise<unknown>) => run();
  vi.stubGlobal('navigator', { userAgent: 'test', locks: { request } });
});

describe('ImportDesk', () => {
  it('opens files and looks at once what they will be', async () => {
    const { made } = desk();
    await made.open(DROPPED);
    expect(made.state).toEqual({ files: [FILE], winner: 'mine', preview: PREVIEW });
  });

  it('writes nothing while a file waits for the person', async () => {
    const { made, importer } = desk();
    importer.files.mockResolvedValue([FILE, { ...FILE, index: 1, state: 'unmapped' }]);
    await made.open(DROPPED);
    await made.commit();
    expect(importer.commit).not.toHaveBeenCalled();
    importer.files.mockResolvedValue([FILE, { ...FILE, index: 1, state: 'unmapped', isLeftOut: true }]);
    await made.leaveOut(1, true);
    await made.commit();
    expect(importer.commit).toHaveBeenCalledOnce();
  });

  it('keeps the list of what was not taken over the import, with what became of each row', async () => {
    const { made, importer } = desk();
    importer.preview.mockResolvedValue({ ...PREVIEW, reasons: [{ reason: 'bad-mark', count: 1, skipped: 1 }] });
    await made.open(DROPPED);
    await made.commit();
    expect(importer.close).toHaveBeenCalled();
    expect(await (await made.report()).text()).toBe('File,Line');
    expect(importer.report).toHaveBeenCalledOnce();
    expect(importer.report).toHaveBeenCalledWith(
      expect.objectContaining({
        header: ['File', 'Line', 'Column', 'What stands there', 'What becomes of the row', 'Why'],
        outcomes: { skipped: 'Not read', taken: 'Read, but not with everything' },
      }),
    );
  });

  it('imports though the list of what was not taken can’t be made', async () => {
    const { made, importer } = desk();
    importer.preview.mockResolvedValue({ ...PREVIEW, reasons: [{ reason: 'bad-mark', count: 1, skipped: 1 }] });
    importer.report.mockRejectedValue(new AppError('internal', 'gone'));
    await made.open(DROPPED);
    await made.commit();
    expect(made.state).toMatchObject({ result: { id: 'i' } });
    expect(made.state.report).toBeUndefined();
  });

  it('looks at nothing while no file can be read', async () => {
    const { made, importer } = desk();
    importer.files.mockResolvedValue([{ ...FILE, state: 'asks' }]);
    await made.open(DROPPED);
    expect(importer.preview).not.toHaveBeenCalled();
    expect(made.state.work).toBeUndefined();
  });

  it('leaves a look that is out of date, and shows only what came of the last', async () => {
    const { made, importer } = desk();
    const first = waiting<SessionPreview>();
    importer.preview.mockReturnValueOnce(first.promise);
    const opening = made.open(DROPPED);
    await vi.waitFor(() => expect(importer.preview).toHaveBeenCalledTimes(1));
    const choosing = made.choose('theirs');
    expect(importer.order).toHaveBeenCalledWith('stop');
    first.reject(stopped);
    await Promise.all([opening, choosing]);
    expect(made.state).toEqual({ files: [FILE], winner: 'theirs', preview: PREVIEW });
  });

  it('tells how far it has come, and holds and goes on', async () => {
    const { made, importer, progress } = desk();
    const looking = waiting<SessionPreview>();
    importer.preview.mockReturnValueOnce(looking.promise);
    const opening = made.open(DROPPED);
    await vi.waitFor(() => expect(made.state.work?.what).toBe('reading'));
    progress({ progress: 'placing', done: 500, total: 1_000 });
    made.pause(true);
    expect(made.state.work).toMatchObject({ what: 'reading', isPaused: true, progress: { done: 500 } });
    made.pause(false);
    expect(importer.order.mock.calls).toEqual([['pause'], ['resume']]);
    looking.resolve(PREVIEW);
    await opening;
    expect(made.state.work).toBeUndefined();
  });

  it('marks an import before it is written, and takes the mark and the worker away after', async () => {
    const { made, importer } = desk();
    await made.open(DROPPED);
    const writing = waiting<never>();
    importer.commit.mockReturnValueOnce(writing.promise);
    const committing = made.commit();
    await vi.waitFor(() => expect(made.state.work?.what).toBe('writing'));
    expect(platform.putWorkMark).toHaveBeenCalledWith('import', expect.objectContaining({ files: ['ratings.csv'] }));
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    expect(platform.removeWorkMark).not.toHaveBeenCalled();
    writing.resolve({ id: 'i' } as never);
    await committing;
    expect(made.state.result).toEqual({ id: 'i' });
    expect(platform.removeWorkMark).toHaveBeenCalled();
    expect(platform.ratingsChanged).toHaveBeenCalled();
    expect(importer.close).toHaveBeenCalled();
    const later = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
  });

  it('keeps the preview when the writing was stopped', async () => {
    const { made, importer } = desk();
    await made.open(DROPPED);
    importer.commit.mockRejectedValueOnce(stopped);
    await made.commit();
    expect(made.state).toMatchObject({ preview: PREVIEW, failure: { code: 'cancelled' } });
    expect(platform.removeWorkMark).toHaveBeenCalled();
  });

  it('begins anew after a fault of its own', async () => {
    const { made, importer } = desk();
    await made.open(DROPPED);
    importer.files.mockRejectedValueOnce(new AppError('internal', 'broken'));
    await made.leaveOut(0, true);
    expect(made.state).toMatchObject({ files: [], failure: { code: 'internal' } });
    expect(importer.close).toHaveBeenCalled();
    await made.open(DROPPED);
    expect(made.state.files).toEqual([FILE]);
  });

  it('forgets an import that is done when other files come', async () => {
    const { made } = desk();
    await made.open(DROPPED);
    await made.commit();
    await made.open(DROPPED);
    expect(made.state).toEqual({ files: [FILE], winner: 'mine', preview: PREVIEW });
  });
});
