import { row } from '../recognise/row.mjs';

const HOLD = { import: 1.5, frameMs: 50, growth: 1.3, undo: 1, export: 1.5 };

/** Prints what was measured of one import. @returns what is not held */
export function report(name, { what, isHeld }, times) {
  const { openMs, previewMs, commitMs, rows, skipped, things, longestMs, beside } = times;
  const wholeMs = openMs + previewMs + commitMs;
  const parts = `open ${seconds(openMs)}, read and preview ${seconds(previewMs)}, write ${seconds(commitMs)}`;
  const bare = beside ? `; bare ${seconds(beside.rawMs)} of ${beside.rawRecords} records` : '';
  row(
    what,
    beside ? `${(wholeMs / beside.rawMs).toFixed(2)} × bare writes` : `${(wholeMs / rows).toFixed(2)} ms a row`,
    `${(wholeMs / 1000).toFixed(1)} s (${parts}${bare}); ${rows} rows, ${skipped} left out, ${things} things`,
  );
  row('  longest frame meanwhile', milliseconds(longestMs.import), `bare writes ${milliseconds(longestMs.bare)}`);
  reportTaken(times);
  const broken = [
    [isHeld && beside && wholeMs > beside.rawMs * HOLD.import, 'an import beside bare writes'],
    [longestMs.import > Math.max(HOLD.frameMs, longestMs.bare ?? 0), 'the longest frame'],
  ];
  if (beside) {
    const { exportMs, readMs, undoMs } = beside;
    const frames = (phase) => `longest frame ${milliseconds(longestMs[phase])}`;
    row(
      '  everything out',
      `${(exportMs / readMs).toFixed(2)} × reading it`,
      `${seconds(exportMs)}; bare read ${seconds(readMs)}; ${frames('export')}`,
    );
    row('  undo', `${(undoMs / commitMs).toFixed(2)} × its writing`, `${seconds(undoMs)}; ${frames('undo')}`);
    broken.push(
      [exportMs > readMs * HOLD.export, 'an export beside reading'],
      [undoMs > commitMs * HOLD.undo, 'undo beside its writing'],
    );
  }
  return broken.flatMap(([isBroken, told]) => (isBroken ? [`${name}, ${what}: ${told}`] : []));
}

function reportTaken({ taken, bareTaken, rows, characters }) {
  if (taken) {
    const { startBytes, peakBytes, seconds: processor } = taken;
    row(
      '  memory at most',
      `${megabytes(peakBytes - startBytes)} over ${megabytes(startBytes)}`,
      `${bareTaken ? `bare writes ${megabytes(bareTaken.peakBytes - bareTaken.startBytes)} more; ` : ''}records ${megabytes(characters)} as text; ${((processor / rows) * 1000).toFixed(2)} ms of the processor a row`,
    );
  }
}

/**
 * Prints how the cost grows from 10,000 rows to 100,000 and from there to 1,000,000. Memory may grow by the records
 * themselves: as text in characters, each of which takes two bytes at most, or as their bare writes take where those were
 * measured, since what a transaction writes is in the browser's memory until it ends.
 *
 * @returns what is not held
 */
export function growth(name, bySize) {
  const broken = [];
  for (const [few, many] of [
    [10_000, 100_000],
    [100_000, 1_000_000],
  ]) {
    const [less, more] = [bySize.get(few), bySize.get(many)];
    if (!less || !more) {
      continue;
    }
    const time = perRow(more) / perRow(less);
    const work = more.taken && more.taken.seconds / more.rows / (less.taken.seconds / less.rows);
    row(
      `${many.toLocaleString('en')} rows, a row`,
      `${time.toFixed(2)} × that at ${few.toLocaleString('en')}`,
      work === undefined ? '' : `of the processor ${work.toFixed(2)} ×`,
    );
    if (many === 1_000_000 && time > HOLD.growth) {
      broken.push(`${name}: growth of an import`);
    }
    if (more.taken) {
      const grown = (more.taken.peakBytes - less.taken.peakBytes) / (more.rows - less.rows);
      const record = more.characters / more.rows;
      const bare = more.bareTaken && less.bareTaken && (grownBy(more) - grownBy(less)) / (more.rows - less.rows);
      row(
        '  memory, each row more',
        `${grown.toFixed(0)} bytes`,
        `${bare ? `bare writes ${bare.toFixed(0)}; ` : ''}its records ${record.toFixed(0)} characters of text`,
      );
      if (grown > Math.max(2 * record, bare ?? 0)) {
        broken.push(`${name}: memory beside the records, ${few} to ${many} rows`);
      }
    }
  }
  return broken;
}

function grownBy({ bareTaken: { startBytes, peakBytes } }) {
  return peakBytes - startBytes;
}

function perRow({ commitMs, rows }) {
  return commitMs / rows;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

function milliseconds(ms) {
  return ms === undefined ? 'not measured' : `${ms.toFixed(0)} ms`;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
