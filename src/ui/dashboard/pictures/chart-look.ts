/** What a drawing takes from the page around it, since a canvas inherits nothing. */
export interface ChartLook {
  /** Of bars; the second is that of what is compared with. */
  readonly bar: string;
  readonly otherBar: string;
  readonly otherEdge: string;
  /** What lies under the pointer. */
  readonly pointed: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly ground: string;
  readonly family: string;
  /** In CSS pixels; the person's own size and zoom are in it. */
  readonly sizePx: number;
  readonly isRightToLeft: boolean;
}

/** The colours that {@link readLook} asks for: each is the `color` of a hidden element of that class. */
export const LOOK_COLOURS = ['bar', 'otherBar', 'otherEdge', 'pointed', 'text', 'quiet', 'line', 'ground'] as const;

/**
 * Reads the look as it is now. Colours come as the browser computes them, so that custom properties, a dark scheme and
 * forced colours have been seen to.
 *
 * @param probe - gives the hidden element of a colour
 */
export function readLook(host: HTMLElement, probe: (colour: (typeof LOOK_COLOURS)[number]) => Element): ChartLook {
  const { fontFamily, fontSize, direction } = getComputedStyle(host);
  const colour = (name: (typeof LOOK_COLOURS)[number]): string => getComputedStyle(probe(name)).color;
  return {
    bar: colour('bar'),
    otherBar: colour('otherBar'),
    otherEdge: colour('otherEdge'),
    pointed: colour('pointed'),
    text: colour('text'),
    quiet: colour('quiet'),
    line: colour('line'),
    ground: colour('ground'),
    family: fontFamily,
    sizePx: Number.parseFloat(fontSize),
    isRightToLeft: direction === 'rtl',
  };
}
