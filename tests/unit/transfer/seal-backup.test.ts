import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isSealed, newBackupKey, openSealed, sealBackup } from '../../../src/transfer/seal-backup.ts';

const WORDS = 'four words nobody joins, na\u00efve';
const TEXT = '{"sayso":"export"}\n';

/** Runs the script that needs no Sayso. */
async function openOutside(
  sealed: Uint8Array,
  passphrase: string,
): Promise<{ stdout: string; stderr: string; code: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'sayso-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'copy');
  await writeFile(path, sealed);
  const env = { ...process.env, SAYSO_PASSPHRASE: passphrase };
  return promisify(execFile)(process.execPath, ['scripts/open-backup.mjs', path], { env }).then(
    (result) => ({ ...result, code: 0 }),
    (thrown: unknown) => thrown as { stdout: string; stderr: string; code: number },
  );
}

describe('sealBackup', () => {
  let sealed: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    sealed = await sealBackup(new Uint8Array(gzipSync(TEXT)), await newBackupKey(WORDS));
  });

  it('begins with a line that says how it was sealed', () => {
    const [head = ''] = new TextDecoder('latin1').decode(sealed).split('\n');
    expect(JSON.parse(head)).toMatchObject({
      sayso: 'backup',
      version: 1,
      kdf: 'PBKDF2-SHA-256',
      iterations: 600_000,
      cipher: 'AES-256-GCM',
    });
    expect(head).toMatch(/"salt":"[\w+/]{22}==".*"iv":"[\w+/]{16}"/u);
    expect(isSealed(sealed)).toBe(true);
    expect(new TextDecoder('latin1').decode(sealed)).not.toContain('export');
  });

  it('opens with its passphrase, in whatever form of Unicode, and with no other', async () => {
    expect(await openSealed(sealed, WORDS.normalize('NFD'))).toMatchObject({ outcome: 'opened' });
    expect(await openSealed(sealed, `${WORDS} `)).toEqual({ outcome: 'wrong-passphrase' });
  });

  it('does not open when a byte of it was changed, the head included', async () => {
    for (const at of [20, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at]! ^= 1;
      expect((await openSealed(changed, WORDS)).outcome).not.toBe('opened');
    }
  });

  it.each(['', '{"sayso":"backup"', '{"sayso":"backup","version":9}\nx', 'hello\n'])(
    'is no backup: %s',
    async (text) => {
      expect(await openSealed(new TextEncoder().encode(text), WORDS)).toEqual({ outcome: 'no-backup' });
    },
  );

  it('asks for no more work than a machine can do', async () => {
    const text = new TextDecoder('latin1').decode(sealed).replace('600000', '999999999999');
    expect(
      await openSealed(
        Uint8Array.from(text, (one) => one.charCodeAt(0)),
        WORDS,
      ),
    ).toEqual({ outcome: 'no-backup' });
  });

  it('is opened outside Sayso by the script, and by no wrong passphrase', async () => {
    expect(await openOutside(sealed, WORDS)).toMatchObject({ stdout: TEXT, code: 0 });
    expect(await openOutside(sealed, 'another one')).toMatchObject({
      stdout: '',
      stderr: 'Wrong passphrase, or the file was changed.\n',
      code: 1,
    });
    expect(await openOutside(gzipSync(TEXT), '')).toMatchObject({ stdout: TEXT, code: 0 });
  });
});
