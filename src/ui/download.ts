/** So long the browser may take to begin a download of what is here already. */
const BEGIN_MS = 60_000;

/** Gives the person a file, as if they had pressed a link to it. */
export function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGIN_MS);
}
