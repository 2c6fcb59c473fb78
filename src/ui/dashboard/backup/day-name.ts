/** A day as part of a file's name, in the person's own time zone: `2026-03-09`. */
export function dayName(atMs: number): string {
  const day = new Date(atMs);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
