// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ColumnMapping } from '../../../../../src/app/import-types.ts';
import type { ImportDesk } from '../../../../../src/ui/dashboard/import/import-desk.ts';
import '../../../../../src/ui/dashboard/import/sayso-import-mapper.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';

afterEach(() => document.body.replaceChildren());

const MAPPING: ColumnMapping = {
  name: 'Title',
  kind: { fixed: 'Book' },
  mark: { column: 'Stars', best: 5, worst: 1, zeroIsNone: true },
  date: { column: 'Day', means: 'rated' },
  identifiers: [{ scheme: 'isbn', column: 'ISBN' }],
};

async function mapper() {
  const sample = vi.fn<ImportDesk['sample']>(async (_index, { name }) => [
    { facts: { kind: 'Book', name: `row of ${name}`, identifiers: [] }, remarks: [] },
    { remarks: [{ line: 3, reason: 'no-name', column: 'Title', isSkipped: true }] },
  ]);
  const element = await mount('sayso-import-mapper', {
    desk: { sample } as unknown as ImportDesk,
    index: 2,
    header: ['Title', 'Other', 'Stars', 'Day', 'ISBN', ''],
    mapping: MAPPING,
  });
  const mapped = vi.fn<(mapping: ColumnMapping) => void>();
  element.addEventListener('mapped', (event) => mapped((event as CustomEvent<ColumnMapping>).detail));
  const choose = async (selector: string, value: string): Promise<void> => {
    const field = fieldWithin(element, selector);
    field.value = value;
    field.dispatchEvent(new Event('change'));
    await drawn(element);
  };
  return { element, sample, mapped, choose };
}

/** Which option of a list is chosen. */
function chosen(element: HTMLElement, selector: string): string | undefined {
  return within(element, selector).querySelector('option[selected]')?.getAttribute('value') ?? undefined;
}

describe('sayso-import-mapper', () => {
  it('begins with what the columns probably mean', async () => {
    const { element } = await mapper();
    expect(chosen(element, '#name')).toBe('Title');
    expect(chosen(element, '#kind')).toBe('fixed:Book');
    expect(chosen(element, '#mark')).toBe('Stars');
    expect(chosen(element, '#isbn')).toBe('ISBN');
    expect(chosen(element, '#year')).toBe('');
    expect(fieldWithin(element, '#best').value).toBe('5');
  });

  it('shows the first rows as they would be, anew with each change', async () => {
    const { element, sample, choose } = await mapper();
    const rows = () => within(element, 'sayso-import-sample');
    await vi.waitFor(() => expect(textOf(rows())).toContain('Nothing says what it is about.'));
    await choose('#name', 'Other');
    expect(sample).toHaveBeenLastCalledWith(2, { ...MAPPING, name: 'Other' });
    await vi.waitFor(() => {
      const [row] = rows().shadowRoot!.querySelectorAll('sayso-import-row');
      expect(textOf(row!)).toContain('row of Other');
    });
  });

  it('hands over what was chosen', async () => {
    const { element, mapped, choose } = await mapper();
    await choose('#order', 'day-first');
    await choose('#creators', 'Other');
    await choose('#creators-by', '');
    await choose('#mark', '');
    await choose('#isbn', '');
    within(element, 'button.primary').click();
    expect(mapped).toHaveBeenCalledExactlyOnceWith({
      name: 'Title',
      kind: { fixed: 'Book' },
      date: { column: 'Day', means: 'rated', order: 'day-first' },
      creators: { column: 'Other' },
      identifiers: [],
    });
  });

  it('does not take a scale that is none, and says so', async () => {
    const { element, sample, choose } = await mapper();
    const calls = sample.mock.calls.length;
    await choose('#best', '1');
    expect(fieldWithin(element, 'button.primary').disabled).toBe(true);
    expect(textOf(within(element, '[role="alert"]'))).toContain('above the worst');
    expect(sample).toHaveBeenCalledTimes(calls);
  });
});
