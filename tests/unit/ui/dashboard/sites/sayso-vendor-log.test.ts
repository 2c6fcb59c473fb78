// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Disclosure } from '../../../../../src/domain/disclosure.ts';
import { newRecordId } from '../../../../../src/domain/ids.ts';
import '../../../../../src/ui/dashboard/sites/sayso-vendor-log.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';
import { SHOP } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

afterEach(() => document.body.replaceChildren());

function disclosure(atMs: number, more: Partial<Disclosure> = {}): Disclosure {
  const records = [{ id: newRecordId(1), name: `Film of ${atMs}`, said: '4 / 5' }];
  const id = newRecordId(atMs);
  return { id, grantId: newRecordId(1), origin: SHOP, call: 'ratings', atMs, fields: [], records, ...more };
}

async function log(context: TestContext, entries: number) {
  const element = await mount('sayso-vendor-log', { context, origin: SHOP });
  await vi.waitFor(() => expect(shown(element)).toHaveLength(entries));
  return element;
}

function shown(element: HTMLElement): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('sayso-log-entry')];
}

async function open(entry: HTMLElement): Promise<string> {
  const details = within(entry, 'details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await drawn(entry);
  return textOf(entry);
}

describe('sayso-vendor-log', () => {
  it('shows more on demand, and what happens meanwhile, each once', async () => {
    const context = testContext();
    await context.database.disclosures.bulkAdd(Array.from({ length: 30 }, (_, index) => disclosure(index + 1)));
    const element = await log(context, 25);
    within(element, 'button').click();
    await vi.waitFor(() => expect(shown(element)).toHaveLength(30));
    expect(element.shadowRoot!.querySelector('button')).toBeNull();
    await context.database.disclosures.add(disclosure(1000));
    await vi.waitFor(() => expect(shown(element)).toHaveLength(31));
    expect(within(shown(element)[0]!, 'time').getAttribute('datetime')).toBe('1970-01-01T00:00:01.000Z');
  });

  it('draws the records of a read only when they are asked for, as text', async () => {
    const context = testContext();
    const records = [{ id: newRecordId(1), name: '<b>M</b>', said: '4.5 / 5' }];
    await context.database.disclosures.add(disclosure(1, { records }));
    const [entry] = shown(await log(context, 1));
    expect(textOf(entry!)).not.toContain('<b>M</b>');
    expect(await open(entry!)).toContain('<b>M</b>: 4.5 / 5');
  });

  it('says why things stand in the order they stand in', async () => {
    const context = testContext();
    const ranked = [
      { index: 1, name: 'Nosferatu', causes: [{ kind: 'genre', of: 'horror', value: 80, count: 4 } as const] },
      { index: 0, name: 'Faust', causes: [] },
    ];
    await context.database.disclosures.add(disclosure(1, { call: 'rank', records: [], ranked }));
    const [entry] = shown(await log(context, 1));
    expect(textOf(entry!)).toContain('Had 2 things of its own put in your order');
    const text = (await open(entry!)).replaceAll(/[\u2068\u2069]/gu, '');
    expect(text).toContain('Nosferatu: because you rated 4 things of the genre horror (80 of 100)');
    expect(text).toContain('Faust: you rated nothing like it');
  });

  it('tells preferences by their words', async () => {
    const context = testContext();
    const records = [{ id: newRecordId(1), name: 'diet', said: 'VeganDiet' }];
    await context.database.disclosures.add(disclosure(1, { call: 'preferences', records }));
    const [entry] = shown(await log(context, 1));
    expect(await open(entry!)).toContain('Diet: vegan');
  });

  it('says so when nothing happened yet', async () => {
    const element = await mount('sayso-vendor-log', { context: testContext(), origin: SHOP });
    await vi.waitFor(() => expect(textOf(element)).toContain('it asked for nothing and read nothing'));
  });
});
