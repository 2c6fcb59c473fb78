/** Days and times as the browser's own date fields have them: `2026-12-01`, `2026-12-01T18:00`, in the person's time zone. */
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;

/** The day of a moment. */
export function dayText(ms: number): string {
  return timeText(ms).slice(0, 10);
}

/** Day and time of a moment, to the minute. */
export function timeText(ms: number): string {
  const date = new Date(ms);
  const parts = [date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes()];
  const [month, day, hours, minutes] = parts.map((part) => String(part).padStart(2, '0'));
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}T${hours}:${minutes}`;
}

/** The last minute of a day. @returns `undefined` when it is no day */
export function endOfDayMs(text: string): number | undefined {
  return DAY.test(text) ? readMs(`${text}T23:59`) : undefined;
}

/** @returns `undefined` when it is no day and time */
export function timeMs(text: string): number | undefined {
  return TIME.test(text) ? readMs(text) : undefined;
}

function readMs(text: string): number | undefined {
  const ms = new Date(text).getTime();
  // A browser makes 2 March of 30 February.
  return Number.isFinite(ms) && timeText(ms) === text ? ms : undefined;
}
