// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { castRequest } from '../../../../../src/app/cast-request.ts';
import { requestStory } from '../../../../../src/app/list-requests.ts';
import { passTime } from '../../../../../src/app/pass-time.ts';
import { writeRequest } from '../../../../../src/app/write-request.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/intention/sayso-intention.ts';
import { allDeep, deep, deepText, pressDeep } from '../../../../support/deep.ts';
import { mount } from '../../../../support/mount.ts';
import { DAY, euro, NOW } from '../../../../support/request-samples.ts';
import { asked, input, shopping } from '../../../../support/request-store.ts';
import { SHOP } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';
import type { RequestId } from '../../../../../src/domain/ids.ts';

const platform = vi.hoisted(() => ({
  requestChanged: vi.fn(),
  askChannel: vi.fn(),
  siteChanged: vi.fn(),
  ratingsChanged: vi.fn(),
}));
vi.mock('../../../../../src/platform/tell.ts', () => platform);

const files = vi.hoisted(() => ({ download: vi.fn<(name: string, file: Blob) => void>() }));
vi.mock('../../../../../src/ui/download.ts', () => files);

beforeEach(() => {
  files.download.mockReset();
  for (const mock of Object.values(platform)) {
    mock.mockReset().mockResolvedValue(undefined);
  }
  window.location.hash = '';
});
afterEach(() => document.body.replaceChildren());

