// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupSettings, changeBackupSettings } from '../../../../../src/app/backup-settings.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import '../../../../../src/ui/dashboard/backup/sayso-copies.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { testContext, type TestContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({
  canPickFolder: vi.fn(() => true),
  pickFolder: vi.fn(),
  askForFolder: vi.fn(async () => true),
  requestDownloads: vi.fn(async () => true),
  hasDownloads: vi.fn(async () => true),
  saveDownload: vi.fn(async () => undefined),
  canWriteTo: vi.fn(async () => true),
  writeToFolder: vi.fn(async () => undefined),
}));
vi.mock('../../../../../src/platform/save-file.ts', () => platform);
vi.mock('../../../../../src/platform/work-mark.ts', () => ({
  putWorkMark: vi.fn(),
  readWorkMark: vi.fn(),
  removeWorkMark: vi.fn(),
}));

beforeEach(() => {
  vi.clearAllMocks();
  const request = (_name: string, work: () => Promise<unknown>): Promise<unknown> => work();
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
});
afterEach(() => document.body.replaceChildren());

async function copies(context: TestContext) {
  await rateItem(context, { facts: film(1), given: stars(4) });
  const element = await mount('sayso-copies', { context });
  await vi.waitFor(() => within(element, '#last'));
  return element;
}

describe('sayso-copies', () => {
  it('makes a first copy as soon as a folder is picked, and says where', async () => {
    const context = testContext();
    platform.pickFolder.mockResolvedValueOnce({ name: 'Papers' });
    const element = await copies(context);
    expect(textOf(within(element, '#last'))).toBe('There is no copy yet.');
    within(element, '#folder').click();
    await vi.waitFor(() => expect(textOf(within(element, '#last'))).toContain('sayso-backup-1.jsonl.gz'));
    expect(textOf(within(element, '#place'))).toBe('Copies go to the folder “Papers”.');
    expect(platform.writeToFolder).toHaveBeenCalledWith(
      { name: 'Papers' },
      'sayso-backup-1.jsonl.gz',
      expect.any(Blob),
    );
  });

  it('says that a copy would not be read again, and counts none as good', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(2), given: stars(4) });
    await context.database.items.toCollection().modify({ year: 1999.5 });
    platform.pickFolder.mockResolvedValueOnce({ name: 'Papers' });
    const element = await copies(context);
    within(element, '#folder').click();
    await vi.waitFor(() => expect(within(element, '#bad').textContent).toContain('would not be read again'));
    expect(textOf(within(element, '#last'))).toBe('There is no copy yet.');
    expect(textOf(within(element, '[role="status"]'))).toBe('');
  });

  it('changes nothing when no folder is picked, or the browser does not allow downloads', async () => {
    const context = testContext();
    const element = await copies(context);
    within(element, '#folder').click();
    platform.requestDownloads.mockResolvedValueOnce(false);
    within(element, '#downloads').click();
    await vi.waitFor(() => expect(textOf(element)).toContain('not to allow downloads'));
    expect((await backupSettings(context)).kind).toBeUndefined();
  });

  it('offers no folder where the browser has none', async () => {
    platform.canPickFolder.mockReturnValue(false);
    const element = await copies(testContext());
    expect(element.shadowRoot!.querySelector('#folder')).toBeNull();
    platform.canPickFolder.mockReturnValue(true);
  });

  it('asks for the downloads once more with the press on Back up now, and says what went wrong', async () => {
    const context = testContext();
    await changeBackupSettings(context, { kind: 'downloads' });
    const element = await copies(context);
    platform.hasDownloads.mockResolvedValueOnce(false);
    within(element, '#now').click();
    await vi.waitFor(() => within(element, 'sayso-notice'));
    expect(platform.requestDownloads).toHaveBeenCalledOnce();
    within(element, '#now').click();
    await vi.waitFor(() => expect(textOf(element)).toContain('Saved: sayso-backup-1.jsonl.gz'));
  });
});
