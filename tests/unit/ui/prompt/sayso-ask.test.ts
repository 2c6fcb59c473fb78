// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PromptAnswer } from '../../../../src/app/answer-prompt.ts';
import type { AppContext } from '../../../../src/app/context.ts';
import type { AskPreview } from '../../../../src/app/preview-ask.ts';
import type { Ask } from '../../../../src/domain/ask.ts';
import { AppError } from '../../../../src/domain/errors.ts';
import type { RecordId } from '../../../../src/domain/ids.ts';
import type { PendingAsk } from '../../../../src/platform/pending-asks.ts';
import '../../../../src/ui/prompt/sayso-ask.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../support/mount.ts';
import { SHOP } from '../../../support/samples.ts';

const fakes = vi.hoisted(() => ({ answerPrompt: vi.fn(), previewAsk: vi.fn(), requestHandover: vi.fn() }));
vi.mock('../../../../src/app/answer-prompt.ts', () => ({ answerPrompt: fakes.answerPrompt }));
vi.mock('../../../../src/app/preview-ask.ts', () => ({ previewAsk: fakes.previewAsk }));
vi.mock('../../../../src/app/watch.ts', () => ({
  watch: (query: () => Promise<unknown>) => (onValue: (value: unknown) => void, onError: (thrown: unknown) => void) => {
    query().then(onValue, onError);
    return () => undefined;
  },
}));
vi.mock('../../../../src/platform/permissions.ts', async (actual) => ({
  ...(await actual<object>()),
  requestHandover: fakes.requestHandover,
}));

const first = '00000000-0000-7000-8000-000000000001' as RecordId;
const second = '00000000-0000-7000-8000-000000000002' as RecordId;
const ask: Ask = {
  id: 'a',
  text: '<img src=x onerror=alert(1)> Why.',
  purpose: 'ProvideProductRecommendations',
  required: [{ collection: 'ratings', kinds: ['Movie'], fields: ['dateCreated', 'reviewBody'] }],
  optional: [{ collection: 'preferences', keys: ['language'] }],
  retention: 'P30D',
  sharing: ['nobody'],
  agreement: 'SD-BASE',
};
const pending: PendingAsk = { id: first, origin: SHOP, ask, askedAtMs: 5, waiters: [] };
const preview: AskPreview = {
  required: [
    {
      need: ask.required[0]!,
      count: 2,
      records: [
        { id: first, name: 'Dune', kind: 'Movie', said: '4 / 5', fields: { dateCreated: '2024', reviewBody: 'Sand.' } },
        { id: second, name: 'Salt', kind: 'Movie', said: '2 / 5', fields: {} },
      ],
    },
  ],
  optional: [{ need: ask.optional[0]!, count: 0, records: [] }],
};

