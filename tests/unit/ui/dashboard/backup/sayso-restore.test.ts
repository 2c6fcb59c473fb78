// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteRating } from '../../../../../src/app/delete-rating.ts';
import { exportAll } from '../../../../../src/app/export-all.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { restoreFile } from '../../../../../src/app/restore-file.ts';
import { undoChange } from '../../../../../src/app/undo-change.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/backup/sayso-restore.ts';
import type { ImportProgress } from '../../../../../src/ui/dashboard/import/import-wire.ts';
import type { Importer } from '../../../../../src/ui/dashboard/import/importer-link.ts';
import { WORK_PROGRESS } from '../../../../../src/ui/dashboard/under-way/tell-progress.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({
  ratingsChanged: vi.fn(),
  siteChanged: vi.fn(),
  requestSite: vi.fn(),
  putWorkMark: vi.fn(),
  readWorkMark: vi.fn(),
  removeWorkMark: vi.fn(),
}));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../../src/platform/permissions.ts', () => platform);
vi.mock('../../../../../src/platform/work-mark.ts', () => platform);

beforeEach(() => {
  const request = (_name: string, _options: unknown, run: () => Promise<unknown>) => run();
  vi.stubGlobal('navigator', { userAgent: 'test', locks: { request } });
});

afterEach(() => document.body.replaceChildren());

async function exported(...numbers: readonly number[]): Promise<Blob> {
  const context = testContext();
  for (const number of numbers) {
    await rateItem(context, { facts: film(number), given: stars(4) });
  }
  return (await exportAll(context)).blob;
}

/** What the worker does, without one. */
function inPlace(context: TestContext, onProgress: (progress: ImportProgress) => void): Importer {
  const importer: Pick<Importer, 'bringBack' | 'undo' | 'close'> = {
    bringBack: (call) => restoreFile(context, { ...call, onProgress }),
    undo: (call) => undoChange(context, call),
    close: () => undefined,
  };
  return importer as Importer;
}

/** The part of the page, after a file was dropped on it. */
async function dropped(context: TestContext, file: Blob) {
  const element = await mount('sayso-restore', {
    context,
    makeImporter: (onProgress: (progress: ImportProgress) => void) => inPlace(context, onProgress),
  });
  const drop = new Event('drop', { cancelable: true });
  Object.defineProperty(drop, 'dataTransfer', { value: { files: [new File([file], 'copy.jsonl')] } });
  within(element, '.drop').dispatchEvent(drop);
  expect(drop.defaultPrevented).toBe(true);
  await vi.waitFor(() => within(element, '#preview, #problems, #passphrase'));
  return element;
}

describe('sayso-restore', () => {
  it('shows what would change, changes nothing before it is told to, and offers to take it back', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(1) });
    const element = await dropped(context, await exported(2, 3));
    const [ratings] = [...element.shadowRoot!.querySelectorAll('tbody tr')].filter((row) =>
      /Ratings/u.test(row.textContent),
    );
    expect(textOf(ratings!)).toMatch(/^Ratings 2 ?2 ?0 ?1$/u);
    expect(await context.database.ratings.count()).toBe(1);

    const told = new Promise<ToastMessage>((resolve) => {
      element.addEventListener('told', ({ detail }) => resolve(detail));
    });
    within(element, '#restore').click();
    const { text, undo } = await told;
    expect(text).toBe('Restored.');
    expect(platform.putWorkMark).toHaveBeenCalledWith('restore', expect.objectContaining({ files: ['copy.jsonl'] }));
    expect(platform.removeWorkMark).toHaveBeenCalledWith('restore');
    expect(await context.database.ratings.count()).toBe(2);
    await undo!();
    const live = (await context.database.ratings.toArray()).filter((rating) => !('deletedAt' in rating));
    expect(live).toMatchObject([{ value: 20 }]);
  });

  it('shows what is being done while it is, with numbers, and no more afterwards', async () => {
    const element = await dropped(testContext(), await exported(2, 3));
    const seen = new Set<string>();
    window.addEventListener(WORK_PROGRESS, () => {
      const shown = within(element, 'sayso-work-progress') as HTMLElement & {
        readonly updateComplete: Promise<boolean>;
      };
      void shown.updateComplete.then(() => seen.add(textOf(shown)));
    });
    const told = new Promise((resolve) => element.addEventListener('told', resolve));
    within(element, '#restore').click();
    await told;
    await vi.waitFor(() => expect(within(element, 'sayso-work-progress').hidden).toBe(true));
    expect([...seen].join('; ')).toMatch(
      /Reading the file.*Comparing.*Writing ?(\d+) of \1 records written.*All is written/su,
    );
  });

  it('says where only traces of what was deleted would change, and does it when asked', async () => {
    const context = testContext();
    const older = (await exportAll(context)).blob;
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    await deleteRating(context, { itemIds: [item.id] });
    const element = await dropped(context, older);
    await vi.waitFor(() => expect(textOf(element)).toContain('Nothing that you have here would change'));
    expect(textOf(element)).not.toContain('what is in this file is what is here');
    within(element, '#restore').click();
    await vi.waitFor(async () => expect(await context.database.ratings.count()).toBe(0));
  });

  it('offers nothing to press where nothing would change, and says so', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    const element = await dropped(context, (await exportAll(context)).blob);
    await vi.waitFor(() => expect(textOf(element)).toContain('Nothing would change'));
    expect(element.shadowRoot!.querySelector('#restore, .danger')).toBeNull();
    within(element, '.row button').click();
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector('#preview')).toBeNull());
  });

  it('says line by line what is wrong with a file, and offers nothing', async () => {
    const whole = await exported(2);
    const element = await dropped(testContext(), whole.slice(0, whole.size - 40));
    expect(textOf(element)).toContain('This file can’t be restored. Nothing was changed.');
    expect(textOf(within(element, '#problems li'))).toMatch(/^Line \d+: /u);
    expect(element.shadowRoot!.querySelector('#restore')).toBeNull();
  });

  it('leads from another service’s file to where it is brought in, and from a damaged copy of Sayso’s not', async () => {
    const csv = new Blob(['Position,Const,Your Rating\n1,tt0113277,9\n']);
    const link = within(await dropped(testContext(), csv), '#problems a');
    expect([textOf(link), link.getAttribute('href')]).toEqual(['Import', '#import']);
    const whole = await exported(2);
    const damaged = await dropped(testContext(), whole.slice(0, whole.size - 40));
    expect(damaged.shadowRoot!.querySelector('#problems a')).toBeNull();
  });

  it('says of a file of a later version what helps', async () => {
    const text = (await (await exported(2)).text()).replace('"version":2', '"version":7');
    const element = await dropped(testContext(), new Blob([text]));
    expect(textOf(within(element, '#problems li'))).toContain('Update Sayso');
  });

  it('keeps the focus of who has no pointer: what the file is takes it from its field, the heading from the last button', async () => {
    const element = await dropped(testContext(), await exported(2));
    within(element, '#preview ~ .row button:last-child').click();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.localName).toBe('h2'));

    const field = within(element, '#file') as HTMLInputElement;
    Object.defineProperty(field, 'files', { value: [new File([await exported(2)], 'copy.jsonl')] });
    field.focus();
    field.dispatchEvent(new Event('change'));
    field.blur(); // as browsers do with a field that rests
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.id).toBe('preview'));

    within(element, '#restore').focus();
    const told = new Promise((resolve) => element.addEventListener('told', resolve));
    within(element, '#restore').click();
    await told;
    (element.shadowRoot!.activeElement as HTMLElement | null)?.blur();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.localName).toBe('h2'));
  });
});
