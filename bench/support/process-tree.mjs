// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of the kernel's own accounts, a second: 100 on every Linux that Node runs on. */
const TICKS = 100;
const BETWEEN_LOOKS_MS = 100;

/** @typedef {{ bytes: number, seconds: number }} Taken memory that is a process's alone, and processor time since its start */

/**
 * Looks at a process and all below it, in the kernel's own accounts, until told to stop. Linux only: elsewhere nothing
 * is told.
 *
 * @param {number | undefined} pid
 * @returns {{ stop(): { startBytes: number, peakBytes: number, seconds: number } | undefined }} memory in bytes: at the
 *   beginning and at most; processor time in seconds
 */
export function watchTree(pid) {
  const start = pid === undefined ? undefined : look(pid);
  if (pid === undefined || !start) {
    return { stop: () => undefined };
  }
  let peakBytes = start.bytes;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, look(pid)?.bytes ?? 0);
  }, BETWEEN_LOOKS_MS);
  return {
    stop() {
      clearInterval(timer);
      const end = look(pid) ?? start;
      return {
        startBytes: start.bytes,
        peakBytes: Math.max(peakBytes, end.bytes),
        seconds: end.seconds - start.seconds,
      };
    },
  };
}

/** @returns {Taken | undefined} */
function look(/** @type {number} */ root) {
  /** @type {Map<number, { parent: number, bytes: number, seconds: number }>} */
  const all = new Map();
  try {
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/u.test(entry))) {
      const one = account(name);
      if (one) {
        all.set(Number(name), one);
      }
    }
  } catch {
    return undefined; // a system without these accounts
  }
  const isBelow = (/** @type {number} */ pid) => {
    for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) {
      if (at === root) {
        return true;
      }
    }
    return false;
  };
  const mine = [...all].filter(([pid]) => isBelow(pid)).map(([, one]) => one);
  return {
    bytes: mine.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: mine.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** @returns what the kernel has noted of a process, or nothing for one that has just gone */
function account(/** @type {string} */ pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before may have spaces and brackets in it: what is counted comes after the last of them.
    const [, parent, , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [, anonymous] = /RssAnon:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return {
      parent: Number(parent),
      bytes: Number(anonymous ?? 0) * 1024,
      seconds: (Number(user) + Number(system)) / TICKS,
    };
  } catch {
    return undefined;
  }
}
