// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearMark } from '../../../../../src/app/clear-mark.ts';
import { runImport } from '../../../../../src/app/run-import.ts';
import type { JoinSuggestion } from '../../../../../src/app/suggest-joins.ts';
import { AppError } from '../../../../../src/domain/errors.ts';
import '../../../../../src/ui/dashboard/joins/sayso-joins.ts';
import type { Told } from '../../../../../src/ui/tell.ts';
import { gathered } from '../../../../support/gathered.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { testContext, type TestContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn(), requestSite: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../../src/platform/permissions.ts', () => platform);

Object.defineProperty(navigator, 'locks', { value: { request: vi.fn(async () => undefined) }, configurable: true });

afterEach(() => document.body.replaceChildren());

/** Films that two sources know, each by its own name. */
async function twice(...names: readonly string[]): Promise<TestContext> {
  const context = testContext();
  for (const [source, scheme] of [
    ['letterboxd', 'boxd'],
    ['netflix', 'wikidata'],
  ] as const) {
    const things = names.map((name, index) => ({
      name,
      names: [scheme === 'boxd' ? `boxd:a${index}` : `wikidata:Q${index + 1}`],
      year: 2000,
      mark: 8,
    }));
    await runImport(context, { things: gathered(source, things), files: [], rows: 1, skipped: 0, winner: 'mine' });
  }
  return context;
}

async function joins(context: TestContext) {
  const element = await mount('sayso-joins', { context });
  await vi.waitFor(() => within(element, 'li, sayso-empty'));
  return element;
}

function pairs(element: HTMLElement): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('sayso-join-pair')];
}

function idsOf(pair: HTMLElement): string {
  const { suggestion } = pair as HTMLElement & { readonly suggestion: JoinSuggestion };
  return suggestion.items
    .map(({ item }) => item.id)
    .sort()
    .join(' ');
}

function press(pair: HTMLElement, key: string): void {
  pair.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}

function pressBody(key: string, more: KeyboardEventInit = {}): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }));
}

