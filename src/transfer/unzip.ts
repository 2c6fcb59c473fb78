import { BlobReader, type Entry, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { ByteSource } from './bytes.ts';
import { FileFault } from './file-problem.ts';

/** A list of files that is longer than this is no list of files. */
const MOST_LISTED_BYTES = 64 * 1_048_576;

/** Stored as it is, and deflated. */
const METHODS: readonly number[] = [0, 8];

/** Reads an archive from its own index, whatever length that says it has. */
class ShortReader extends BlobReader {
  override readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (Math.min(length, this.size - offset) > MOST_LISTED_BYTES) {
      throw new FileFault('damaged', { detail: 'its list of files is too long' });
    }
    return super.readUint8Array(offset, length);
  }
}

/** A file of an archive, not unpacked yet. */
export interface PackedFile {
  /** Inside the archive, as it stands there: not safe. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** Packed by a method that nothing here unpacks. */
  readonly isUnsupported: boolean;
  source(path: string): ByteSource;
}

/**
 * The files of an archive in the order of its own list, of which no size is believed. Read piece by piece.
 *
 * @throws {FileFault} `damaged`
 */
export async function* unzip(blob: Blob): AsyncGenerator<PackedFile> {
  const zip = new ZipReader(new ShortReader(blob), {
    useWebWorkers: false,
    // Paths are looked at by who opens the files; one that is not safe spoils no other.
    filenameValidation: 'tolerant',
  });
  let first = Number.POSITIVE_INFINITY;
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      first = Math.min(first, entry.offset);
      yield packedFile(entry, blob.size);
    }
    if (first > 0 && first < Number.POSITIVE_INFINITY) {
      // Cut off behind an archive that was in it, it seems to end with that one's list.
      throw new FileFault('damaged', { detail: 'its list of files is not the whole of it' });
    }
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('damaged', { detail: String(error).slice(0, 200) });
  }
}

function packedFile(entry: Entry, archiveBytes: number): PackedFile {
  return {
    path: entry.filename,
    isFolder: entry.directory,
    isEncrypted: entry.encrypted,
    isUnsupported: !entry.directory && !METHODS.includes(entry.compressionMethod),
    source: (path) => ({
      path,
      packedBytes: Math.min(entry.compressedSize, archiveBytes),
      isPacked: true,
      open: () => unpacked(entry),
    }),
  };
}

/** Unpacks as it is read, not ahead; stops when nobody reads any more. Fails where length or check sum are not as listed. */
function unpacked(entry: Entry): ReadableStream<Uint8Array> {
  const stopping = new AbortController();
  let resume: (() => void) | undefined;
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (entry.directory) {
      controller.close();
      return;
    }
    const sink = new WritableStream<Uint8Array>({
      write: (piece) => {
        controller.enqueue(piece);
        return (controller.desiredSize ?? 0) > 0
          ? undefined
          : new Promise<void>((resolve) => {
              resume = resolve;
            });
      },
    });
    entry
      .getData(sink, { useWebWorkers: false, checkSignature: true, signal: stopping.signal })
      .then(() => {
        if (!stopping.signal.aborted) {
          controller.close();
        }
      })
      .catch((error: unknown) => controller.error(error));
  };
  return new ReadableStream<Uint8Array>(
    {
      start,
      pull: () => resume?.(),
      cancel: () => {
        stopping.abort();
        resume?.();
      },
    },
    { highWaterMark: 1 },
  );
}
