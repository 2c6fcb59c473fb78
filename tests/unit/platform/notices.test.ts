import { beforeEach, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { dismissAllSitesNotice, noticeAllSites, watchAllSitesNotice } from '../../../src/platform/notices.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

beforeEach(() => fake.reset());

it('tells now and whenever it changes whether every site was handed back, until nobody listens', async () => {
  const told: (number | undefined)[] = [];
  const fire = (...values: unknown[]) => fake.storage.onChanged.fire(...(values as never[]));
  const change = () => fire({ allSitesHandedBackAtMs: {} }, 'local');
  const failed = vi.fn();
  const stop = watchAllSitesNotice((atMs) => told.push(atMs), failed);
  await vi.waitFor(() => expect(told).toEqual([undefined]));
  await noticeAllSites();
  change();
  await vi.waitFor(() => expect(told).toEqual([undefined, expect.any(Number)]));
  fire({ other: {} }, 'local');
  fire({ allSitesHandedBackAtMs: {} }, 'session');
  await dismissAllSitesNotice();
  change();
  await vi.waitFor(() => expect(told).toEqual([undefined, expect.any(Number), undefined]));
  stop();
  change();
  expect(told).toHaveLength(3);
  expect(failed).not.toHaveBeenCalled();
});
