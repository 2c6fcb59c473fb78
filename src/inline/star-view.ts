import { makeElement } from './make-element.ts';
import { placeBubble } from './place-bubble.ts';
import { icon, ICONS, starPicture } from './star-shape.ts';
import { COMPACT, FULL, type Form } from './star-sheet.ts';
import type { Shown, Texts } from './texts.ts';

/** What never changes of one control. */
export interface StarSetting {
  readonly name: string;
  readonly form: Form;
  readonly isInteractive: boolean;
  readonly isDark: boolean;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Texts;
}

export interface StarState {
  /** The mark, and what the pointer would make of it. */
  readonly shown: Shown;
  readonly hovered: Shown;
  readonly canUndo: boolean;
  readonly hasFailed: boolean;
  /** What was done last, for those who don't see it. */
  readonly said: string;
}

/** What happens inside. None of these events leaves a shadow root, so no page hears of them. */
export interface StarActions {
  readonly onChange: (event: Event) => void;
  readonly onClear: () => void;
  readonly onUndo: () => void;
  readonly onToggle: () => void;
}

/** Draws one state. */
export type Draw = (state: StarState) => void;

/** What a control is made of, before it is put in its root, and how it is drawn. */
export interface StarView {
  readonly element: Element;
  readonly draw: Draw;
}

export function starView(setting: StarSetting, host: Element, actions: StarActions): StarView {
  const { form, isInteractive, isDark, direction, texts } = setting;
  const view = !isInteractive
    ? picture(setting)
    : form === 'full'
      ? controls(setting, actions)
      : compact(setting, host, actions);
  const { language: lang } = texts;
  const element = makeElement('div', { class: isDark ? 'pill dark' : 'pill', lang, dir: direction }, ...view.elements);
  return { element, draw: view.draw };
}

interface Part {
  readonly elements: readonly Element[];
  readonly draw: Draw;
}

/** The rating to be seen and no more. */
function picture({ name, form, texts }: StarSetting): Part {
  const stars = form === 'full' ? starPicture(48, FULL.height, 30) : starPicture(18, COMPACT.height, 17);
  const element = makeElement('div', { class: 'open', role: 'img' }, stars.element);
  return {
    elements: [element],
    draw({ shown }) {
      stars.draw(shown);
      element.setAttribute('aria-label', texts.labelOfValue(name, shown));
    },
  };
}

/** A button that looks like the rating, and a bubble with the controls, made when it is first opened. */
function compact(setting: StarSetting, host: Element, actions: StarActions): Part {
  const shape = picture(setting);
  const button = makeElement(
    'button',
    { class: 'open', popovertarget: 'more', popovertargetaction: 'show', 'aria-haspopup': 'dialog' },
    ...shape.elements,
  );
  const bubble = makeElement('div', {
    popover: '',
    id: 'more',
    role: 'dialog',
    'aria-label': setting.texts.labelOf(setting.name),
  });
  let inside: Part | undefined;
  let last: StarState | undefined;
  const drawInside = (): void => {
    if (inside && last) {
      inside.draw(last);
    }
  };
  bubble.addEventListener('beforetoggle', (event) => {
    if (event.newState === 'open') {
      inside ??= controls(setting, actions);
      bubble.replaceChildren(...inside.elements);
      drawInside();
      placeBubble(bubble, host.getBoundingClientRect(), setting.direction);
    } else if (bubble.matches(':focus-within')) {
      button.focus({ preventScroll: true }); // Chrome forgets where focus was in a shadow root.
    }
  });
  bubble.addEventListener('toggle', (event) => {
    actions.onToggle();
    if (event.newState === 'open') {
      bubble.querySelectorAll('input')[Math.max(0, (last?.shown ?? 0) - 1)]?.focus({ preventScroll: true });
      // Scrolling takes the thing away from under its bubble.
      const close = (): void => bubble.hidePopover();
      window.addEventListener('scroll', close, { capture: true, passive: true, once: true });
    }
  });
  return {
    elements: [button, bubble],
    draw(state) {
      last = state;
      shape.draw(state);
      button.setAttribute('aria-label', setting.texts.labelOfValue(setting.name, state.shown));
      drawInside();
    },
  };
}

/** Radios in half steps, Clear and Undo. The same number of stops for the keyboard whether something is rated or not. */
function controls({ name, texts }: StarSetting, actions: StarActions): Part {
  const stars = starPicture(48, FULL.height, 30);
  const radios: HTMLInputElement[] = [];
  for (let step = 1; step <= 10; step += 1) {
    const label = texts.values[step] ?? '';
    radios.push(makeElement('input', { type: 'radio', name: 'stars', value: `${step}`, 'aria-label': label }));
  }
  const steps = makeElement('div', { class: 'steps' }, ...radios);
  const group = { class: 'rate', role: 'radiogroup', 'aria-label': texts.labelOf(name) };
  const rate = makeElement('div', group, stars.element, steps);
  rate.addEventListener('change', actions.onChange);
  const clear = resetButton(texts.clear, ICONS.clear, actions.onClear);
  const undo = resetButton(texts.undo, ICONS.undo, actions.onUndo);
  const status = makeElement('span', { class: 'say', role: 'status' });
  return {
    elements: [rate, clear, undo, status],
    draw({ shown, hovered, canUndo, hasFailed, said }) {
      stars.draw(hovered || shown);
      radios.forEach((radio, index) => {
        radio.checked = index + 1 === shown;
      });
      clear.firstElementChild?.setAttribute('aria-disabled', `${shown === 0}`);
      undo.firstElementChild?.setAttribute('aria-disabled', `${!canUndo}`);
      undo.className = hasFailed ? 'bad' : '';
      undo.querySelector('path')?.setAttribute('d', hasFailed ? ICONS.failed : ICONS.undo);
      status.dataset['say'] = said;
    },
  };
}

/** A button whose press is heard as the form's `reset`: that event stays inside, and `click` must not come out. */
function resetButton(label: string, path: string, act: () => void): HTMLFormElement {
  const form = makeElement('form', {}, makeElement('button', { type: 'reset', 'aria-label': label }, icon(path)));
  form.addEventListener('reset', act);
  return form;
}
