/** Cut into pieces of a size, the last of which may be smaller. */
export function inBanks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, bank) => all.slice(bank * size, (bank + 1) * size));
}
