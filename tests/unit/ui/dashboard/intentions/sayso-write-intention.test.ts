// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { castRequest } from '../../../../../src/app/cast-request.ts';
import { endRequest } from '../../../../../src/app/end-request.ts';
import { listRequests } from '../../../../../src/app/list-requests.ts';
import { savePreference } from '../../../../../src/app/save-preference.ts';
import { wantItem } from '../../../../../src/app/want-item.ts';
import { writeRequest } from '../../../../../src/app/write-request.ts';
import { AppError } from '../../../../../src/domain/errors.ts';
import type { RequestForProposals } from '../../../../../src/domain/request-for-proposals.ts';
import { requestChanged } from '../../../../../src/platform/tell.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/intentions/sayso-write-intention.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import { euro } from '../../../../support/request-samples.ts';
import { input, shopping } from '../../../../support/request-store.ts';
import { film, SHOP } from '../../../../support/samples.ts';
import type { TestContext } from '../../../../support/test-context.ts';

vi.mock('../../../../../src/platform/tell.ts', () => ({
  ratingsChanged: vi.fn(),
  siteChanged: vi.fn(),
  requestChanged: vi.fn(),
}));
const write = vi.hoisted(() => vi.fn());
vi.mock('../../../../../src/app/write-request.ts', async (actual) => {
  const module = await actual<{ writeRequest: (...input: unknown[]) => unknown }>();
  write.mockImplementation(module.writeRequest);
  return { ...module, writeRequest: write };
});

beforeEach(() => localStorage.clear());

afterEach(() => {
  document.body.replaceChildren();
  window.location.hash = '';
});

