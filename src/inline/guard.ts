import { GuardRules } from './guard-rules.ts';

/** What is given the events that happen at its host: trusted ones only. */
export interface Guarded {
  receive(event: Event): void;
}

/** Everything that could tell what the person does in the stars, whether by bubbling out or by name alone. */
const TYPES = [
  'down up move rawupdate over out enter leave cancel'.split(' ').map((name) => `pointer${name}`),
  'down up move over out enter leave wheel'.split(' ').map((name) => `mouse${name}`),
  'start move end cancel'.split(' ').map((name) => `touch${name}`),
  ' start enter over leave end'.split(' ').map((name) => `drag${name}`),
  'gotpointercapture lostpointercapture wheel DOMMouseScroll MozMousePixelScroll drop'.split(' '),
  'click auxclick dblclick contextmenu DOMActivate keydown keypress keyup'.split(' '),
  'beforeinput input select selectstart copy cut paste'.split(' '),
  'focus blur focusin focusout DOMFocusIn DOMFocusOut'.split(' '),
].flat();

/** Listeners of these hold scrolling up unless they promise not to stop it. */
const SCROLLS = /^(?:touch|wheel|mousewheel|DOMMouseScroll|MozMouse)/u;

/**
 * Stands before every listener of the page: on `window`, capturing, registered before the page had a turn.
 *
 * What happens at a host goes to its control and no further; the browser's own default actions still happen, so a native
 * radio works inside. Events that a page made up reach nobody.
 */
export class Guard {
  readonly #controls = new WeakMap<EventTarget, Guarded>();
  readonly #rules = new GuardRules((target) => this.#controls.has(target));
  /** Nobody can listen for what they can't name. */
  readonly #probe = crypto.randomUUID();
  #answers = 0;

  constructor() {
    for (const type of TYPES) {
      window.addEventListener(type, (event) => this.#onEvent(event), { capture: true, passive: SCROLLS.test(type) });
    }
    window.addEventListener(this.#probe, () => {
      this.#answers += 1;
    });
  }

  protect(host: EventTarget, control: Guarded): void {
    this.#controls.set(host, control);
  }

  /** `document.open()` wipes every listener off the window, these too, and lets the page be first from then on. */
  isAlive(): boolean {
    const before = this.#answers;
    window.dispatchEvent(new Event(this.#probe));
    return this.#answers > before;
  }

  #onEvent(event: Event): void {
    const verdict = this.#rules.judge(event);
    if (verdict === 'pass') {
      return;
    }
    event.stopImmediatePropagation();
    if (verdict === 'replay' && event instanceof MouseEvent) {
      this.#replay(event);
    } else if (verdict === 'ours' && event.isTrusted && event.target) {
      this.#controls.get(event.target)?.receive(event);
    }
  }

  /** Menus and tooltips close when the pointer leaves them: they are told so, with a place that the page knows already. */
  #replay(event: MouseEvent): void {
    const { type, bubbles, cancelable, relatedTarget, pointerId, pointerType } = event as PointerEvent;
    const { x, y } = this.#rules.seen;
    const told = { bubbles, cancelable, relatedTarget, pointerId, pointerType, composed: true, view: window };
    event.target?.dispatchEvent(new PointerEvent(type, { ...told, clientX: x, clientY: y }));
  }
}
