/**
 * Opens a backup of Sayso's without Sayso: `node scripts/open-backup.mjs sayso-backup-1.sayso > export.jsonl`.
 * The passphrase is asked for, or taken from SAYSO_PASSPHRASE. docs/data-model.md has the format.
 */
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { gunzipSync } from 'node:zlib';

const file = readFileSync(process.argv[2] ?? 0);
process.stdout.write(gunzipSync(file[0] === 0x1f ? file : unseal(file, await passphrase())));

function unseal(sealed, words) {
  const end = sealed.indexOf('\n') + 1;
  const { iterations, salt, iv } = JSON.parse(sealed.toString('utf8', 0, end));
  const key = pbkdf2Sync(words.normalize('NFC'), Buffer.from(salt, 'base64'), iterations, 32, 'sha256');
  const opening = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64')).setAAD(sealed.subarray(0, end));
  opening.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([opening.update(sealed.subarray(end, -16)), opening.final()]);
  } catch {
    console.error('Wrong passphrase, or the file was changed.');
    process.exit(1);
  }
}

async function passphrase() {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const words = process.env.SAYSO_PASSPHRASE ?? (await asking.question('Passphrase: '));
  asking.close();
  return words;
}
