import { describe, expect, it } from 'vitest';
import { backupSettings, changeBackupSettings, setBackupPassphrase } from '../../../src/app/backup-settings.ts';
import { backupState, REMIND_AGAIN_MS } from '../../../src/app/backup-state.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { makeBackup } from '../../../src/app/make-backup.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

const DAY_MS = 86_400_000;

async function rate(context: TestContext, ...numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    context.clock.advance(1);
    await rateItem(context, { facts: film(number), given: stars(3) });
  }
}

/** A place that keeps files in memory. */
function shelf(): { files: Map<string, Blob>; keep: (name: string, file: Blob) => Promise<void> } {
  const files = new Map<string, Blob>();
  return {
    files,
    keep: async (name, file) => {
      files.set(name, file);
    },
  };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_one, index) => index + 1);

describe('makeBackup', () => {
  it('keeps seven copies, the oldest being overwritten, each of which can be read', async () => {
    const context = testContext();
    const { files, keep } = shelf();
    for (const number of upTo(9)) {
      await rate(context, number);
      await makeBackup(context, keep);
    }
    expect([...files.keys()]).toEqual(upTo(7).map((number) => `sayso-backup-${number}.jsonl.gz`));
    const opened = await openBackupFile(files.get('sayso-backup-2.jsonl.gz')!);
    expect(opened.outcome === 'read' && opened.file.tables.get('ratings')?.size).toBe(9);
  });

  it('remembers the last good copy, and does not count one that was not kept', async () => {
    const context = testContext();
    await rate(context, 1);
    const copy = await makeBackup(context, shelf().keep);
    const refused = makeBackup(context, () => Promise.reject(new Error('no room')));
    await expect(refused).rejects.toThrow('no room');
    expect((await backupSettings(context)).last).toEqual(copy);
  });

  it('does not count a copy that would not be read again, and makes the next in its place', async () => {
    const context = testContext();
    await rate(context, 1);
    const { files, keep } = shelf();
    const good = await makeBackup(context, keep);
    await rate(context, 2);
    const [item] = await context.database.items.toArray();
    await context.database.items.put({ ...item!, year: 1999.5 });
    await changeBackupSettings(context, { kind: 'folder' });
    context.clock.advance(DAY_MS);
    expect(await makeBackup(context, keep)).toMatchObject({ number: 2, unreadable: 1 });
    expect((await openBackupFile(files.get('sayso-backup-2.jsonl.gz')!)).outcome).not.toBe('read');
    expect(await backupSettings(context)).toMatchObject({ last: good, bad: { number: 2, unreadable: 1 } });
    // What is there is not safe yet, but the same copy once more would be no better.
    expect(await backupState(context)).toMatchObject({ isBehind: true, isDue: false });
    await context.database.items.put(item!);
    await rate(context, 3);
    context.clock.advance(DAY_MS);
    expect((await backupState(context)).isDue).toBe(true);
    const mended = await makeBackup(context, keep);
    expect((await openBackupFile(files.get('sayso-backup-2.jsonl.gz')!)).outcome).toBe('read');
    const { last, bad } = await backupSettings(context);
    expect([last, bad]).toEqual([mended, undefined]);
  });

  it('seals copies with a key that stays here: in no export, and not to be read out', async () => {
    const context = testContext();
    await rate(context, 1);
    await setBackupPassphrase(context, 'seven quiet herons');
    const { files, keep } = shelf();
    await makeBackup(context, keep);
    const file = files.get('sayso-backup-1.sayso')!;
    expect((await openBackupFile(file)).outcome).toBe('needs-passphrase');
    expect((await openBackupFile(file, { passphrase: 'wrong' })).outcome).toBe('wrong-passphrase');
    expect((await openBackupFile(file, { passphrase: 'seven quiet herons' })).outcome).toBe('read');
    expect(await (await exportAll(context)).blob.text()).not.toContain('backup');
    const row = await context.database.settings.get('backup-key');
    expect((row?.value as { key: CryptoKey }).key.extractable).toBe(false);
    await setBackupPassphrase(context, undefined);
    expect((await makeBackup(context, keep)).name).toBe('sayso-backup-2.jsonl.gz');
  });
});

describe('backupState', () => {
  it('is due from the first rating on, then a day or 20 changes after the last copy', async () => {
    const context = testContext();
    const isDue = async () => (await backupState(context)).isDue;
    await changeBackupSettings(context, { kind: 'downloads' });
    expect(await isDue()).toBe(false);
    await rate(context, 1);
    expect(await isDue()).toBe(true);
    await makeBackup(context, shelf().keep);
    expect(await backupState(context)).toMatchObject({ isDue: false, isBehind: false });
    await rate(context, 2);
    expect(await backupState(context)).toMatchObject({ isDue: false, isBehind: true });
    context.clock.advance(DAY_MS);
    expect(await isDue()).toBe(true);
    await makeBackup(context, shelf().keep);
    await rate(context, ...upTo(19));
    expect(await isDue()).toBe(false);
    await rate(context, 20);
    expect(await isDue()).toBe(true);
  });

  it('makes none where the person wants none, or a clock was put back without a change', async () => {
    const context = testContext();
    await changeBackupSettings(context, { kind: 'none' });
    await rate(context, 1);
    expect((await backupState(context)).isDue).toBe(false);
  });

  it('reminds where much would be lost and nothing was chosen, and not again for a month', async () => {
    const context = testContext();
    const isToRemind = async () => (await backupState(context)).isToRemind;
    await rate(context, ...upTo(20));
    expect(await isToRemind()).toBe(false);
    await rate(context, 21);
    expect(await isToRemind()).toBe(true);
    await changeBackupSettings(context, { remindAfterMs: context.clock.nowMs() + REMIND_AGAIN_MS });
    expect(await isToRemind()).toBe(false);
    context.clock.advance(REMIND_AGAIN_MS);
    expect(await isToRemind()).toBe(true);
    await changeBackupSettings(context, { kind: 'none' });
    expect(await isToRemind()).toBe(false);
  });
});
