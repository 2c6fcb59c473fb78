import type { HalfStars } from '../domain/scale.ts';
import type { WireFacts } from './clip-facts.ts';
import type { Guard, Guarded } from './guard.ts';
import type { Keeper, Saved } from './keeper.ts';
import { sheetFor, type Form } from './star-sheet.ts';
import { starView, type Draw } from './star-view.ts';
import type { Shown, Texts } from './texts.ts';

/** How long the arrow keys must rest before the mark they walked to counts as given. */
const REST_MS = 600;

export interface StarOptions {
  readonly facts: WireFacts;
  readonly form: Form;
  readonly isDark: boolean;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Texts;
  readonly keeper: Keeper;
  /** Absent where the page could be listening before us: then the stars are only shown. */
  readonly guard: Guard | undefined;
}

/** The person's stars beside one thing: an element without a mark on it, and all the rest in its closed shadow root. */
export class StarControl implements Guarded {
  readonly host = document.createElement('span');
  readonly #root = this.host.attachShadow({ mode: 'closed' });
  readonly #options: StarOptions;
  readonly #draw: Draw;
  /** What is saved, and what is shown of it: they differ while arrow keys walk and a save is under way. */
  #saved: Shown = 0;
  #shown: Shown = 0;
  #hovered: Shown = 0;
  #journalId: string | undefined;
  #said = '';
  #hasFailed = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Counts what the person did, so that an older answer changes nothing. */
  #turn = 0;
  #isSaving = false;

  constructor(options: StarOptions) {
    this.#options = options;
    this.#root.adoptedStyleSheets = [sheetFor(options.form, options.guard !== undefined)];
    const setting = { ...options, name: options.facts.name, isInteractive: options.guard !== undefined };
    const { element, draw } = starView(setting, this.host, {
      onChange: (event) => this.#onChange(event),
      onClear: () => this.#clear(),
      onUndo: () => this.#undo(),
      onToggle: () => this.#settle(),
    });
    this.#root.append(element);
    this.#draw = draw;
    options.guard?.protect(this.host, this);
    this.#render();
  }

  get identifiers(): readonly string[] {
    return this.#options.facts.identifiers;
  }

  /** What a look-up found. What the person is doing at this moment counts for more. */
  show(saved: Shown): void {
    if (!this.#isSaving && this.#resting === undefined && saved !== this.#saved) {
      this.#saved = saved;
      this.#shown = saved;
      this.#render();
    }
  }

  /** Takes the stars off the page. A mark that arrow keys rest on is given first. */
  remove(): void {
    this.#settle();
    this.host.remove();
  }

  receive(event: Event): void {
    switch (event.type) {
      case 'mousedown':
        event.preventDefault(); // No selection begins in here, and no drag of a link around it.
        break;
      case 'click':
        this.#onClick(event as MouseEvent);
        break;
      case 'pointermove':
        this.#hover((event as PointerEvent).pointerType === 'mouse' ? this.#stepAt(event as PointerEvent) : 0);
        break;
      case 'pointerout':
      case 'pointercancel':
        this.#hover(0);
        break;
      case 'keydown':
        if ((event as KeyboardEvent).key === 'Enter' && this.#root.activeElement instanceof HTMLInputElement) {
          event.preventDefault(); // Firefox follows a link around the stars.
          this.#settle();
        }
        break;
      case 'focusout':
        // Walking by arrow keys moves the focus from star to star, too.
        if (!this.#root.contains((event as FocusEvent).relatedTarget as Node | null)) {
          this.#settle();
        }
    }
  }

  /** A press: of the pointer, which is told by place, or of a key, which is told by focus. */
  #onClick(event: MouseEvent): void {
    const pressed = event.detail === 0 ? this.#root.activeElement : this.#controlAt(event);
    if (event.detail === 0 && !(pressed instanceof HTMLButtonElement)) {
      return; // The browser checks a radio by itself, and assistive technology presses without focus.
    }
    event.preventDefault(); // Neither a link nor a label around the stars is meant.
    if (pressed instanceof HTMLInputElement) {
      pressed.focus({ preventScroll: true });
      this.#give(Number(pressed.value) as HalfStars);
    } else if (pressed instanceof HTMLButtonElement) {
      pressed.focus({ preventScroll: true });
      (pressed.popoverTargetElement as HTMLElement | null)?.togglePopover(true);
      pressed.form?.reset();
    }
  }

  /** What of the control is under the pointer. All is one surface to the browser, so it is told by place. */
  #controlAt({ clientX, clientY }: MouseEvent): HTMLInputElement | HTMLButtonElement | undefined {
    const all = [...this.#root.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input,button')];
    return all.findLast((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
    });
  }

  #stepAt(event: MouseEvent): Shown {
    const found = this.#controlAt(event);
    return found instanceof HTMLInputElement ? (Number(found.value) as HalfStars) : 0;
  }

  #hover(hovered: Shown): void {
    if (hovered !== this.#hovered) {
      this.#hovered = hovered;
      this.#render();
    }
  }

  /** Arrow keys and assistive technology. The marks passed on the way are not given, only the one where they rest. */
  #onChange(event: Event): void {
    if (!event.isTrusted || !this.#isGuarded()) {
      this.#render();
      return;
    }
    this.#shown = Number((event.target as HTMLInputElement).value) as HalfStars;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#settle(), REST_MS);
    this.#render();
  }

  #settle(): void {
    if (this.#resting !== undefined) {
      clearTimeout(this.#resting);
      this.#resting = undefined;
      this.#give(this.#shown);
    }
  }

  #give(shown: Shown): void {
    this.#hovered = 0;
    if (shown === 0 || shown === this.#saved || !this.#isSeen()) {
      this.#shown = this.#saved;
      this.#render();
      return;
    }
    const { keeper, facts, texts } = this.#options;
    void this.#do(shown, texts.saved, () => keeper.rate(facts, shown));
  }

  #clear(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    if (this.#shown !== 0 && this.#isGuarded()) {
      const { keeper, facts, texts } = this.#options;
      void this.#do(0, texts.cleared, () => keeper.clear(facts));
    }
  }

  #undo(): void {
    const journalId = this.#journalId;
    if (journalId !== undefined && this.#isGuarded()) {
      const { keeper, texts } = this.#options;
      this.#journalId = undefined;
      void this.#do(this.#shown, texts.undone, () => keeper.undo(journalId));
    }
  }

  /** Shows what is meant at once, and takes it back if it could not be saved. */
  async #do(shown: Shown, said: string, save: () => Promise<Saved | undefined>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#shown = shown;
    this.#said = '';
    this.#isSaving = true;
    this.#render();
    const saved = await save();
    if (saved) {
      this.#saved = shown;
    }
    if (turn === this.#turn) {
      this.#isSaving = false;
      this.#shown = this.#saved;
      this.#journalId = saved?.journalId ?? undefined;
      this.#said = saved ? said : this.#options.texts.failed;
      this.#hasFailed = !saved;
      this.#render();
      this.#options.keeper.lookAgain();
    }
  }

  #isGuarded(): boolean {
    return this.#options.guard?.isAlive() === true;
  }

  /** A page could hide the stars under something it wants pressed. */
  #isSeen(): boolean {
    return this.host.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  }

  #render(): void {
    this.#draw({
      shown: this.#shown,
      hovered: this.#hovered,
      canUndo: this.#journalId !== undefined,
      hasFailed: this.#hasFailed,
      said: this.#said,
    });
  }
}