async function form(context: TestContext, requestId = 'new', query = '') {
  const element = await mount('sayso-write-intention', { context, requestId, query });
  const told: ToastMessage[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  await vi.waitFor(() => within(element, 'form'));
  return { element, told };
}

async function type(element: HTMLElement, id: string, text: string): Promise<void> {
  const field = fieldWithin(element, `#${id}`);
  field.value = text;
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
  await drawn(element);
}

async function press(element: HTMLElement, text: string): Promise<void> {
  const button = [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.includes(text));
  expect(button, text).toBeDefined();
  button!.click();
  await drawn(element);
}

async function submit(element: HTMLElement): Promise<void> {
  within(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await drawn(element);
}

async function kept(context: TestContext): Promise<RequestForProposals | undefined> {
  const [listed] = await listRequests(context, { limit: 1 });
  return listed?.row.cast.request;
}

describe('sayso-write-intention', () => {
  it('keeps a draft of a few words, goes to its page, and takes it back', async () => {
    const context = await shopping();
    const { element, told } = await form(context);
    await type(element, 'words-1', 'a pan of iron');
    await type(element, 'category', 'kitchen');
    await submit(element);
    await vi.waitFor(() => expect(told.map(({ text }) => text)).toEqual(['Saved: a pan of iron.']));
    expect(await kept(context)).toMatchObject({ title: 'a pan of iron', lines: [{ requirements: [] }] });
    expect(window.location.hash).toMatch(/^#intentions\/[0-9a-f-]{36}$/u);
    expect(requestChanged).not.toHaveBeenCalled();
    expect(localStorage).toHaveLength(0);
    await told[0]!.undo!();
    expect(await kept(context)).toBeUndefined();
  });

  it('offers the country of the browser before all others, and says none of it unasked', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-CH']);
    const context = await shopping();
    const { element } = await form(context);
    const country = within(element, '#country') as HTMLSelectElement;
    expect([country.value, country.options[1]!.value]).toEqual(['', 'CH']);
    expect([...country.options].filter(({ value }) => value === 'CH')).toHaveLength(1);
    await type(element, 'words-1', 'a pan');
    await type(element, 'category', 'kitchen');
    await submit(element);
    await vi.waitFor(async () => expect(await kept(context)).toBeDefined());
    expect(await kept(context)).not.toHaveProperty('area');
  });

  it('keeps all that can be said', async () => {
    const context = await shopping();
    const { element } = await form(context);
    for (const [id, text] of Object.entries({
      'words-1': 'a pan',
      'amount-1': '2,5',
      'unit-1': 'KGM',
      category: 'kitchen',
      kind: 'Product',
      neededBy: '2026-12-24',
      lapses: '2026-12-20',
      country: 'DE',
      region: 'Kiel',
      otherPayment: 'shells, beads',
      warrantyMonths: '24',
      budgetMax: '99,5',
      budgetMin: '50',
      currency: 'EUR',
      attachments: 'No coating.\n\nRound.',
      title: 'Mine',
      note: 'For mother.',
      answerBy: '2026-12-01T18:00',
    })) {
      await type(element, id, text);
    }
    for (const id of ['delivered', 'payment-Cash', 'hasRule']) {
      within(element, `#${id}`).click();
      await drawn(element);
    }
    await type(element, 'rulePrice', '80');
    await type(element, 'ruleCurrency', 'EUR');
    await type(element, 'ruleDeadline', '2026-12-02T18:00');
    await submit(element);
    await vi.waitFor(async () => expect(await kept(context)).toBeDefined());
    expect(await kept(context)).toMatchObject({
      title: 'Mine',
      category: 'kitchen',
      lines: [{ wanted: { words: 'a pan' }, quantity: { value: '2.5', unit: 'KGM' } }],
      neededBy: '2026-12-24',
      area: { country: 'DE', region: 'Kiel' },
      deliveryMethods: ['delivery'],
      paymentMethods: ['Cash', 'shells', 'beads'],
      warrantyMonths: 24,
      budget: { max: euro('99.50'), min: euro('50'), isShown: false },
      attachments: ['No coating.', 'Round.'],
      note: 'For mother.',
      answerByMs: new Date('2026-12-01T18:00').getTime(),
      lapsesAtMs: new Date('2026-12-20T23:59').getTime(),
      rule: { pick: 'cheapest', price: euro('80'), deadlineMs: new Date('2026-12-02T18:00').getTime() },
    });
  });

  it('names each field that keeps it from being saved, says what to do, and stays', async () => {
    const context = await shopping();
    const { element, told } = await form(context);
    await type(element, 'budgetMax', 'a lot');
    await submit(element);
    const faults = [...within(element, '.faults').querySelectorAll('button')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(faults).toEqual([
      'Say what you want, if only in a few words.',
      'Say what sort of thing it is, in a word or two.',
      expect.stringMatching(/^Write an amount in [A-Z]{3} with digits/u),
    ]);
    const field = fieldWithin(element, '#budgetMax');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => textOf(within(element, `#${id}`))).join(' ')).toContain('with digits');
    await press(element, 'Write an amount');
    expect(element.shadowRoot!.activeElement).toBe(field);
    expect(field.closest('details')?.open).toBe(true);
    await type(element, 'budgetMax', '');
    await type(element, 'words-1', 'a pan');
    await type(element, 'category', 'kitchen');
    expect(element.shadowRoot!.querySelector('.faults')).toBeNull();
    expect(told).toEqual([]);
  });

  it('has what was typed and not saved again, and forgets it when told to', async () => {
    const context = await shopping();
    const first = await form(context);
    await type(first.element, 'words-1', 'half a sentence');
    first.element.remove();
    const { element } = await form(context);
    expect(textOf(within(element, 'sayso-notice'))).toBeDefined();
    expect(fieldWithin(element, '#words-1').value).toBe('half a sentence');
    await press(element, 'Begin anew');
    expect(fieldWithin(element, '#words-1').value).toBe('');
    expect(localStorage).toHaveLength(0);
  });

  it('is about the thing it was opened for, and its entry on the watch-list', async () => {
    const context = await shopping();
    const { item, intention } = await wantItem(context, { facts: film(1, { name: 'Metropolis' }) });
    const { element } = await form(context, 'new', `item=${item.id}`);
    expect(textOf(within(element, '.thing'))).toContain('Metropolis');
    await submit(element);
    await vi.waitFor(async () => expect(await kept(context)).toBeDefined());
    expect(await kept(context)).toMatchObject({
      kind: 'Movie',
      lines: [{ wanted: { kind: 'item', itemId: item.id, name: 'Metropolis' }, intentionId: intention.id }],
    });
  });

  it('adds a standing preference when it is pressed, and none before', async () => {
    const context = await shopping();
    await savePreference(context, { key: 'brand', value: 'Kesti', strength: 'avoid', isPrivate: false });
    const { element } = await form(context);
    await vi.waitFor(() => within(element, '.offered'));
    expect(element.shadowRoot!.querySelector('.requirement')).toBeNull();
    await press(element, 'Kesti');
    expect(fieldWithin(element, '#property-1-0').value).toBe('Brand');
    expect(element.shadowRoot!.querySelector('.offered')).toBeNull();
    await type(element, 'words-1', 'a pan');
    await type(element, 'category', 'kitchen');
    await submit(element);
    await vi.waitFor(async () => expect(await kept(context)).toBeDefined());
    expect((await kept(context))?.lines[0]?.requirements).toEqual([
      { property: 'brand', strength: 'avoid', wanted: { kind: 'text', anyOf: ['Kesti'] }, isPrivate: false },
    ]);
  });

  it('takes more things, and takes one out again', async () => {
    const context = await shopping();
    const { element } = await form(context);
    await press(element, 'Add another thing');
    await drawn(element);
    expect(element.shadowRoot!.activeElement?.id).toBe('words-2');
    await type(element, 'words-2', 'its lid');
    await press(element, 'Remove thing 1');
    await press(element, 'Add another thing');
    await type(element, 'words-3', 'a spoon');
    await type(element, 'category', 'kitchen');
    await submit(element);
    await vi.waitFor(async () => expect(await kept(context)).toBeDefined());
    expect((await kept(context))?.lines.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('tells those that were asked of a change, and that it can’t be undone', async () => {
    const context = await shopping();
    const { id } = await writeRequest(context, { request: input() });
    await castRequest(context, { id, to: [{ vendor: SHOP, channel: 'endpoint' }] });
    const { element, told } = await form(context, id);
    expect(element.shadowRoot!.querySelector('[name="opening"]')).toBeNull();
    await type(element, 'region', 'Plön');
    await submit(element);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]?.undo).toBeUndefined();
    expect(requestChanged).toHaveBeenCalledWith(id);
    expect(await kept(context)).toMatchObject({ version: 2, area: { region: 'Plön' } });
  });

  it('throws a draft away, and brings it back', async () => {
    const context = await shopping();
    const { id } = await writeRequest(context, { request: input() });
    const { element, told } = await form(context, id);
    await press(element, 'Throw the draft away');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(await kept(context)).toBeUndefined();
    expect(window.location.hash).toBe('#intentions');
    await told[0]!.undo!();
    expect(await kept(context)).toMatchObject({ title: 'For the twins' });
  });

  it('changes nothing of what is over, and says where nothing is', async () => {
    const context = await shopping();
    const { id } = await writeRequest(context, { request: input() });
    await castRequest(context, { id, to: [{ vendor: SHOP, channel: 'endpoint' }] });
    await endRequest(context, { id, as: 'closed' });
    const over = await mount('sayso-write-intention', { context, requestId: id });
    await vi.waitFor(() => expect(textOf(within(over, 'sayso-notice'))).toBeDefined());
    expect(over.shadowRoot!.querySelector('form')).toBeNull();
    const missing = await mount('sayso-write-intention', { context, requestId: 'nothing' });
    await vi.waitFor(() => expect(textOf(within(missing, 'h1'))).toBe('This intention is not there'));
  });

  it('tells a full disk and keeps what was typed', async () => {
    const context = await shopping();
    const { element } = await form(context);
    write.mockRejectedValueOnce(new AppError('storage-full', 'full'));
    await type(element, 'words-1', 'a pan');
    await type(element, 'category', 'kitchen');
    await submit(element);
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('Free some space'));
    expect(fieldWithin(element, '#words-1').value).toBe('a pan');
  });
});
