// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PastImport } from '../../../../../src/app/list-imports.ts';
import { AppError } from '../../../../../src/domain/errors.ts';
import '../../../../../src/ui/dashboard/import/sayso-past-imports.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';

const beside = vi.hoisted(() => ({ undoBeside: vi.fn() }));
vi.mock('../../../../../src/ui/dashboard/import/undo-beside.ts', () => beside);

afterEach(() => document.body.replaceChildren());

function past(change: Partial<PastImport> = {}): PastImport {
  return {
    id: 'id',
    atMs: Date.UTC(2026, 0, 2, 12),
    journalId: 'journal',
    undoId: 'undo',
    state: 'standing',
    sources: ['imdb', 'letterboxd'],
    files: ['a.csv', 'b.csv'],
    counts: { rows: 3, skipped: 0, ratings: 2, reviews: 1, intentions: 0, likes: 0, owned: 0, seen: 0 },
    ...change,
  } as PastImport;
}

async function undo(change: Partial<PastImport> = {}) {
  const element = await mount('sayso-import-undo', { past: past(change) });
  const told: string[] = [];
  element.addEventListener('told', ({ detail }) => told.push(detail.text));
  return { element, told };
}

describe('sayso-past-imports', () => {
  it('tells whose data it was, when, from which files, and what it came to', async () => {
    const element = await mount('sayso-past-imports', { imports: [past()], hasMore: false });
    expect(textOf(element)).toMatch(/IMDb, Letterboxd.*2026.*2 ratings · 1 review.*a\.csv.* and 1 more/u);
  });

  it('tells row by row what was not taken, as text, and gives it as a file', async () => {
    const row = { file: 1, line: 1_204, reason: 'no-name', column: '<b>Name</b>' };
    const told = past({
      counts: { ...past().counts, skipped: 3 },
      unread: [row, { ...row, line: 7, reason: 'later-one' }],
    });
    const element = await mount('sayso-past-unread', { past: told });
    const details = within(element, 'details') as HTMLDetailsElement;
    expect(textOf(details)).toBe('3 rows were left out');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await drawn(element);
    expect(textOf(within(element, 'ol'))).toMatch(/b\.csv · line 1,204 · <b>Name<\/b> Nothing.*line 7 · .*later-one/u);
    expect(textOf(element)).toContain('The first 2 are remembered.');
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      files.push(blob as Blob);
      return 'blob:x';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    within(element, 'button').click();
    expect((await files[0]!.text()).split('\n').slice(0, 2)).toEqual([
      'File,Line,Column,Why',
      expect.stringMatching(/^b\.csv,1204,<b>Name<\/b>,/u),
    ]);
  });

  it('only counts the rows where it remembers none, and says nothing where all were taken', async () => {
    const counted = await mount('sayso-past-unread', { past: past({ counts: { ...past().counts, skipped: 3 } }) });
    expect(textOf(counted)).toBe('3 rows were left out');
    expect(counted.shadowRoot!.querySelector('details')).toBeNull();
    expect(textOf(await mount('sayso-past-unread', { past: past() }))).toBe('');
  });

  it.each(['undone', 'gone'] as const)('marks one of which nothing is here: %s', async (state) => {
    const element = await mount('sayso-past-imports', { imports: [past({ state })], hasMore: false });
    expect(textOf(within(element, '.name'))).toBe(`IMDb, Letterboxd (${state})`);
  });

  it('shows nothing where there was none', async () => {
    const element = await mount('sayso-past-imports', { imports: [], hasMore: false });
    expect(textOf(element)).toBe('');
  });
});

describe('sayso-import-undo', () => {
  it('undoes beside the page, says so meanwhile, and tells what stayed', async () => {
    let settle: (result: { undone: number; kept: number }) => void = () => undefined;
    beside.undoBeside.mockReturnValueOnce(new Promise((resolve) => (settle = resolve)));
    const { element, told } = await undo();
    within(element, 'button').click();
    await drawn(element);
    expect(textOf(element)).toContain('Undoing …');
    expect(element.shadowRoot!.querySelector('button')).toBeNull();
    settle({ undone: 5, kept: 2 });
    await vi.waitFor(() => expect(told).toEqual([expect.stringContaining('except 2 things')]));
    expect(beside.undoBeside).toHaveBeenCalledExactlyOnceWith('undo', {
      files: ['a.csv', 'b.csv'],
      isAgain: false,
    });
  });

  it.each([
    [{ undone: 5, kept: 0, waiting: 1 }, '1 thing stays as it is for now, since a later import said more of it'],
    [{ undone: 0, kept: 0, waiting: 3 }, '3 things stay as they are for now'],
    [{ undone: 5, kept: 2, waiting: 3 }, 'as you made them. 3 things stay'],
  ])('tells what stays until a later import is undone: %o', async (undone, expected) => {
    beside.undoBeside.mockResolvedValueOnce(undone);
    const { element, told } = await undo();
    within(element, 'button').click();
    await vi.waitFor(() => expect(told).toEqual([expect.stringContaining(expected)]));
  });

  it('does again what was undone', async () => {
    beside.undoBeside.mockResolvedValueOnce({ undone: 5, kept: 0 });
    const { element, told } = await undo({ state: 'undone' });
    within(element, 'button').click();
    await vi.waitFor(() => expect(told).toEqual(['The import was done again.']));
  });

  it('offers nothing for what is too long ago', async () => {
    const { element } = await undo({ state: 'past' });
    expect(element.shadowRoot!.querySelector('button')).toBeNull();
    expect(textOf(element)).toContain('Too long ago');
  });

  it.each([
    ['nothing', ''],
    ['brought', 'it came with a backup'],
    ['gone', 'Gone with a backup from before it'],
  ] as const)('offers nothing for what can’t be undone, and says the true reason: %s', async (state, expected) => {
    const { element } = await undo({ state });
    expect(element.shadowRoot!.querySelector('button')).toBeNull();
    expect(textOf(element)).toContain(expected);
    expect(textOf(element)).not.toContain('Too long ago');
  });

  it('says of one that was undone and came with a backup that it is undone, and can’t be done again', async () => {
    const brought = past({ state: 'brought', isUndone: true });
    const list = await mount('sayso-past-imports', { imports: [brought], hasMore: false });
    expect(textOf(within(list, '.name'))).toContain('(undone)');
    const { element } = await undo({ state: 'brought', isUndone: true });
    expect(textOf(element)).toContain('Can’t be done again: it came with a backup');
  });

  it('says what went wrong, and can be pressed again', async () => {
    beside.undoBeside.mockRejectedValueOnce(new AppError('storage-full', 'full'));
    const { element } = await undo();
    within(element, 'button').click();
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('no room left'));
    expect(within(element, 'button')).toBeDefined();
  });
});
