/** Long enough for the browser to have begun; it keeps what it is saving. */
const KEPT_MS = 60_000;

/** Hands a text to the browser to be saved, as a download that the person asked for. */
export function saveAsFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
