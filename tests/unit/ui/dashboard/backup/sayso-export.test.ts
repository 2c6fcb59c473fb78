// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setBackupPassphrase } from '../../../../../src/app/backup-settings.ts';
import type { Moment } from '../../../../../src/domain/moment.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { lossTable } from '../../../../../src/ui/dashboard/backup/loss-table.ts';
import '../../../../../src/ui/dashboard/backup/sayso-export.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film, product, stars } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

const files = vi.hoisted(() => ({ download: vi.fn<(name: string, file: Blob) => void>() }));
vi.mock('../../../../../src/ui/download.ts', () => files);

afterEach(() => {
  document.body.replaceChildren();
  vi.clearAllMocks();
});

describe('sayso-export', () => {
  it('gives everything as one file named by its day', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    const element = await mount('sayso-export', { context });
    within(element, '#all').click();
    await vi.waitFor(() => expect(textOf(element)).toContain('4 records written.'));
    const [name, file] = files.download.mock.calls[0]!;
    expect(name).toBe('sayso-export-2026-01-02.jsonl');
    expect(await file.text()).toMatch(/^\{"sayso":"export"/u);
  });

  it('says that the plain file is not protected where backups are, and offers a sealed one', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    const plain = await mount('sayso-export', { context });
    expect(plain.shadowRoot!.querySelector('#sealed')).toBeNull();
    await setBackupPassphrase(context, 'four words of mine');
    const element = await mount('sayso-export', { context });
    await vi.waitFor(() => within(element, '#sealed'));
    const told = within(element, '#all').getAttribute('aria-describedby');
    expect(textOf(within(element, `#${told ?? ''}`))).toContain('anybody who has it can read');
    within(element, '#sealed').click();
    await vi.waitFor(() => expect(textOf(element)).toContain('records written.'));
    const [name, file] = files.download.mock.calls[0]!;
    expect(name).toBe('sayso-export-2026-01-02.sayso');
    expect(await file.text()).toMatch(/^\{"sayso":"backup"/u);
  });

  it('gives what a service reads, and a list of what is lost', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4.5), text: 'Words' });
    await rateItem(context, { facts: product('Kettle', 'sku:shop.example/1'), given: stars(3) });
    const element = await mount('sayso-export', { context });
    within(element, '#imdb-csv').click();
    await vi.waitFor(() => expect(textOf(element)).toContain('1 row in imdb-ratings.csv.'));
    const lines = [...element.shadowRoot!.querySelectorAll('#losses li')].map((line) => textOf(line));
    expect(lines.toSorted()).toEqual([
      '1 note',
      '1 thing of a kind that it doesn’t have',
      '1 time of day: the day stays',
    ]);
  });

  it('says so where nothing is lost', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4), ratedAt: '2024-03-09' as Moment });
    const element = await mount('sayso-export', { context });
    within(element, '#imdb-csv').click();
    await vi.waitFor(() => expect(textOf(element)).toContain('Nothing had to be left out.'));
  });
});

describe('lossTable', () => {
  it('has a row for each loss, and nothing that a spreadsheet would run', () => {
    expect(lossTable([{ name: '=A, "B"', reason: 'rounded', value: '7 / 10 → 3.5' }])).toBe(
      `"'=A, ""B""","1 mark rounded to the nearest it has, halves up","7 / 10 → 3.5"`,
    );
  });
});
