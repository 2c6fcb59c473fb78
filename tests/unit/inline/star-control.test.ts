// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Guard } from '../../../src/inline/guard.ts';
import type { Keeper, Saved } from '../../../src/inline/keeper.ts';
import { StarControl } from '../../../src/inline/star-control.ts';
import type { Form } from '../../../src/inline/star-sheet.ts';
import type { Texts } from '../../../src/inline/texts.ts';

const texts: Texts = {
  language: 'en',
  values: Array.from({ length: 11 }, (_, half) => `${half / 2} stars`),
  clear: 'Clear',
  undo: 'Undo',
  saved: 'Saved',
  cleared: 'Cleared',
  undone: 'Undone',
  failed: 'Not saved',
  labelOf: (name) => `Rating of ${name}`,
  labelOfValue: (name, shown) => `Rating of ${name}: ${shown / 2}`,
};
const facts = { kind: 'Product' as const, name: '<img src=x onerror=alert(1)>', identifiers: ['gtin:04006381333931'] };

describe('StarControl', () => {
  let isAlive: boolean;
  let roots: ShadowRoot[];
  let answer: () => Promise<Saved | undefined>;
  const rate = vi.fn();
  const clear = vi.fn();
  const undo = vi.fn();
  const lookAgain = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers();
    isAlive = true;
    roots = [];
    answer = async () => ({ journalId: 'j1' });
    for (const spy of [rate, clear, undo]) {
      spy.mockReset().mockImplementation(() => answer());
    }
    const attach = Element.prototype.attachShadow;
    vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init: ShadowRootInit) {
      const root = attach.call(this, init);
      roots.push(root);
      return root;
    });
    HTMLElement.prototype.checkVisibility = () => true;
    return () => vi.useRealTimers();
  });

  function make(form: Form = 'full', isFirst = true): { control: StarControl; root: ShadowRoot } {
    const guard = { protect: vi.fn(), isAlive: () => isAlive } as unknown as Guard;
    const control = new StarControl({
      facts,
      form,
      isDark: false,
      direction: 'ltr',
      texts,
      keeper: { rate, clear, undo, lookAgain } as unknown as Keeper,
      guard: isFirst ? guard : undefined,
    });
    document.body.append(control.host);
    return { control, root: roots.at(-1)! };
  }

  const radio = (root: ShadowRoot, halfStars: number) =>
    root.querySelector<HTMLInputElement>(`input[value="${halfStars}"]`)!;
  const checked = (root: ShadowRoot) => root.querySelector<HTMLInputElement>('input:checked')?.value;
  const button = (root: ShadowRoot, label: string) => root.querySelector(`button[aria-label="${label}"]`)!;

  function change(root: ShadowRoot, halfStars: number, isTrusted = true): void {
    const event = new Event('change', { bubbles: true });
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    radio(root, halfStars).dispatchEvent(event);
  }

  const reset = (root: ShadowRoot, label: string) =>
    button(root, label).closest('form')!.dispatchEvent(new Event('reset'));

  it.each(['full', 'compact'] as const)('has a closed root, no mark on its host and not one text node (%s)', (form) => {
    const { control, root } = make(form);
    control.show(7);
    expect(control.host.shadowRoot).toBeNull();
    expect(root.mode).toBe('closed');
    expect(control.host.attributes.length + control.host.childNodes.length).toBe(0);
    expect(root.textContent).toBe('');
    expect(root.querySelector('img')).toBeNull();
  });

  it('is a labelled group of ten labelled radios', () => {
    const { root } = make();
    expect(root.querySelector('[role=radiogroup]')?.getAttribute('aria-label')).toBe(`Rating of ${facts.name}`);
    const labels = [...root.querySelectorAll('input')].map((one) => one.getAttribute('aria-label'));
    expect(labels).toEqual(texts.values.slice(1));
  });

  it('saves where the arrow keys rest, not what they pass, and says so', async () => {
    const { control, root } = make();
    change(root, 6);
    vi.advanceTimersByTime(300);
    control.receive(new FocusEvent('focusout', { relatedTarget: radio(root, 7) }));
    change(root, 7);
    expect(rate).not.toHaveBeenCalled();
    await vi.runAllTimersAsync();
    expect(rate.mock.calls).toEqual([[facts, 7]]);
    expect(checked(root)).toBe('7');
    expect(root.querySelector('[role=status]')?.getAttribute('data-say')).toBe('Saved');
    expect(button(root, 'Undo').getAttribute('aria-disabled')).toBe('false');
  });

  it('gives a resting mark when focus leaves, on Enter and when the page goes', () => {
    const { control, root } = make();
    change(root, 6);
    control.receive(new FocusEvent('focusout'));
    change(root, 7);
    radio(root, 7).focus();
    control.receive(new KeyboardEvent('keydown', { key: 'Enter' }));
    change(root, 8);
    control.remove();
    expect(rate.mock.calls.map(([, halfStars]) => halfStars as number)).toEqual([6, 7, 8]);
  });

  it('rates nothing by a change that was made up', async () => {
    const { control, root } = make();
    control.show(4);
    change(root, 9, false);
    await vi.runAllTimersAsync();
    expect(rate).not.toHaveBeenCalled();
    expect(checked(root)).toBe('4');
  });

  it('rates, clears and undoes nothing once the guard is gone', async () => {
    const { control, root } = make();
    control.show(4);
    isAlive = false;
    change(root, 9);
    reset(root, 'Clear');
    reset(root, 'Undo');
    await vi.runAllTimersAsync();
    expect([rate, clear, undo].flatMap((spy) => spy.mock.calls)).toEqual([]);
  });

  it('rates nothing while it cannot be seen', async () => {
    const { control, root } = make();
    control.host.checkVisibility = () => false;
    change(root, 9);
    await vi.runAllTimersAsync();
    expect(rate).not.toHaveBeenCalled();
  });

  it('clears, and takes one change back once', async () => {
    const { control, root } = make();
    control.show(4);
    reset(root, 'Clear');
    expect(checked(root)).toBeUndefined();
    await vi.runAllTimersAsync();
    expect(clear.mock.calls).toEqual([[facts]]);
    reset(root, 'Undo');
    reset(root, 'Undo');
    await vi.runAllTimersAsync();
    expect(undo.mock.calls).toEqual([['j1']]);
    expect(lookAgain).toHaveBeenCalled();
  });

  it('takes back what could not be saved, and says so', async () => {
    const { control, root } = make();
    control.show(4);
    answer = async () => undefined;
    change(root, 9);
    await vi.runAllTimersAsync();
    expect(checked(root)).toBe('4');
    expect(root.querySelector('[role=status]')?.getAttribute('data-say')).toBe('Not saved');
  });

  it('does not let a look-up undo what the person is doing', async () => {
    const { control, root } = make();
    change(root, 9);
    control.show(2);
    expect(checked(root)).toBe('9');
    let finish: (saved: Saved) => void = () => undefined;
    answer = () => new Promise((resolve) => (finish = resolve));
    await vi.advanceTimersByTimeAsync(600);
    control.show(2);
    finish({ journalId: 'j2' });
    await vi.runAllTimersAsync();
    expect(checked(root)).toBe('9');
  });

  it('has the same stops for the keyboard whether something is rated or not', () => {
    const { control, root } = make();
    const stops = (): number => root.querySelectorAll('input,button:not([disabled]):not([hidden])').length;
    const before = stops();
    control.show(7);
    expect(stops()).toBe(before);
  });

  it('only shows, where a page could have been listening before it', () => {
    const { control, root } = make('full', false);
    control.show(7);
    expect(root.querySelectorAll('input,button')).toHaveLength(0);
    expect(root.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(`Rating of ${facts.name}: 3.5`);
  });

  it('tells the rating on the button of its compact form', () => {
    const { control, root } = make('compact');
    control.show(7);
    const opener = root.querySelector('button')!;
    expect(opener.getAttribute('aria-label')).toBe(`Rating of ${facts.name}: 3.5`);
    expect(opener.getAttribute('popovertarget')).toBe(root.querySelector('[popover]')?.id);
  });
});
