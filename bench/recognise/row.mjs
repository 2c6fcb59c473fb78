/** One line of what was measured. */
export function row(what, value, note) {
  console.log(`${what.padEnd(32)}${value.padEnd(34)}${note}`);
}