async function open(context: TestContext, id: RequestId) {
  const element = await mount('sayso-intention', { context, requestId: id, query: '' });
  const told: ToastMessage[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  await vi.waitFor(() => deep(element, 'sayso-request-acts'));
  return { element, told };
}

async function drafted(changes: Parameters<typeof input>[0] = {}) {
  const context = await shopping();
  const { id } = await writeRequest(context, { request: input(changes) });
  return { context, id, ...(await open(context, id)) };
}

describe('a request as UBL', () => {
  it('is saved with what any vendor would be shown, and nothing more', async () => {
    const { element } = await drafted({ title: 'My own title', note: 'Grandmother pays half.' });
    await pressDeep(element, '#ubl');
    const [name, file] = files.download.mock.calls[0]!;
    const text = await file.text();
    expect(name).toMatch(/^request-.+\.xml$/u);
    expect(text).toContain(
      '<RequestForQuotation xmlns="urn:oasis:names:specification:ubl:schema:xsd:RequestForQuotation-2"',
    );
    expect(text).toContain('<cbc:Name>weight</cbc:Name>');
    expect(text).not.toMatch(/My own title|Grandmother|Wobbly|Budget|PartyIdentification/u);
  });
});

describe('sayso-intention', () => {
  it.each(['00000000-0000-7000-8000-000000000000', 'nonsense'])('says that %s is not there', async (requestId) => {
    const element = await mount('sayso-intention', { context: testContext(), requestId, query: '' });
    await vi.waitFor(() => expect(deepText(element)).toContain('This intention is not here'));
  });

  it('shows of a draft what is seen at each stage, and what never is', async () => {
    const { element } = await drafted({ opening: 'kind' });
    const text = deepText(element);
    expect(text).toContain('A draft. No vendor knows of it.');
    const [first = '', rest = '', never = ''] = text
      .split(/This is what they see first|And this if you show the rest|Never shown/u)
      .slice(1);
    expect(first).not.toMatch(/Rover|Kiel|700/u);
    expect(rest).toMatch(/Rover Duo.*Kiel/u);
    expect(rest).not.toMatch(/700|Grandmother|Wobbly|twins/u);
    expect(never).toMatch(/For the twins.*Grandmother.*€700.00.*Wobbly/u);
  });

  it('shows a budget where it goes', async () => {
    const { element } = await drafted({ budget: { max: euro('700'), isShown: true } });
    expect(deepText(element).split('Never shown')[0]).toContain('€700.00');
  });

  it('follows the store', async () => {
    const { context, id, element } = await drafted();
    await castRequest(context, { id, to: [{ vendor: SHOP, channel: 'endpoint' }] });
    await vi.waitFor(() => expect(deepText(element)).toContain('They have not said yet that they have it.'));
    expect(deepText(element)).toMatch(/Tried again at Nov 12.*Answer due by|Tried again at Nov 12/u);
    context.clock.advance(10 * DAY);
    await passTime(context);
    await vi.waitFor(() => expect(deepText(element)).toContain('ended by itself'));
  });

  it('throws a draft away, and brings it back', async () => {
    const { context, id, told } = await drafted();
    await pressDeep(document.body, '#discard');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await expect(requestStory(context, { id })).rejects.toMatchObject({ code: 'not-found' });
    expect(window.location.hash).toBe('#intentions');
    await told[0]!.undo!();
    await expect(requestStory(context, { id })).resolves.toMatchObject({ versions: [] });
  });

  it('gives more time, and keeps how it was before', async () => {
    const { context, id } = await asked('visit');
    const { element } = await open(context, id);
    await pressDeep(element, '#extend');
    await vi.waitFor(() => expect(deepText(element)).toContain('As it was before'));
    const { row } = await requestStory(context, { id });
    expect(row.cast.request).toMatchObject({ version: 2, lapsesAtMs: NOW + 11 * DAY });
    expect(platform.requestChanged).toHaveBeenCalledExactlyOnceWith(id);
  });

  it.each([
    ['withdrawn', '#withdraw'],
    ['closed', '#close'],
  ] as const)('is %s only when that was confirmed', async (as, button) => {
    const { context, id } = await asked('visit');
    const { element } = await open(context, id);
    await pressDeep(element, button);
    expect((await requestStory(context, { id })).row.cast.phase.kind).toBe('open');
    await pressDeep(element, 'button.danger[slot]');
    await vi.waitFor(async () =>
      expect((await requestStory(context, { id })).row.cast.phase).toEqual({ kind: 'ended', as }),
    );
    await vi.waitFor(() => expect(allDeep(element, '#extend, #edit, sayso-cast')).toEqual([]));
  });

  it('begins again what is over, as a draft', async () => {
    const { context, id } = await asked('visit');
    context.clock.advance(10 * DAY);
    await passTime(context);
    const { element, told } = await open(context, id);
    await pressDeep(element, '#again');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    const anew = decodeURIComponent(window.location.hash.split('/')[1]!) as RequestId;
    const { row } = await requestStory(context, { id: anew });
    expect(row.cast).toMatchObject({ phase: { kind: 'draft' }, request: { category: 'pushchair', version: 1 } });
    await told[0]!.undo!();
    await expect(requestStory(context, { id: anew })).rejects.toMatchObject({ code: 'not-found' });
    expect(window.location.hash).toContain(id);
  });

  it('opens for the printer what is folded, and what is folded in that, and folds it again', async () => {
    const { context, id } = await asked('visit');
    const { element } = await open(context, id);
    await vi.waitFor(() => expect(allDeep(element, 'sayso-thread')).toHaveLength(2));
    const folded = () => (allDeep(element, 'details') as HTMLDetailsElement[]).filter((one) => !one.open).length;
    const before = folded();
    expect(allDeep(element, 'sayso-thread-story')).toEqual([]);
    window.dispatchEvent(new Event('beforeprint'));
    // Settled promises are all that a printer waits for.
    for (let turn = 0; turn < 200; turn += 1) {
      await Promise.resolve();
    }
    expect(folded()).toBe(0);
    expect(allDeep(element, 'sayso-thread-story sayso-copy, sayso-copy')).not.toEqual([]);
    expect(deepText(element)).toContain('You asked, with all of it.');
    window.dispatchEvent(new Event('afterprint'));
    await vi.waitFor(() => expect(folded()).toBe(before));
  });
});
