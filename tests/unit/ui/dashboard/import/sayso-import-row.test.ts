// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import '../../../../../src/ui/dashboard/import/sayso-import-row.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';

afterEach(() => document.body.replaceChildren());

const facts = { kind: 'Book' as const, name: 'Emma', identifiers: [] };

describe('sayso-import-row', () => {
  it('says in the source’s own words what else there is, where nothing else is said of a thing', async () => {
    const reading = { others: { 'Exclusive Shelf': 'currently-reading', 'Date Added': '2024/03/09' }, tags: ['cosy'] };
    const row = await mount('sayso-import-row', { facts, content: reading });
    expect(textOf(within(row, '.said'))).toBe('cosy · Exclusive Shelf: currently-reading · Date Added: 2024/03/09');
  });

  it('leaves that out beside a wish, which says enough', async () => {
    const row = await mount('sayso-import-row', { facts, content: { wanted: {}, tags: ['cosy'] } });
    expect(textOf(within(row, '.said'))).not.toContain('cosy');
  });
});
