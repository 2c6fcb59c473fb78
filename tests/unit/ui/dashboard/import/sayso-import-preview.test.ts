// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SessionPreview } from '../../../../../src/app/import-session.ts';
import type { SessionFile } from '../../../../../src/app/session-file.ts';
import type { ImportDesk } from '../../../../../src/ui/dashboard/import/import-desk.ts';
import '../../../../../src/ui/dashboard/import/sayso-import-preview.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import type { Moment } from '../../../../../src/domain/moment.ts';
import { gathered } from '../../../../support/gathered.ts';

afterEach(() => document.body.replaceChildren());

const [thing] = gathered('imdb', [
  { name: 'Heat', year: 1995, mark: 9, at: '2020-01', text: `long ${'word '.repeat(80)}` },
]);
const NONE = { ratings: 0, reviews: 0, intentions: 0, likes: 0, owned: 0, seen: 0 };
const PREVIEW = {
  counts: {
    ...NONE,
    ratings: 1200,
    intentions: 1,
    added: 1201,
    joined: 0,
    changed: 0,
    same: 0,
    conflicts: 0,
    withdrawn: 0,
  },
  files: [{ ...NONE, file: 0, path: 'a.csv', rows: 1300, skipped: 2, ratings: 1200, intentions: 1 }],
  rows: [{ thing, item: { name: 'Heat' }, state: 'added', file: 0 }],
  joined: [],
  conflicts: [],
  rowsRead: 1300,
  skipped: 2,
  remarked: 0,
  reasons: [{ reason: 'bad-mark', count: 2, skipped: 2 }],
  remarks: [{ path: 'a.csv', line: 7, reason: 'bad-mark', column: 'Rating', value: '<b>11</b>', isSkipped: true }],
} as unknown as SessionPreview;

async function shown(change: Partial<SessionPreview> = {}, waiting: Partial<SessionFile>[] = []) {
  const desk = {
    choose: vi.fn(),
    commit: vi.fn(),
    startOver: vi.fn(),
    report: vi.fn(async () => new Blob(['File,Line'])),
  };
  const element = await mount('sayso-import-preview', {
    desk: desk as unknown as ImportDesk,
    preview: { ...PREVIEW, ...change },
    winner: 'mine',
    files: 2,
    waiting: waiting as SessionFile[],
    disabled: false,
  });
  return { element, desk };
}

