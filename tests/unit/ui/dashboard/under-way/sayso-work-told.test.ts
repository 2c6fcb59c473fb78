// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeBackup } from '../../../../../src/app/make-backup.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { runImport } from '../../../../../src/app/run-import.ts';
import { undoChange } from '../../../../../src/app/undo-change.ts';
import { AppError } from '../../../../../src/domain/errors.ts';
import { newRecordId } from '../../../../../src/domain/ids.ts';
import type { WorkMark } from '../../../../../src/platform/work-mark.ts';
import { SaysoWorkTold } from '../../../../../src/ui/dashboard/under-way/sayso-work-told.ts';
import { whileWriting } from '../../../../../src/ui/dashboard/under-way/while-writing.ts';
import { gathered } from '../../../../support/gathered.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { takeIn, undoAgainBy } from '../../../../support/take-in.ts';
import { testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ readWorkMark: vi.fn(), removeWorkMark: vi.fn(), putWorkMark: vi.fn() }));
vi.mock('../../../../../src/platform/work-mark.ts', () => platform);

/** Given when no tab writes any more. */
let giveLock: () => void = () => undefined;

beforeEach(() => {
  vi.clearAllMocks();
  const free = new Promise<void>((resolve) => {
    giveLock = resolve;
  });
  const request = async (_name: string, _options: unknown, run: () => Promise<unknown>) => {
    await free;
    return run();
  };
  vi.stubGlobal('navigator', { userAgent: 'test', locks: { request } });
});

afterEach(() => document.body.replaceChildren());

function marked(mark: Partial<WorkMark> | undefined): void {
  platform.readWorkMark.mockResolvedValue(mark && { id: newRecordId(0), files: ['a.csv', 'b.csv'], ...mark });
}

