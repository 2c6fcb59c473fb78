// @vitest-environment happy-dom
import { speak } from '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SessionFile } from '../../../../../src/app/session-file.ts';
import type { ImportDesk } from '../../../../../src/ui/dashboard/import/import-desk.ts';
import '../../../../../src/ui/dashboard/import/sayso-import-file.ts';
import { fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';

afterEach(() => {
  document.body.replaceChildren();
  speak('en');
});

const READY: SessionFile = {
  index: 3,
  path: 'zip/diary.csv',
  sizeBytes: 2_000,
  state: 'ready',
  isLeftOut: false,
  rows: 2132,
  importer: { id: 'letterboxd-diary', source: 'letterboxd' },
  questions: [],
};

async function shown(file: Partial<SessionFile>) {
  const desk = { answer: vi.fn(), leaveOut: vi.fn(), map: vi.fn(), readAs: vi.fn(), sample: vi.fn(async () => []) };
  const element = await mount('sayso-import-file', {
    desk: desk as unknown as ImportDesk,
    file: { ...READY, ...file },
  });
  return { element, desk };
}

describe('sayso-import-file', () => {
  it('says what a file is and how many rows it has, and leaves it out', async () => {
    const { element, desk } = await shown({});
    expect(textOf(element)).toContain('Letterboxd diary, 2,132 rows');
    within(element, 'input[type="checkbox"]').click();
    expect(desk.leaveOut).toHaveBeenCalledWith(3, true);
  });

  it('says in German what a file is', async () => {
    speak('de');
    const { element } = await shown({});
    expect(textOf(element)).toContain('Letterboxd-Tagebuch; 2.132 Zeilen');
  });

  it('says why a file can’t be opened, and where', async () => {
    const { element } = await shown({ state: 'problem', problem: { id: 'broken-json', line: 7, column: 2 } });
    expect(textOf(element)).toMatch(/Line 7, character 2\..*JSON/u);
    expect(element.shadowRoot!.querySelector('input')).toBeNull();
  });

  it('says what letters were taken for, and reads them as something else; nothing of it where they are plain', async () => {
    const { element, desk } = await shown({ encoding: 'windows-1251' });
    expect(textOf(element)).toContain('Letters read as');
    const select = fieldWithin(element, '#encoding');
    expect(within(element, 'option[selected]').getAttribute('value')).toBe('windows-1251');
    select.value = 'koi8-r';
    select.dispatchEvent(new Event('change'));
    expect(desk.readAs).toHaveBeenCalledWith(3, 'koi8-r');
    expect(textOf((await shown({})).element)).not.toContain('Letters read as');
  });

  it('leads from a copy of Sayso’s own to where it is restored', async () => {
    const { element } = await shown({ state: 'own' });
    expect(within(element, 'a').getAttribute('href')).toBe('#backup');
  });

  it('asks what the file leaves open, with what is likely already chosen', async () => {
    const choices = [{ value: 'day-first' }, { value: 'month-first' }];
    const { element, desk } = await shown({
      questions: [{ id: 'day-or-month-first', choices, suggested: 'day-first', answer: 'day-first' }],
    });
    expect(textOf(element)).toContain('What does 03/04/2021 mean in this file?');
    const [first, second] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="radio"]');
    expect(first?.checked).toBe(true);
    second!.checked = true;
    second!.dispatchEvent(new Event('change'));
    expect(desk.answer).toHaveBeenCalledWith(3, 'day-or-month-first', 'month-first');
  });

  it('offers many choices in a list, in the file’s own words', async () => {
    const choices = ['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: `person ${value}` }));
    const { element } = await shown({ state: 'asks', questions: [{ id: 'person', choices }] });
    const texts = [...within(element, 'select').querySelectorAll('option')].map((option) => textOf(option));
    expect(texts).toEqual(['Choose …', ...choices.map(({ label }) => label)]);
  });

  it('looks up what is typed where there are too many choices for a list, and says where it is none', async () => {
    const people = Array.from({ length: 610 }, (_, at) => ({ value: `${at + 1}`, label: `${at + 1}`, rows: 610 - at }));
    const question = { id: 'person' as const, choices: [...people, { value: 'all' }] };
    const { element, desk } = await shown({ state: 'asks', questions: [question] });
    const choice = element.shadowRoot!.querySelector('sayso-import-choice')!;
    expect(choice.shadowRoot!.querySelectorAll('option')).toHaveLength(610);
    const field = fieldWithin(choice, 'input');
    const type = async (text: string): Promise<void> => {
      field.value = text;
      field.dispatchEvent(new Event('change'));
      await choice.updateComplete;
    };
    await type('611');
    expect(textOf(within(choice, '#told'))).toBe('There is no 611 in this file.');
    expect(desk.answer).not.toHaveBeenCalled();
    await type(' 414 ');
    expect(desk.answer).toHaveBeenCalledWith(3, 'person', '414');
    choice.question = { ...question, answer: '414' };
    await choice.updateComplete;
    expect(textOf(within(choice, '#told'))).toBe('414 has 197 rows.');
    within(choice, 'button').click();
    expect(desk.answer).toHaveBeenCalledWith(3, 'person', 'all');
  });

  it('shows the columns of a table that nobody knows', async () => {
    const table = {
      header: ['a', 'b'],
      rows: [],
      mapping: { name: 'a', kind: { fixed: 'Movie' as const }, identifiers: [] },
    };
    const { importer: _importer, ...unknown } = READY;
    const element = await mount('sayso-import-file', {
      desk: { sample: vi.fn(async () => []) } as unknown as ImportDesk,
      file: { ...unknown, state: 'unmapped', table },
    });
    expect(within(element, 'sayso-import-mapper')).toBeDefined();
  });
});
