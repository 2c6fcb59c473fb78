// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runImport } from '../../../../../src/app/run-import.ts';
import { newRecordId } from '../../../../../src/domain/ids.ts';
import type { WorkMark } from '../../../../../src/platform/work-mark.ts';
import '../../../../../src/ui/dashboard/under-way/sayso-work-told.ts';
import { gathered } from '../../../../support/gathered.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
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

  it('says nothing of an import of its own tab', async () => {
    marked({});
    const element = await mount('sayso-work-told', { context: testContext(), isWriting: true });
    expect(element.hidden).toBe(true);
    expect(platform.readWorkMark).not.toHaveBeenCalled();
  });
});