describe('sayso-work-told', () => {
  it('keeps room below it', () => {
    const own = [SaysoWorkTold.styles].flat(2).map(String).join('');
    expect(own).toMatch(/:host \{[^}]*margin-block-end: var\(--sayso-gap-4\)/u);
  });

  it('says nothing where no import was left', async () => {
    marked(undefined);
    const element = await mount('sayso-work-told', { context: testContext() });
    expect(element.hidden).toBe(true);
  });

  it('says that another tab is importing, and that it stopped when it did', async () => {
    marked({});
    const element = await mount('sayso-work-told', { context: testContext() });
    await vi.waitFor(() => expect(textOf(element)).toMatch(/Another tab of Sayso is importing .*a\.csv.* and 1 more/u));
    giveLock();
    await vi.waitFor(() => expect(textOf(element)).toContain('Nothing of it was written.'));
    within(element, 'button').click();
    await vi.waitFor(() => expect(platform.removeWorkMark).toHaveBeenCalled());
    expect(element.hidden).toBe(true);
  });

  it('has no more to say of an import that was undone since', async () => {
    const context = testContext();
    const things = gathered('imdb', [{ name: 'Heat', mark: 9 }]);
    const { id } = await runImport(context, { things, files: ['a.csv'], rows: 1, skipped: 0, winner: 'mine' });
    marked({ id });
    const element = await mount('sayso-work-told', { context });
    giveLock();
    await vi.waitFor(() => expect(element.hidden).toBe(false));
    element.undone = [id];
    await vi.waitFor(() => expect(element.hidden).toBe(true));
    expect(textOf(element)).toBe('');
  });

  it('says that an import was finished where it is there', async () => {
    const context = testContext();
    const things = gathered('imdb', [{ name: 'Heat', mark: 9 }]);
    const { id } = await runImport(context, { things, files: ['a.csv'], rows: 1, skipped: 0, winner: 'mine' });
    marked({ id });
    const element = await mount('sayso-work-told', { context });
    giveLock();
    await vi.waitFor(() => expect(textOf(element)).toContain('was finished all the same'));
  });

  it.each([
    [false, /Undoing a change was interrupted \(.*a\.csv.* and 1 more\)\. Nothing of it was undone/u],
    [true, /Undoing a change was interrupted \(.*a\.csv.* and 1 more\)\. It was finished all the same/u],
  ])('says of an undo that was left whether it came to be: %s', async (isDone, expected) => {
    const context = testContext();
    const { journalId } = await rateItem(context, { facts: film(1), given: stars(4) });
    if (isDone) {
      await undoChange(context, { journalId });
    }
    marked({ id: journalId });
    const element = await mount('sayso-work-told', { context, work: 'undo' });
    await vi.waitFor(() => expect(textOf(element)).toContain('Another tab of Sayso is undoing a change'));
    giveLock();
    await vi.waitFor(() => expect(textOf(element)).toMatch(expected));
  });

  it.each([
    [false, /again was interrupted \(.*a\.csv.*\)\. Nothing of it was done: the import is still undone/u],
    [true, /again was interrupted \(.*a\.csv.*\)\. It was finished all the same: the import is here again/u],
  ])('says of an import that was being done again whether it came to be: %s', async (isDone, expected) => {
    const context = testContext();
    const undo = await undoAgainBy(context, await takeIn(context, { name: 'Heat', mark: 9 }));
    if (isDone) {
      await undoAgainBy(context, undo);
    }
    marked({ id: undo, files: ['a.csv'], isAgain: true });
    const element = await mount('sayso-work-told', { context, work: 'undo' });
    await vi.waitFor(() => expect(textOf(element)).toContain('is doing an import again at this moment'));
    giveLock();
    await vi.waitFor(() => expect(textOf(element)).toMatch(expected));
  });

  it('names no file of an undo that is of no import', async () => {
    marked({ files: [] });
    const element = await mount('sayso-work-told', { context: testContext(), work: 'undo' });
    giveLock();
    await vi.waitFor(() => expect(textOf(element)).toContain('Undoing a change was interrupted. Nothing'));
  });

  it('says of a backup that was left that it does not count, or that there is one since', async () => {
    const context = testContext();
    marked({ files: ['sayso-backup-2.jsonl.gz'], sinceMs: context.clock.nowMs() });
    const element = await mount('sayso-work-told', { context, work: 'backup' });
    expect(element.hidden).toBe(true);
    giveLock();
    await vi.waitFor(() => expect(textOf(element)).toMatch(/sayso-backup-2.* was interrupted.*doesn’t count/u));
    await makeBackup(context, async () => undefined);
    const again = await mount('sayso-work-told', { context, work: 'backup' });
    await vi.waitFor(() => expect(textOf(again)).toContain('A whole one has been made since'));
  });

  it('looks again when something ends here of which nobody knows whether it was written', async () => {
    marked(undefined);
    const element = await mount('sayso-work-told', { context: testContext(), work: 'undo' });
    giveLock();
    marked({ files: [] });
    const lost = new AppError('internal', 'The importer is gone.');
    await expect(
      whileWriting('undo', { id: newRecordId(0), files: [] }, new AbortController().signal, () => Promise.reject(lost)),
    ).rejects.toBe(lost);
    expect(platform.removeWorkMark).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(textOf(element)).toContain('Nothing of it was undone'));
  });

  it('takes back what it told once the same was done after all, and calls no work of its own tab another tab’s', async () => {
    const context = testContext();
    const { journalId: id } = await rateItem(context, { facts: film(1), given: stars(4) });
    marked({ id, files: [] });
    platform.putWorkMark.mockImplementation(async (_work: string, mark: WorkMark) => marked(mark));
    platform.removeWorkMark.mockImplementation(async () => marked(undefined));
    let last: Promise<unknown> = Promise.resolve();
    const request = (_name: string, _options: unknown, run: () => Promise<unknown>): Promise<unknown> => {
      last = last.then(run);
      return last;
    };
    vi.stubGlobal('navigator', { userAgent: 'test', locks: { request } });
    const element = await mount('sayso-work-told', { context, work: 'undo' });
    await vi.waitFor(() => expect(textOf(element)).toContain('Nothing of it was undone'));
    const told: string[] = [];
    const look = new MutationObserver(() => told.push(textOf(element)));
    look.observe(element.shadowRoot!, { childList: true, subtree: true, characterData: true });
    let endSecond: () => void = () => undefined;
    const writes = [async () => undefined, () => new Promise<void>((resolve) => (endSecond = resolve))];
    const [first, second] = writes.map((write, index) =>
      whileWriting('undo', { id: index === 0 ? id : newRecordId(1), files: [] }, new AbortController().signal, write),
    );
    // The second waits for the first, and its mark stands once that has ended.
    await first;
    await vi.waitFor(() => expect(element.hidden).toBe(true));
    endSecond();
    await second;
    await last;
    await drawn(element);
    expect(element.hidden).toBe(true);
    look.disconnect();
    expect(told.filter((text) => text.includes('Another tab'))).toEqual([]);
  });

  it.each([
    ['stopped', true],
    ['finished', false],
  ] as const)(
    'never tells another fate of what was told once: %s, though by now it is there: %s',
    async (fate, isThere) => {
      const context = testContext();
      const { journalId } = await rateItem(context, { facts: film(1), given: stars(4) });
      if (isThere) {
        await undoChange(context, { journalId });
      }
      marked({ id: journalId, fate });
      platform.removeWorkMark.mockImplementation(async () => marked(undefined));
      const element = await mount('sayso-work-told', { context, work: 'undo' });
      giveLock();
      await vi.waitFor(() => expect(element.hidden).toBe(true));
      expect(platform.removeWorkMark).toHaveBeenCalledWith('undo');
    },
  );

  it('notes what it told', async () => {
    const context = testContext();
    const { journalId } = await rateItem(context, { facts: film(1), given: stars(4) });
    marked({ id: journalId });
    const element = await mount('sayso-work-told', { context, work: 'undo' });
    giveLock();
    await vi.waitFor(() => expect(textOf(element)).toContain('Nothing of it was undone'));
    expect(platform.putWorkMark).toHaveBeenCalledWith('undo', expect.objectContaining({ fate: 'stopped' }));
  });

  it('says nothing of an import of its own tab', async () => {
    marked({});
    const element = await mount('sayso-work-told', { context: testContext(), isWriting: true });
    expect(element.hidden).toBe(true);
    expect(platform.readWorkMark).not.toHaveBeenCalled();
  });
});