describe('sayso-import-preview', () => {
  it('says in words what there is, and how much of it is new', async () => {
    const { element } = await shown();
    expect(textOf(element)).toContain('1,300 rows from 2 files');
    const lines = [...element.shadowRoot!.querySelectorAll('.counts li')].map((line) => textOf(line));
    expect(lines).toEqual(['1,200 ratings', '1 thing on a list, which becomes an intention', '1,201 are new']);
  });

  it('shows a row as it will be: the mark on its own scale, the date as precise as it is, the text in short', async () => {
    const { element } = await shown();
    const row = within(within(element, 'sayso-import-first-rows'), 'sayso-import-row');
    expect(textOf(row)).toMatch(/Heat new.*Film · 1995.*January 2020/u);
    expect(textOf(within(row, 'sayso-mark'))).toContain('9 / 10');
    expect(textOf(within(row, 'blockquote')).length).toBeLessThan(165);
  });

  it('names each of several files with what it has by itself, and its first rows', async () => {
    const [row] = PREVIEW.rows;
    const { element } = await shown({
      files: [
        { ...NONE, file: 0, path: 'old/ratings.csv', rows: 2, skipped: 1, ratings: 1 },
        { ...NONE, file: 3, path: 'new/ratings.csv', rows: 1200, skipped: 0, ratings: 1100, likes: 1 },
      ],
      rows: [{ ...row!, file: 3 }],
    });
    const files = within(element, 'sayso-import-first-rows');
    expect(textOf(within(files, 'summary'))).toBe('File by file, with the first rows');
    const sections = [...files.shadowRoot!.querySelectorAll('section')];
    expect(sections.map((one) => [textOf(one), one.querySelectorAll('sayso-import-row').length])).toEqual([
      ['old/ratings.csv 2 rows · 1 rating · 1 row is not read', 0],
      ['new/ratings.csv 1,200 rows · 1,100 ratings · 1 like', 1],
    ]);
  });

  it('asks what wins only where something has to, and says what it comes to', async () => {
    expect((await shown()).element.shadowRoot!.querySelector('fieldset')).toBeNull();
    const conflicts = [{ ...PREVIEW.rows[0]!, settlement: 'keep' }] as SessionPreview['conflicts'];
    const { element, desk } = await shown({ counts: { ...PREVIEW.counts, conflicts: 1 }, conflicts });
    expect(fieldWithin(element, 'input[value="mine"]').checked).toBe(true);
    expect(textOf(within(element, 'fieldset sayso-import-row'))).toContain('yours stays');
    within(element, 'input[value="newer"]').dispatchEvent(new Event('change'));
    expect(desk.choose).toHaveBeenCalledWith('newer');
  });

  it.each([
    ['person', 'yours stays', 'Here so far, from you:'],
    ['goodreads', 'the one from Goodreads stays', 'Here so far, from Goodreads:'],
  ])('says whose mark stays, and which, beside that of the file: %s', async (source, stays, old) => {
    const here = { given: { value: 3, best: 5, worst: 1 }, source, at: '2019-03-09' as Moment };
    const conflicts = [{ ...PREVIEW.rows[0]!, settlement: 'keep', here }] as SessionPreview['conflicts'];
    const { element } = await shown({ counts: { ...PREVIEW.counts, conflicts: 1 }, conflicts });
    const row = within(element, 'fieldset sayso-import-row');
    expect(textOf(row)).toContain(stays);
    expect(textOf(row)).toMatch(new RegExp(`${old}.*Mar 9, 2019.*In the file:`, 'u'));
    const marks = [...row.shadowRoot!.querySelectorAll('sayso-mark')].map(({ given }) => given?.value);
    expect(marks).toEqual([3, 9]);
  });

  it('names the files that could not be read and why, and imports the rest only under that name', async () => {
    expect(textOf((await shown()).element)).not.toContain('could not be read');
    const { element, desk } = await shown();
    const lost = [{ path: 'a.zip/b.csv', problem: { id: 'damaged' } }] as unknown as SessionFile[];
    Object.assign(element, { lost });
    await drawn(element);
    expect(within(element, '#lost').textContent.replaceAll(/\s+/gu, ' ')).toMatch(
      /1 file could not be read.*a\.zip\/b\.csv.*damaged.*would be missing/u,
    );
    expect(textOf(within(element, '#go'))).toBe('Import the rest');
    within(element, '#go').click();
    expect(desk.commit).toHaveBeenCalledOnce();
    expect(within(within(element, 'sayso-import-unread'), '#save')).toBeDefined();
  });

  it('tells of marks that are there no more', async () => {
    const { element } = await shown({ counts: { ...PREVIEW.counts, withdrawn: 2 } });
    expect(textOf(element)).toContain('2 are no longer rated there: your ratings stay.');
  });

  it('has nothing to import where nothing can be kept', async () => {
    const { element } = await shown({ counts: { ...PREVIEW.counts, ...NONE, added: 0 } });
    expect(fieldWithin(element, '#go').disabled).toBe(true);
    expect(textOf(element)).toContain('nothing in these files that could be kept');
  });

  it('tells when everything is here already', async () => {
    const { element } = await shown({ counts: { ...PREVIEW.counts, added: 0, same: 5 } });
    expect(textOf(element)).toContain('Everything in these files is here already.');
    expect((within(element, '#go') as HTMLButtonElement).disabled).toBe(true);
  });

  it('tells row by row what can’t be read, as the text it is, and hands it over as a file', async () => {
    const { element, desk } = await shown();
    const unread = within(element, 'sayso-import-unread');
    expect(textOf(unread)).toContain('2 rows are not read.');
    const cells = [...unread.shadowRoot!.querySelectorAll('td')].map((cell) => textOf(cell));
    expect(cells).toEqual(['a.csv', '7', 'Rating', '<b>11</b>', 'This is no mark on the scale of this file.']);
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    within(unread, 'p button').click();
    expect(desk.report).toHaveBeenCalledOnce();
  });

  it('tells rows that are not read from rows that are read with a remark', async () => {
    const remark = { path: 'a.csv', line: 9, reason: 'bad-date', column: 'Date', value: 'soon', isSkipped: false };
    const { element } = await shown({
      remarked: 1,
      reasons: [...PREVIEW.reasons, { reason: 'bad-date', count: 1, skipped: 0 }],
      remarks: [...PREVIEW.remarks, remark as SessionPreview['remarks'][number]],
    });
    const parts = [...within(element, 'sayso-import-unread').shadowRoot!.querySelectorAll('section')];
    const said = parts.map((part) => [
      textOf(part.querySelector('h3')!),
      [...part.querySelectorAll('td:nth-child(2)')].map((cell) => textOf(cell)).join(),
    ]);
    expect(said).toEqual([
      ['Rows that are not read', '7'],
      ['Rows that are read, but not with everything', '9'],
    ]);
  });

  it('says that the rest is kept of rows that are read, and of no others', async () => {
    const remark = { path: 'a.csv', line: 9, reason: 'unknown-kind', column: 'Type', value: 'ode' };
    const { element } = await shown({
      skipped: 1,
      remarked: 1,
      reasons: [{ reason: 'unknown-kind', count: 2, skipped: 1 }],
      remarks: [true, false].map((isSkipped) => ({ ...remark, isSkipped })) as unknown as SessionPreview['remarks'],
    });
    const parts = [...within(element, 'sayso-import-unread').shadowRoot!.querySelectorAll('section')];
    expect(parts.map((part) => part.textContent.includes('The rest was kept.'))).toEqual([false, true]);
    expect(parts.map((part) => part.textContent.includes('A kind of thing that Sayso has no word for.'))).toEqual([
      true,
      true,
    ]);
  });

  it('says that every row can be read beside remarks only where that is so', async () => {
    const { element } = await shown({
      skipped: 0,
      remarked: 2,
      reasons: [{ reason: 'bad-date', count: 2, skipped: 0 }],
      remarks: [],
    });
    const text = textOf(within(element, 'sayso-import-unread'));
    expect(text).toContain('Every row is read.');
    expect(text).toContain('2 rows are read with a remark');
    expect(text).not.toContain('Rows that are not read');
  });

  it('holds the import back while a file waits for its columns or an answer, and says which', async () => {
    const { element } = await shown({}, [
      { path: 'lamps.csv', state: 'unmapped' },
      { path: 'x.csv', state: 'asks' },
    ]);
    expect(fieldWithin(element, '#go').disabled).toBe(true);
    expect(textOf(within(element, `#${within(element, '#go').getAttribute('aria-describedby') ?? ''}`))).toMatch(
      /what the columns of \S*lamps\.csv\S* mean, or leave the file out. 1 more file waits too./u,
    );
    expect(fieldWithin((await shown()).element, '#go').disabled).toBe(false);
  });
});
