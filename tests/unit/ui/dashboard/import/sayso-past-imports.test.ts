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
    expect(beside.undoBeside).toHaveBeenCalledExactlyOnceWith('undo');
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

  it('says what went wrong, and can be pressed again', async () => {
    beside.undoBeside.mockRejectedValueOnce(new AppError('storage-full', 'full'));
    const { element } = await undo();
    within(element, 'button').click();
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('no room left'));
    expect(within(element, 'button')).toBeDefined();
  });
});