beforeEach(() => {
  vi.useFakeTimers();
  fakes.answerPrompt.mockReset().mockResolvedValue({});
  fakes.previewAsk.mockReset().mockResolvedValue(preview);
  fakes.requestHandover.mockReset().mockResolvedValue(true);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** How long the clock of the tests takes for two frames, at most: what is painted is there when the second begins. */
const FRAMES_MS = 32;

/** Shown, previewed, and long enough on the screen to be answered. */
async function asked() {
  const element = await mount('sayso-ask', { context: {} as AppContext, pending });
  const answered = vi.fn();
  element.addEventListener('ask-answered', answered);
  await vi.advanceTimersByTimeAsync(FRAMES_MS + 500);
  await drawn(element);
  return { element, answered };
}

function button(element: HTMLElement, id: string): HTMLButtonElement {
  return within(element, `#${id}`) as HTMLButtonElement;
}

function decision(): PromptAnswer['decision'] {
  const [, answer] = fakes.answerPrompt.mock.lastCall as [unknown, PromptAnswer];
  return answer.decision;
}

async function press(element: HTMLElement, id: string): Promise<void> {
  button(element, id).click();
  await vi.advanceTimersByTimeAsync(0);
  await drawn(element);
}

async function tick(need: HTMLElement, selector: string, isTicked: boolean): Promise<void> {
  const box = fieldWithin(need, selector);
  box.checked = isTicked;
  box.dispatchEvent(new Event('change'));
  await vi.advanceTimersByTimeAsync(0);
  await drawn(need);
}

describe('sayso-ask', () => {
  it('allows what is required, until the browser closes, and no more', async () => {
    const { element, answered } = await asked();
    await press(element, 'allow');
    expect(fakes.answerPrompt).toHaveBeenCalledExactlyOnceWith(expect.anything(), {
      askId: first,
      origin: SHOP,
      ask,
      askedAtMs: 5,
      decision: { kind: 'allow', scope: [ask.required[0]], duration: 'session' },
    });
    expect(answered).toHaveBeenCalledOnce();
  });

  it('allows less once a record or a field is kept back, and then only less', async () => {
    const { element } = await asked();
    expect(button(element, 'allow-less').disabled).toBe(true);
    const need = within(element, 'sayso-need');
    const details = within(need, 'details') as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await drawn(need);
    await tick(need, '.records li:nth-child(2) input', false);
    await tick(need, '.fields label:nth-of-type(2) input', false);
    await drawn(element);
    expect(button(element, 'allow').disabled).toBe(true);
    expect(textOf(within(element, 'footer'))).toContain('This is less than they ask for.');
    expect(textOf(within(need, 'summary'))).toBe('1 rating · 1 kept back');
    await press(element, 'allow-less');
    expect(decision()).toEqual({
      kind: 'allow',
      scope: [{ collection: 'ratings', kinds: ['Movie'], fields: ['dateCreated'], without: [second] }],
      duration: 'session',
    });
  });

  it('allows nothing when nothing is ticked', async () => {
    const { element } = await asked();
    await tick(within(element, 'sayso-need'), 'h3 input', false);
    await drawn(element);
    expect([button(element, 'allow').disabled, button(element, 'allow-less').disabled]).toEqual([true, true]);
    expect(textOf(within(element, 'footer'))).toContain('Nothing is ticked.');
  });

  it.each([
    ['refuse', { kind: 'refuse', duration: 'once' }],
    ['refuse-forever', { kind: 'refuse', duration: 'once', forever: true }],
  ])('%s refuses, without asking the browser for anything', async (id, told) => {
    const { element, answered } = await asked();
    await press(element, id);
    expect(decision()).toEqual(told);
    expect(fakes.requestHandover).not.toHaveBeenCalled();
    expect(answered).toHaveBeenCalledOnce();
  });

  it('keeps Allow still for half a second after it is shown, focused and resized', async () => {
    const element = await mount('sayso-ask', { context: {} as AppContext, pending });
    await vi.advanceTimersByTimeAsync(FRAMES_MS + 499);
    await drawn(element);
    await press(element, 'allow');
    expect(fakes.answerPrompt).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await drawn(element);
    expect(button(element, 'allow').disabled).toBe(false);
    for (const event of ['focus', 'resize']) {
      window.dispatchEvent(new Event(event));
      await drawn(element);
      expect(button(element, 'allow').disabled, event).toBe(true);
      await vi.advanceTimersByTimeAsync(FRAMES_MS + 500);
      await drawn(element);
      expect(button(element, 'allow').disabled, event).toBe(false);
    }
  });

  it('keeps Allow still for half a second after what would go is there to be read, however late', async () => {
    let show: (value: AskPreview) => void = () => undefined;
    fakes.previewAsk.mockReturnValue(new Promise((resolve) => (show = resolve)));
    const { element } = await asked();
    show(preview);
    await vi.advanceTimersByTimeAsync(499);
    await drawn(element);
    expect(button(element, 'allow').disabled).toBe(true);
    await vi.advanceTimersByTimeAsync(FRAMES_MS + 1);
    await drawn(element);
    expect(button(element, 'allow').disabled).toBe(false);
  });

  it.each(['pointerdown', 'keydown'])(
    'minds no press that was begun too early (%s), and then the next',
    async (begin) => {
      const element = await mount('sayso-ask', { context: {} as AppContext, pending });
      window.dispatchEvent(new Event(begin));
      await vi.advanceTimersByTimeAsync(FRAMES_MS + 500);
      await drawn(element);
      await press(element, 'allow');
      expect(fakes.answerPrompt).not.toHaveBeenCalled();
      window.dispatchEvent(new Event(begin));
      await press(element, 'allow');
      expect(fakes.answerPrompt).toHaveBeenCalledOnce();
    },
  );

  it('allows nothing that could not be shown', async () => {
    fakes.previewAsk.mockRejectedValue(new AppError('storage-unavailable', 'x'));
    const { element } = await asked();
    expect(button(element, 'allow').disabled).toBe(true);
    expect(button(element, 'refuse').disabled).toBe(false);
    expect(textOf(within(element, 'main > sayso-notice'))).toContain('cannot reach its data');
  });

  it('tells what to do when the decision cannot be written, and keeps every tick', async () => {
    fakes.answerPrompt.mockRejectedValueOnce(new AppError('storage-full', 'x'));
    const { element, answered } = await asked();
    await tick(element.shadowRoot!.querySelectorAll('sayso-need')[1]!, 'h3 input', true);
    await press(element, 'allow');
    expect(textOf(within(element, 'main > sayso-notice'))).toContain('Free some space');
    expect(answered).not.toHaveBeenCalled();
    await press(element, 'allow');
    expect(decision()).toMatchObject({ scope: [ask.required[0], ask.optional[0]] });
    expect(answered).toHaveBeenCalledOnce();
  });

  it('gives nothing when the browser does not allow the handover', async () => {
    fakes.requestHandover.mockResolvedValue(false);
    const { element } = await asked();
    await press(element, 'allow');
    expect(fakes.answerPrompt).not.toHaveBeenCalled();
    expect(textOf(within(element, 'main > sayso-notice'))).toContain('choose Allow when the browser asks');
  });

  it('starts focus on the heading', async () => {
    const { element } = await asked();
    expect(element.shadowRoot!.activeElement?.tagName).toBe('H1');
  });

  it('quotes those who get it as the vendor names them, so that a name is no promise', async () => {
    const { element } = await asked();
    const terms = within(element, 'sayso-ask-terms');
    expect(textOf(terms)).toContain('to others, whom they call:');
    expect(within(terms, 'q').textContent).toBe('nobody');
  });

  it("shows the vendor's words as written", async () => {
    const { element } = await asked();
    const quote = within(within(element, 'sayso-quote'), 'blockquote');
    expect(quote.textContent).toBe(ask.text);
    expect(quote.children).toHaveLength(0);
  });
});
