import { expect, it } from 'vitest';
import { setBackupPassphrase } from '../../../src/app/backup-settings.ts';
import { exportSealed } from '../../../src/app/export-sealed.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

it('writes everything so that only the passphrase of the backups opens it', async () => {
  const context = testContext();
  await rateItem(context, { facts: film(1), given: stars(4), text: 'Nobody else reads this.' });
  await setBackupPassphrase(context, 'four words of mine');
  const { blob, records } = await exportSealed(context);
  expect(records).toBe(4);
  expect(await blob.text()).toMatch(/^\{"sayso":"backup"/u);
  expect(await blob.text()).not.toContain('Nobody else');
  expect(await openBackupFile(blob)).toEqual({ outcome: 'needs-passphrase' });
  expect(await openBackupFile(blob, { passphrase: 'others' })).toEqual({ outcome: 'wrong-passphrase' });
  const opened = await openBackupFile(blob, { passphrase: 'four words of mine' });
  expect(opened.outcome === 'read' && opened.file.tables.get('ratings')?.size).toBe(1);
});

it('writes nothing plain where there is no passphrase', async () => {
  await expect(exportSealed(testContext())).rejects.toMatchObject({ code: 'not-found' });
});
