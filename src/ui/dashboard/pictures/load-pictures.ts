/** What draws is heavy, and most visits to the dashboard see none of it: it is loaded when the first picture is wanted. */
export async function loadPictures(): Promise<void> {
  await import('./sayso-pictures.ts');
}
