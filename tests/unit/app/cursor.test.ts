import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCursor, sealCursor } from '../../../src/app/cursor.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { testContext } from '../../support/test-context.ts';

const bad = { code: 'bad-request' };
const place = { ratedAt: '2020-06-15T10:00:00.000Z', itemId: '01950000-0000-7000-8000-000000000001' };
const turns = ['01950000-0000-7000-8000-000000000002'] as string[] as RecordId[];

describe('a cursor', () => {
  it('opens to what was sealed, in any context over the same data', async () => {
    const context = testContext();
    const cursor = await sealCursor(context.database, 'shop ratings', { place, turns });
    expect(await openCursor(context.reopen().database, 'shop ratings', cursor)).toEqual({ place, turns });
  });

  it('opens for nothing but what it was sealed for, and nowhere else', async () => {
    const { database } = testContext();
    const cursor = await sealCursor(database, 'shop ratings', { place, turns });
    await expect(openCursor(database, 'cinema ratings', cursor)).rejects.toMatchObject(bad);
    await expect(openCursor(database, '', cursor)).rejects.toMatchObject(bad);
    await expect(openCursor(testContext().database, 'shop ratings', cursor)).rejects.toMatchObject(bad);
  });

  it('says nothing by its text, its length or its likeness to another', async () => {
    const { database } = testContext();
    const long = await sealCursor(database, 'x', { place, turns });
    const again = await sealCursor(database, 'x', { place, turns });
    const short = await sealCursor(database, 'x', { place: { position: 1 }, turns: [] });
    expect(long).not.toBe(again);
    expect(new Set([long, again, short].map(({ length }) => length)).size).toBe(1);
    expect(long).toMatch(/^[\w-]{400,500}$/u);
    expect(Buffer.from(long, 'base64url').toString('latin1')).not.toContain('2020');
  });

  it('holds as many turns as fit, and stays whole with more', async () => {
    const { database } = testContext();
    const many = Array.from({ length: 9 }, () => crypto.randomUUID() as string as RecordId);
    const cursor = await sealCursor(database, 'x', { place, turns: many });
    expect(await openCursor(database, 'x', cursor)).toEqual({ place, turns: many.slice(0, 4) });
  });

  it('is refused when one character of it is another', async () => {
    const { database } = testContext();
    const cursor = await sealCursor(database, 'x', { place, turns });
    const index = fc.nat(cursor.length - 2); // the last one holds bits that say nothing
    await fc.assert(
      fc.asyncProperty(index, fc.constantFrom('A', 'b', '7', '-', '_', '*', ' '), async (at, letter) => {
        fc.pre(cursor[at] !== letter);
        const forged = cursor.slice(0, at) + letter + cursor.slice(at + 1);
        await expect(openCursor(database, 'x', forged)).rejects.toMatchObject(bad);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused when it is any other text', async () => {
    const { database } = testContext();
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 600 }), async (text) => {
        await expect(openCursor(database, 'x', text)).rejects.toMatchObject(bad);
      }),
      { numRuns: 40 },
    );
  });
});
