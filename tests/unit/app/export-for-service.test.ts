import { describe, expect, it } from 'vitest';
import { exportForService, SERVICES } from '../../../src/app/export-for-service.ts';
import { fillStore } from '../../support/busy-store.ts';
import { testContext } from '../../support/test-context.ts';

describe('exportForService', () => {
  it('knows four services', () => {
    expect(SERVICES.map(({ label }) => label)).toEqual(['IMDb', 'Letterboxd', 'Goodreads', 'StoryGraph']);
  });

  it('writes what is rated, with the days it was seen, and counts what is lost', async () => {
    const context = testContext();
    await fillStore(context);
    const { csv, rows, fileName, lossCounts } = await exportForService(context, { id: 'letterboxd-csv' });
    expect(fileName).toBe('letterboxd-import.csv');
    expect(rows).toBe(4);
    expect(csv).toContain('Film 1,1999,tt0000001,,4.5,2021-05-06,true');
    expect(lossCounts).toContainEqual({ reason: 'note-left-out', count: 1 });
    expect(lossCounts).toContainEqual({ reason: 'history-left-out', count: 1 });
    expect(lossCounts.map(({ count }) => count)).toEqual(lossCounts.map(({ count }) => count).sort((a, b) => b - a));
  });
});
