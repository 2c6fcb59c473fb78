/** What the browser says. `true` is any network at all, also one that leads nowhere. */
export function isOnline(): boolean {
  return navigator.onLine;
}
