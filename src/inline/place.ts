import type { Form } from './star-sheet.ts';
import { FULL } from './star-sheet.ts';

/** Where a control goes, and what it must fit in with. Read before anything is written, so that layout is done once. */
export interface Place {
  readonly spot: Element;
  /** Beside the spot, or as the last thing in it where the spot's parent arranges its children by itself. */
  readonly where: 'after' | 'inside';
  readonly form: Form;
  readonly isDark: boolean;
  readonly direction: 'ltr' | 'rtl';
}

/** Elements in which a control would be part of another control. */
const CONTROLS = 'a,button,label,summary';

/** @param anchor - the heading or link that names the thing */
export function placeBeside(anchor: Element, form: Form): Place {
  const spot = spotOf(anchor);
  const parent = spot.parentElement;
  const layout = parent ? getComputedStyle(parent) : undefined;
  const arranges = layout !== undefined && /grid|flex/u.test(layout.display) && !/^column/u.test(layout.flexDirection);
  const { color, direction } = getComputedStyle(spot);
  return {
    spot,
    where: arranges ? 'inside' : 'after',
    form: form === 'full' && (parent?.clientWidth ?? 0) >= FULL.width ? 'full' : 'compact',
    isDark: isLight(color),
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
  };
}

export function putIn({ spot, where }: Place, host: Element): void {
  if (where === 'after') {
    spot.after(host);
  } else {
    spot.append(host);
  }
}

/** Whether a host still stands where it was put. */
export function isInPlace({ spot, where }: Place, host: Element): boolean {
  return host.parentNode !== null && host.parentNode === (where === 'after' ? spot.parentNode : spot);
}

/** Out of a heading's own words, and out of a link or button that holds nothing but them. */
function spotOf(anchor: Element): Element {
  const heading = anchor.closest('h1,h2,h3,h4,h5,h6') ?? anchor;
  const control = heading.closest(CONTROLS);
  const isOnlyTitle =
    control?.textContent.trim() === heading.textContent.trim() && !control.querySelector('img,picture');
  return control && control !== heading && isOnlyTitle ? control : heading;
}

/** Light words are read on dark ground. Colours in other notations are left to what the person prefers. */
function isLight(color: string): boolean {
  const [red, green, blue] = (/^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)/u.exec(color) ?? []).slice(1).map(Number);
  return red === undefined || green === undefined || blue === undefined
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
}
