// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupSettings, changeBackupSettings } from '../../../../src/app/backup-settings.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import { runBackupIfDue } from '../../../../src/ui/backup/run-backup-if-due.ts';
import '../../../../src/ui/backup/sayso-backup-reminder.ts';
import { mount, textOf, within } from '../../../support/mount.ts';
import { film, stars } from '../../../support/samples.ts';
import { type TestContext, testContext } from '../../../support/test-context.ts';

const platform = vi.hoisted(() => ({
  hasDownloads: vi.fn(async () => true),
  saveDownload: vi.fn(async () => undefined),
  canWriteTo: vi.fn(),
  writeToFolder: vi.fn(),
}));
vi.mock('../../../../src/platform/save-file.ts', () => platform);
const marks = vi.hoisted(() => ({ putWorkMark: vi.fn(), readWorkMark: vi.fn(), removeWorkMark: vi.fn() }));
vi.mock('../../../../src/platform/work-mark.ts', () => marks);

beforeEach(() => {
  let last = Promise.resolve<unknown>(undefined);
  const request = (_name: string, work: () => Promise<unknown>): Promise<unknown> => (last = last.then(work, work));
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  vi.clearAllMocks();
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function rated(count: number): Promise<TestContext> {
  const context = testContext();
  for (let number = 1; number <= count; number += 1) {
    await rateItem(context, { facts: film(number), given: stars(4) });
  }
  return context;
}

describe('runBackupIfDue', () => {
  it('makes one copy, however many pages are open', async () => {
    const context = await rated(1);
    await changeBackupSettings(context, { kind: 'downloads' });
    await Promise.all([runBackupIfDue(context), runBackupIfDue(context.reopen()), runBackupIfDue(context)]);
    expect(platform.saveDownload).toHaveBeenCalledOnce();
    expect(platform.saveDownload).toHaveBeenCalledWith('sayso-backup-1.jsonl.gz', expect.any(Blob));
  });

  it('leaves a mark while it is made, and none after', async () => {
    const context = await rated(1);
    await changeBackupSettings(context, { kind: 'downloads' });
    platform.saveDownload.mockImplementationOnce(async () => {
      expect(marks.putWorkMark).toHaveBeenCalledExactlyOnceWith(
        'backup',
        expect.objectContaining({ files: ['sayso-backup-1.jsonl.gz'], sinceMs: context.clock.nowMs() }),
      );
      expect(marks.removeWorkMark).not.toHaveBeenCalled();
      return undefined;
    });
    await runBackupIfDue(context);
    expect((await backupSettings(context)).last?.name).toBe('sayso-backup-1.jsonl.gz');
    expect(marks.removeWorkMark).toHaveBeenCalledExactlyOnceWith('backup');
  });

  it('leaves the mark of one that was left before for the person to hear of', async () => {
    const context = await rated(1);
    await changeBackupSettings(context, { kind: 'downloads' });
    marks.readWorkMark.mockResolvedValueOnce({ id: 'x', files: [] });
    await runBackupIfDue(context);
    expect(platform.saveDownload).toHaveBeenCalledOnce();
    expect(marks.putWorkMark).not.toHaveBeenCalled();
    expect(marks.removeWorkMark).not.toHaveBeenCalled();
  });

  it('makes none where the person chose none, or nothing', async () => {
    const context = await rated(1);
    await runBackupIfDue(context);
    await changeBackupSettings(context, { kind: 'none' });
    await runBackupIfDue(context);
    expect(platform.saveDownload).not.toHaveBeenCalled();
  });

  it('disturbs no page when the browser says no', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const context = await rated(1);
    await changeBackupSettings(context, { kind: 'downloads' });
    platform.hasDownloads.mockResolvedValueOnce(false);
    await runBackupIfDue(context);
    expect(warned).toHaveBeenCalledOnce();
    expect((await backupSettings(context)).last).toBeUndefined();
  });
});

describe('sayso-backup-reminder', () => {
  it('reminds of many ratings without a copy, until it is waved aside', async () => {
    const context = await rated(21);
    const element = await mount('sayso-backup-reminder', { context, href: '#backup' });
    await vi.waitFor(() => expect(textOf(element)).toContain('21 ratings are in this browser only.'));
    within(element, 'button').click();
    await vi.waitFor(() => expect(textOf(element)).toBe(''));
  });
});
