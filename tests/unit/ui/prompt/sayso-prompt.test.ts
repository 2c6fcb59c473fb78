// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../../../src/app/context.ts';
import { AppError } from '../../../../src/domain/errors.ts';
import '../../../../src/ui/prompt/sayso-prompt.ts';
import { mount, textOf, within } from '../../../support/mount.ts';
import { SHOP } from '../../../support/samples.ts';

const fakes = vi.hoisted(() => ({
  answerPrompt: vi.fn(),
  findAsk: vi.fn(),
  closeOwnPage: vi.fn(),
  tellDecided: vi.fn(),
  watchAsks: vi.fn(),
  takePlace: vi.fn(),
}));
vi.mock('../../../../src/app/answer-prompt.ts', () => ({ answerPrompt: fakes.answerPrompt }));
vi.mock('../../../../src/app/preview-ask.ts', () => ({ previewAsk: async () => ({ required: [], optional: [] }) }));
vi.mock('../../../../src/platform/pending-asks.ts', () => ({ findAsk: fakes.findAsk }));
vi.mock('../../../../src/platform/close-own-page.ts', () => ({ closeOwnPage: fakes.closeOwnPage }));
vi.mock('../../../../src/platform/take-place.ts', () => ({ takePlace: fakes.takePlace }));
vi.mock('../../../../src/platform/tell.ts', () => ({ tellDecided: fakes.tellDecided }));
vi.mock('../../../../src/platform/watch-asks.ts', () => ({ watchAsks: fakes.watchAsks }));

const ask = {
  id: 'a',
  text: 'Why.',
  purpose: 'ServicePersonalisation',
  required: [{ collection: 'ratings' }],
  optional: [],
  retention: 'P30D',
  sharing: 'none',
  agreement: 'SD-BASE',
};
const pending = { id: 'x', origin: SHOP, ask, askedAtMs: 5, waiters: [] };

beforeEach(() => {
  Object.values(fakes).forEach((fake) => fake.mockReset().mockResolvedValue(undefined));
  fakes.watchAsks.mockReturnValue(() => undefined);
  fakes.findAsk.mockResolvedValue(pending);
  fakes.takePlace.mockResolvedValue(true);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

async function prompt(selector: string) {
  const element = await mount('sayso-prompt', { context: {} as AppContext, search: '?id=x' });
  await vi.waitFor(() => within(element, selector));
  return element;
}

describe('sayso-prompt', () => {
  it('tells the background once it is answered, then closes', async () => {
    const element = await prompt('sayso-ask');
    within(element, 'sayso-ask').dispatchEvent(new Event('ask-answered'));
    await vi.waitFor(() => expect(fakes.closeOwnPage).toHaveBeenCalledOnce());
    expect(fakes.tellDecided).toHaveBeenCalledExactlyOnceWith('x');
    expect(fakes.tellDecided.mock.invocationCallOrder[0]).toBeLessThan(fakes.closeOwnPage.mock.invocationCallOrder[0]!);
  });

  it('takes Escape for no answer', async () => {
    await prompt('sayso-ask');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    await vi.waitFor(() => expect(fakes.closeOwnPage).toHaveBeenCalledOnce());
    expect(fakes.answerPrompt).toHaveBeenCalledExactlyOnceWith(expect.anything(), {
      askId: 'x',
      origin: SHOP,
      ask,
      askedAtMs: 5,
      decision: { kind: 'ignore' },
    });
  });

  it('closes on Escape even when that cannot be written down', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    fakes.answerPrompt.mockRejectedValue(new AppError('storage-full', 'x'));
    await prompt('sayso-ask');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    await vi.waitFor(() => expect(fakes.closeOwnPage).toHaveBeenCalledOnce());
  });

  it('says that it is settled when the ask goes away under it, and closes by itself', async () => {
    vi.useFakeTimers();
    const element = await prompt('sayso-ask');
    fakes.findAsk.mockResolvedValue(undefined);
    const [changed] = fakes.watchAsks.mock.lastCall as [() => void];
    changed();
    await vi.waitFor(() => expect(textOf(element)).toContain('This is settled'));
    expect(fakes.closeOwnPage).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(fakes.closeOwnPage).toHaveBeenCalledOnce();
  });

  it('shows nothing and closes where the ask is shown already, and decides nothing', async () => {
    fakes.takePlace.mockResolvedValue(false);
    const element = await mount('sayso-prompt', { context: {} as AppContext, search: '?id=x' });
    await vi.waitFor(() => expect(fakes.closeOwnPage).toHaveBeenCalledOnce());
    expect(fakes.takePlace).toHaveBeenCalledExactlyOnceWith('x');
    expect(element.shadowRoot!.querySelector('sayso-ask')).toBeNull();
    expect(fakes.answerPrompt).not.toHaveBeenCalled();
    expect(fakes.tellDecided).not.toHaveBeenCalled();
  });

  it('does not show as consent what it cannot read', async () => {
    fakes.findAsk.mockResolvedValue({ ...pending, ask: { ...ask, purpose: 'WorldDomination' } });
    const element = await prompt('sayso-origin');
    expect(textOf(element)).toContain('there is nothing to agree to');
    expect(element.shadowRoot!.querySelector('sayso-ask')).toBeNull();
  });
});