describe('sayso-joins', () => {
  it('says so when there is nothing to decide', async () => {
    const element = await joins(testContext());
    expect(within(element, 'sayso-empty').getAttribute('heading')).toBe('Nothing to decide');
  });

  it('shows each pair with who speaks of it', async () => {
    const element = await joins(await twice('Heat'));
    const [pair] = pairs(element);
    expect(textOf(pair!)).toMatch(/Heat.*2000.*Heat.*2000/su);
    expect(textOf(element)).toContain('1 pair');
  });

  it('leads to each thing, with a mark or without one', async () => {
    const context = await twice('Heat');
    const [item] = await context.database.items.toArray();
    await clearMark(context, { itemId: item!.id });
    const element = await joins(context);
    const links = [...pairs(element)[0]!.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    const ids = (await context.database.items.toArray()).map(({ id }) => id);
    expect(links.toSorted()).toEqual(
      ids.map((id) => (id === item!.id ? `#ratings/${id}?list=unrated` : `#ratings/${id}`)).toSorted(),
    );
  });

  it('joins by a button, says so, and takes it back', async () => {
    const context = await twice('Heat');
    const element = await joins(context);
    const told = new Promise<Told['detail']>((resolve) => {
      element.addEventListener('told', ({ detail }) => resolve(detail));
    });
    within(pairs(element)[0]!, 'button').click();
    const { text, undo } = await told;
    expect(text).toBe('Heat is one thing now.');
    await vi.waitFor(() => expect(pairs(element)).toEqual([]));
    await undo!();
    await vi.waitFor(() => expect(pairs(element)).toHaveLength(1));
  });

  it('joins and refuses by Y and N, and goes from pair to pair by the arrows', async () => {
    const context = await twice('Heat', 'Dune');
    const element = await joins(context);
    const [first, second] = pairs(element);
    first!.focus();
    press(first!, 'ArrowDown');
    expect(element.shadowRoot!.activeElement).toBe(second);
    press(second!, 'n');
    await vi.waitFor(() => expect(pairs(element)).toHaveLength(1));
    press(pairs(element)[0]!, 'y');
    await vi.waitFor(() => expect(pairs(element)).toEqual([]));
    expect(await context.database.refusedJoins.count()).toBe(1);
    expect(await context.database.merges.count()).toBe(1);
  });

  it('leaves the browser’s own keys alone', async () => {
    const context = await twice('Heat');
    const element = await joins(context);
    const [pair] = pairs(element);
    pair!.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', ctrlKey: true, bubbles: true, composed: true }));
    expect(pairs(element)).toHaveLength(1);
    expect(await context.database.refusedJoins.count()).toBe(0);
  });

  it('takes keys for the first pair though nothing has the focus, and marks it', async () => {
    const context = await twice('Heat', 'Dune');
    const element = await joins(context);
    expect(pairs(element).map((pair) => pair.hasAttribute('current'))).toEqual([true, false]);
    expect(textOf(element)).toContain('Keys, for the pair with the frame');
    pressBody('n');
    await vi.waitFor(() => expect(pairs(element)).toHaveLength(1));
    expect(await context.database.refusedJoins.count()).toBe(1);
    expect(element.shadowRoot!.activeElement).toBe(pairs(element)[0]);
  });

  it('goes on and back by J and K, first to the pair that is marked', async () => {
    const element = await joins(await twice('Heat', 'Dune'));
    const [first, second] = pairs(element);
    pressBody('j');
    expect(element.shadowRoot!.activeElement).toBe(first);
    press(first!, 'j');
    expect(element.shadowRoot!.activeElement).toBe(second);
    await vi.waitFor(() => expect(second!.hasAttribute('current')).toBe(true));
    press(second!, 'k');
    expect(element.shadowRoot!.activeElement).toBe(first);
  });

  it.each<[string, KeyboardEventInit]>([
    ['U', { key: 'u' }],
    ['Ctrl+Z', { key: 'z', ctrlKey: true }],
  ])('takes the last answer back by %s, and brings the focus back to its pair', async (_name, key) => {
    const context = await twice('Heat', 'Dune');
    const element = await joins(context);
    const name = textOf(pairs(element)[1]!);
    press(pairs(element)[1]!, 'y');
    await vi.waitFor(() => expect(pairs(element)).toHaveLength(1));
    pressBody(key.key ?? '', key);
    await vi.waitFor(() => expect(pairs(element)).toHaveLength(2));
    await vi.waitFor(() => expect(textOf(element.shadowRoot!.activeElement as HTMLElement)).toBe(name));
    pressBody(key.key ?? '', key);
    expect(pairs(element)).toHaveLength(2);
  });

  it('brings the focus back to the pair when the toast’s button takes an answer back', async () => {
    const element = await joins(await twice('Heat'));
    const told = new Promise<Told['detail']>((resolve) => {
      element.addEventListener('told', ({ detail }) => resolve(detail));
    });
    pressBody('y');
    const { undo } = await told;
    await vi.waitFor(() => expect(pairs(element)).toEqual([]));
    await undo!();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement).toBe(pairs(element)[0] ?? 'none'));
  });

  it('takes no key that is typed, or pressed in another part of the page', async () => {
    const context = await twice('Heat');
    await joins(context);
    const [field, button] = [document.createElement('input'), document.createElement('button')];
    document.body.append(field, button);
    for (const other of [field, button]) {
      press(other, 'y');
      press(other, 'n');
    }
    pressBody('y', { ctrlKey: true });
    // One that is for the list comes later, and is the only one.
    pressBody('n');
    await vi.waitFor(async () => expect(await context.database.refusedJoins.count()).toBe(1));
    expect(await context.database.journal.filter(({ label }) => label === 'refuse-join').count()).toBe(1);
    expect(await context.database.merges.count()).toBe(0);
  });

  it('takes keys as fast as they come, each for the pair that was marked when it was pressed', async () => {
    const context = await twice('Heat', 'Dune', 'Alien', 'Solaris');
    const element = await joins(context);
    const [first, second, third, fourth] = pairs(element).map(idsOf);
    // None of them waits until the one before is written.
    pressBody('y');
    pressBody('n');
    pressBody('y');
    await vi.waitFor(() => expect(pairs(element).map(idsOf)).toEqual([fourth]));
    expect(pairs(element)[0]!.hasAttribute('current')).toBe(true);
    expect(textOf(element)).toContain('1 pair');
    await vi.waitFor(async () => expect(await context.database.merges.count()).toBe(2));
    expect(await context.database.refusedJoins.toCollection().primaryKeys()).toEqual([second]);
    const merges = await context.database.merges.toArray();
    expect(merges.map(({ from, into }) => [from, into].sort().join(' ')).sort()).toEqual([first, third].sort());
  });

  it('keeps answers until they are written, and what was taken back until it is undone, in their order', async () => {
    const context = await twice('Heat', 'Dune', 'Alien', 'Solaris');
    await joins(context);
    const kept = () => {
      const texts = Array.from({ length: localStorage.length }, (_, index) =>
        localStorage.getItem(localStorage.key(index)!),
      );
      return texts.flatMap((text) => JSON.parse(text ?? '[]') as { isOne?: boolean; takenBack?: string }[]);
    };
    pressBody('n');
    pressBody('y');
    pressBody('n');
    pressBody('u');
    expect(kept().map(({ isOne }) => isOne)).toEqual([false, true]);
    await vi.waitFor(() => expect(kept()).toEqual([]));
    const [join] = await context.database.merges.toArray();
    expect(join).toBeDefined();
    const [entry] = await context.database.journal.filter(({ label }) => label === 'join-items').toArray();
    pressBody('u');
    expect(kept()).toEqual([{ takenBack: entry?.id }]);
    await vi.waitFor(() => expect(kept()).toEqual([]));
    expect(await context.database.merges.count()).toBe(0);
  });

  it('says that answers are being written for as long as they are', async () => {
    const element = await joins(await twice('Heat', 'Dune', 'Alien'));
    pressBody('n');
    pressBody('n');
    await element.updateComplete;
    expect(textOf(within(element, '#writing'))).toBe('2 answers are being written…');
    await vi.waitFor(() => expect(textOf(within(element, '#writing'))).toBe(''));
  });

  it('takes back an answer that still waits, which is never written', async () => {
    const context = await twice('Heat', 'Dune', 'Alien');
    const element = await joins(context);
    const [first, second] = pairs(element).map(idsOf);
    pressBody('n');
    pressBody('y');
    pressBody('u');
    await vi.waitFor(() => expect(pairs(element)).toHaveLength(2));
    await vi.waitFor(() => expect(idsOf(element.shadowRoot!.activeElement as HTMLElement)).toBe(second));
    await vi.waitFor(async () => expect(await context.database.refusedJoins.count()).toBe(1));
    // Whatever had been waiting would be written before this one.
    pressBody('n');
    await vi.waitFor(async () => expect(await context.database.refusedJoins.count()).toBe(2));
    expect((await context.database.refusedJoins.toCollection().primaryKeys()).sort()).toEqual([first, second].sort());
    expect(await context.database.merges.count()).toBe(0);
  });

  it('takes back an answer that is just being written, and the one before it', async () => {
    const context = await twice('Heat', 'Dune');
    const element = await joins(context);
    pressBody('y');
    await element.updateComplete;
    expect(textOf(within(element, '#writing'))).toContain('1 answer');
    pressBody('y');
    pressBody('u');
    pressBody('u');
    await vi.waitFor(() => expect(pairs(element)).toHaveLength(2));
    await vi.waitFor(() => expect(textOf(within(element, '#writing'))).toBe(''));
    expect(await context.database.merges.count()).toBe(0);
  });

  it('brings a pair back whose answer could not be written, and writes the others', async () => {
    const context = await twice('Heat', 'Dune', 'Alien');
    const element = await joins(context);
    const [first, second] = pairs(element).map(idsOf);
    vi.spyOn(context.clock, 'nowMs').mockImplementationOnce(() => {
      throw new AppError('storage-full', 'No room.');
    });
    pressBody('n');
    pressBody('n');
    await vi.waitFor(() => within(element, 'sayso-notice'));
    await vi.waitFor(async () => expect(await context.database.refusedJoins.count()).toBe(1));
    expect(await context.database.refusedJoins.toCollection().primaryKeys()).toEqual([second]);
    expect(pairs(element).map(idsOf)).toContain(first);
    await vi.waitFor(() => expect(pairs(element)).toHaveLength(2));
  });
});
