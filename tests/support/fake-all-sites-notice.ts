/** In place of `src/platform/notices.ts` in a test of what shows the notice. */
let noticedAtMs: number | undefined;
const heard = new Set<(atMs: number | undefined) => void>();

export function setAllSitesNotice(atMs: number | undefined): void {
  noticedAtMs = atMs;
  for (const onValue of heard) {
    onValue(atMs);
  }
}

export function watchAllSitesNotice(onValue: (atMs: number | undefined) => void): () => void {
  heard.add(onValue);
  onValue(noticedAtMs);
  return () => heard.delete(onValue);
}

export function dismissAllSitesNotice(): void {
  setAllSitesNotice(undefined);
}
