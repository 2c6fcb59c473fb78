import { describe, expect, it } from 'vitest';
import { setBackupPassphrase } from '../../../src/app/backup-settings.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { exportSealed } from '../../../src/app/export-sealed.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { packExport } from '../../../src/app/pack-export.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const WORDS = 'four words of mine';

/** How a file is opened that was cut off after so many bytes: the rules it breaks, or what else came of it. */
async function openedAfter(whole: Blob, length: number): Promise<string> {
  const opened = await openBackupFile(whole.slice(0, length));
  return opened.outcome === 'problems' ? opened.problems.map(({ rule }) => rule).join() : opened.outcome;
}

/** What comes of every cut, and up to which length it does. */
async function outcomesOf(whole: Blob): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for (let length = 1; length < whole.size; length += 1) {
    const outcome = await openedAfter(whole, length);
    if (found.at(-1)?.[0] === outcome) {
      found.at(-1)![1] = length;
    } else {
      found.push([outcome, length]);
    }
  }
  return found;
}

describe('threat 26: a backup that was cut off', () => {
  async function files(): Promise<{ plain: Blob; sealed: Blob }> {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4), text: 'A word with an \u00e9 in it.' });
    await setBackupPassphrase(context, WORDS);
    return { plain: (await exportAll(context)).blob, sealed: (await exportSealed(context)).blob };
  }

  it('says so of a plain one wherever the cut is, but for its last line end, without which it is whole', async () => {
    const { plain } = await files();
    expect(await outcomesOf(plain)).toEqual([
      ['no-end', plain.size - 2],
      ['read', plain.size - 1],
    ]);
  });

  it('says so of a compressed one wherever the cut is, but for its last bytes, before which all was read', async () => {
    const zipped = await packExport((await files()).plain, undefined);
    const outcomes = await outcomesOf(zipped);
    expect(outcomes[0]![0]).toBe('no-end');
    expect(outcomes[0]![1]).toBeGreaterThan(zipped.size - 16);
    // What is left is gzip's own end: the export's, with its digest, was there by then.
    expect(outcomes.slice(1).filter(([outcome]) => outcome !== 'read')).toEqual([]);
  });

  it('says so of a sealed one wherever the cut is, and asks nobody for a passphrase first', async () => {
    const { sealed } = await files();
    expect(await outcomesOf(sealed)).toEqual([['no-end', sealed.size - 1]]);
    expect(await openBackupFile(sealed)).toEqual({ outcome: 'needs-passphrase' });
  });

  it('says of nothing at all that it is empty, and nothing of where it breaks off', async () => {
    const { plain } = await files();
    expect(await openedAfter(plain, 0)).toBe('empty');
  });

  it('names a later version only where the head says so', async () => {
    const { sealed } = await files();
    const text = await sealed.text();
    const head = text.slice(0, text.indexOf('\n') + 1);
    const ruleOf = (changed: string) => openedAfter(new Blob([changed, sealed.slice(head.length)]), Infinity);
    expect(await ruleOf(head.replace('"version":1', '"version":2'))).toBe('later-version');
    expect(await ruleOf(head.replace('"version":1', '"version":0'))).toBe('bad-record');
    expect(await ruleOf(head.replace('AES-256-GCM', 'AES-256-CBC'))).toBe('bad-record');
    expect(await ruleOf(head.replace('}', ''))).toBe('bad-record');
    expect(await ruleOf(`${head}more`)).toBe('wrong-hash');
  });
});

it('opens a sealed backup of those that did not say how long they are', async () => {
  const context = testContext();
  await rateItem(context, { facts: film(1), given: stars(4) });
  const { blob } = await exportAll(context);
  const zipped = new Uint8Array(await (await packExport(blob, undefined)).arrayBuffer());
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
  const head = new TextEncoder().encode(
    `${JSON.stringify({ sayso: 'backup', version: 1, kdf: 'PBKDF2-SHA-256', iterations: 1, salt: text(salt), cipher: 'AES-256-GCM', iv: text(iv) })}\n`,
  );
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(WORDS), 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 1 },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, key, zipped);
  const opened = await openBackupFile(new Blob([head, cipher]), { passphrase: WORDS });
  expect(opened.outcome).toBe('read');
  expect(await openedAfter(new Blob([head, cipher]), head.length + 15)).toBe('no-end');
});
