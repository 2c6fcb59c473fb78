import { describe, expect, it } from 'vitest';
import { OWN_TABLES, REQUEST_TABLES } from '../../../src/store/own-tables.ts';
import { EXPORT_TABLES } from '../../../src/transfer/export-lines.ts';

/** A restore has its own way with each of these: the clock goes forward, sites and what they may only gain. */
const IN_THEIR_OWN_WAY = ['meta', 'vendors', 'grants', 'grantChanges', 'decisions', 'disclosures'] as const;

describe('the tables of an export', () => {
  it('are all taken in by a restore, each in one way, in the order in which they are written', () => {
    const rest = EXPORT_TABLES.filter((table) => !IN_THEIR_OWN_WAY.some((other) => other === table));
    expect([...OWN_TABLES, ...REQUEST_TABLES]).toEqual(rest);
    expect(EXPORT_TABLES).toHaveLength(IN_THEIR_OWN_WAY.length + OWN_TABLES.length + REQUEST_TABLES.length);
  });
});
