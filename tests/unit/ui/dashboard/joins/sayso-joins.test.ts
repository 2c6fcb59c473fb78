// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runImport } from '../../../../../src/app/run-import.ts';
import '../../../../../src/ui/dashboard/joins/sayso-joins.ts';
import type { Told } from '../../../../../src/ui/tell.ts';
import { gathered } from '../../../../support/gathered.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { testContext, type TestContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn(), requestSite: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../../src/platform/permissions.ts', () => platform);

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

function press(pair: HTMLElement, key: string): void {
  pair.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
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
});
