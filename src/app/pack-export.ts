import { gzip } from '../transfer/gzip.ts';
import { type BackupKey, sealBackup } from '../transfer/seal-backup.ts';

/** An export as a file to be kept: compressed, and sealed where there is a key. `open-backup-file` reads both. */
export async function packExport(lines: Blob, key: BackupKey | undefined): Promise<Blob> {
  const zipped = await new Response(gzip(lines.stream())).blob();
  return key ? new Blob([await sealBackup(new Uint8Array(await zipped.arrayBuffer()), key)]) : zipped;
}
