/** The parts of an event that the rules look at. Every DOM event has them, most of them `undefined`. */
export interface GuardedEvent {
  readonly type: string;
  readonly isTrusted: boolean;
  readonly target: EventTarget | null;
  readonly relatedTarget?: EventTarget | null;
  readonly touches?: Iterable<{ readonly target: EventTarget }>;
  readonly pointerId?: number;
  readonly clientX?: number;
  readonly clientY?: number;
  readonly code?: string;
}

/**
 * What becomes of an event.
 * `pass`: the page's. `ours`: the stars' alone. `hide`: nobody's. `replay`: the page learns that it happened, but where
 * the pointer was when the page last saw it.
 */
export type Verdict = 'pass' | 'ours' | 'hide' | 'replay';

const FROM_POINTER = /pointer|mouse|click|contextmenu|drag|drop|DOMActivate/u;
/** Events that tell an element that the pointer came or went, at the place where it is now. */
const BOUNDARY = /(?:over|out|enter|leave)$/u;
const WENT = /(?:out|leave)$/u;

/**
 * Decides which events a page may not see, so that neither coordinates nor keys of what the person picks reach it.
 *
 * An event at one of our hosts is the easy part. The rest are ways around it: the element the pointer came from is told
 * where it went; a page can capture a pressed pointer, take the focus while a key is down, or wrap the stars in a label.
 */
export class GuardRules {
  readonly #isHost: (target: EventTarget) => boolean;
  /** A press that began at a host; until it is over and the pointer moves on, the pointer is not the page's. */
  #pressedId: number | undefined;
  #isPressed = false;
  #isReleased = false;
  /** Keys that went down at a host: their repeats and their release are not the page's, wherever focus went. */
  readonly #keys = new Set<string>();
  #at: Point = { x: Number.NaN, y: Number.NaN };
  /** Where the page last saw the pointer. */
  #seen: Point = { x: 0, y: 0 };

  constructor(isHost: (target: EventTarget) => boolean) {
    this.#isHost = isHost;
  }

  /** Where the page last saw the pointer, in CSS pixels of the viewport. */
  get seen(): Point {
    return this.#seen;
  }

  judge(event: GuardedEvent): Verdict {
    const verdict = this.#verdict(event);
    if (event.isTrusted) {
      this.#remember(event, verdict);
    }
    return verdict;
  }

  #verdict(event: GuardedEvent): Verdict {
    if (this.#isOurs(event.target)) {
      return 'ours';
    }
    if (!event.isTrusted) {
      return 'pass';
    }
    for (const touch of event.touches ?? []) {
      if (this.#isHost(touch.target)) {
        return 'hide';
      }
    }
    if (event.code !== undefined && this.#keys.has(event.code)) {
      return 'hide';
    }
    if (!FROM_POINTER.test(event.type)) {
      return 'pass';
    }
    if (this.#isPressed && event.type !== 'pointerdown' && this.#isPressedPointer(event) && !this.#hasMovedOn(event)) {
      return 'hide';
    }
    const isBoundary = BOUNDARY.test(event.type);
    const wentToHost = WENT.test(event.type) && this.#isOurs(event.relatedTarget);
    return isBoundary && (wentToHost || this.#isAtHost(event)) ? 'replay' : 'pass';
  }

  #remember(event: GuardedEvent, verdict: Verdict): void {
    if (event.type === 'keydown' && verdict === 'ours' && event.code !== undefined) {
      this.#keys.add(event.code);
    } else if (event.type === 'keyup' && event.code !== undefined) {
      this.#keys.delete(event.code);
    }
    if (!FROM_POINTER.test(event.type)) {
      return;
    }
    const point = pointOf(event);
    if (Number.isNaN(point.x)) {
      return;
    }
    if (event.type === 'pointerdown') {
      this.#isPressed = verdict === 'ours';
      this.#pressedId = event.pointerId;
      this.#isReleased = false;
    } else if (this.#isPressed && this.#isPressedPointer(event)) {
      if (/^pointer(?:up|cancel)$/u.test(event.type)) {
        this.#isReleased = true;
      } else if (this.#hasMovedOn(event)) {
        this.#isPressed = false;
      }
    }
    if (verdict === 'pass') {
      this.#seen = point;
    } else if (verdict !== 'ours' || !WENT.test(event.type)) {
      this.#at = point;
    }
  }

  #isOurs(target: EventTarget | null | undefined): boolean {
    return target ? this.#isHost(target) : false;
  }

  #isPressedPointer({ pointerId }: GuardedEvent): boolean {
    return pointerId === undefined || this.#pressedId === undefined || pointerId < 0 || pointerId === this.#pressedId;
  }

  /** The press is over, and this is the first the pointer does somewhere else. */
  #hasMovedOn(event: GuardedEvent): boolean {
    return (
      this.#isReleased && /^(?:pointermove|pointerrawupdate|mousemove)$/u.test(event.type) && !this.#isAtHost(event)
    );
  }

  /** The same place as the last event that was ours: the rest of what one movement sets off. */
  #isAtHost(event: GuardedEvent): boolean {
    const { x, y } = pointOf(event);
    return x === this.#at.x && y === this.#at.y;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** In whole pixels, since pointer events have parts of them and mouse events have not. */
function pointOf({ clientX = Number.NaN, clientY = Number.NaN }: GuardedEvent): Point {
  return { x: Math.trunc(clientX), y: Math.trunc(clientY) };
}
