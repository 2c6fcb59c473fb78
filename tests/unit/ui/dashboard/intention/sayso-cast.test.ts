// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockVendor } from '../../../../../src/app/block-vendor.ts';
import type { AppContext } from '../../../../../src/app/context.ts';
import { requestStory } from '../../../../../src/app/list-requests.ts';
import { writeRequest } from '../../../../../src/app/write-request.ts';
import type { Origin, RequestId } from '../../../../../src/domain/ids.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/intention/sayso-cast.ts';
import { allDeep, deep, deepText, pressDeep } from '../../../../support/deep.ts';
import { mount } from '../../../../support/mount.ts';
import { asked, input, shopping } from '../../../../support/request-store.ts';
import { CINEMA, SHOP } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ requestChanged: vi.fn(), askChannel: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);

beforeEach(() => {
  platform.requestChanged.mockReset().mockResolvedValue(undefined);
  platform.askChannel.mockReset().mockResolvedValue('visit');
});
afterEach(() => document.body.replaceChildren());

async function castElement(context: AppContext, id: RequestId, alreadyAsked: readonly Origin[] = []) {
  const { row } = await requestStory(context, { id });
  const element = await mount('sayso-cast', { context, cast: row.cast, asked: alreadyAsked });
  const told: ToastMessage[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  return { element, told };
}

async function drafted(changes: Parameters<typeof input>[0] = {}) {
  const context = await shopping();
  const { id } = await writeRequest(context, { request: input(changes) });
  return { context, id, ...(await castElement(context, id)) };
}

function boxes(element: Element): HTMLInputElement[] {
  return allDeep(element, 'input[type="checkbox"]') as HTMLInputElement[];
}

function pick(element: Element, origin: Origin): void {
  const box = boxes(element).find(({ value }) => value === origin)!;
  box.checked = true;
  box.dispatchEvent(new Event('change'));
}

describe('sayso-cast', () => {
  it('says where to begin when nobody is connected', async () => {
    const context = testContext();
    const { id } = await writeRequest(context, { request: input() });
    const { element } = await castElement(context, id);
    await vi.waitFor(() => deep(element, 'sayso-empty'));
    expect(deepText(element)).toContain('Connect a site first');
    expect(deep(element, 'a.button').getAttribute('href')).toContain('welcome.html');
  });

  it('offers those that are connected and not blocked, none of them picked', async () => {
    const { context, element } = await drafted();
    await vi.waitFor(() =>
      expect(
        boxes(element)
          .map(({ value }) => value)
          .sort(),
      ).toEqual([CINEMA, SHOP].sort()),
    );
    expect(boxes(element).some(({ checked }) => checked)).toBe(false);
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    await vi.waitFor(() => expect(boxes(element).map(({ value }) => value)).toEqual([CINEMA]));
  });

  it('asks nobody until one is picked, and looks at nobody who is not', async () => {
    const { element } = await drafted();
    await pressDeep(element, '#go-on');
    await vi.waitFor(() => expect(deepText(element)).toContain('Pick at least one site first.'));
    pick(element, CINEMA);
    await pressDeep(element, '#go-on');
    await vi.waitFor(() => deep(element, '#cast'));
    expect(platform.askChannel.mock.calls).toEqual([[CINEMA]]);
  });

  it.each([
    ['endpoint', 'Takes requests at once, in the background.', 'endpoint'],
    ['visit', 'Gets it when you visit the site next.', 'visit'],
    ['away', 'Could not be reached just now', 'visit'],
  ])('says of %s how it gets there, and casts so', async (found, words, channel) => {
    platform.askChannel.mockResolvedValue(found);
    const { context, id, element, told } = await drafted();
    await vi.waitFor(() => expect(boxes(element)).toHaveLength(2));
    pick(element, SHOP);
    await pressDeep(element, '#go-on');
    await vi.waitFor(() => expect(deepText(element)).toContain(words));
    expect(deepText(element)).toContain('PDC-INTENT');
    expect(platform.requestChanged).not.toHaveBeenCalled();
    await pressDeep(element, '#cast');
    await vi.waitFor(() => expect(told).toEqual([{ text: '1 site asked.' }]));
    const { threads } = await requestStory(context, { id });
    expect(threads).toMatchObject([{ vendor: SHOP, thread: { channel, stage: 'whole' } }]);
    expect(platform.requestChanged).toHaveBeenCalledExactlyOnceWith(id);
  });

  it('opens with the stage that was chosen', async () => {
    const { context, id, element, told } = await drafted({ opening: 'whole' });
    await vi.waitFor(() => expect(boxes(element)).toHaveLength(2));
    deep(element, 'input[value="kind"]').dispatchEvent(new Event('change'));
    await vi.waitFor(async () => expect((await requestStory(context, { id })).row.cast.request.opening).toBe('kind'));
    await vi.waitFor(() => expect(platform.requestChanged).toHaveBeenCalledOnce());
    pick(element, SHOP);
    await pressDeep(element, '#go-on');
    await pressDeep(element, '#cast');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    const { row, threads } = await requestStory(context, { id });
    expect(row.cast.request).toMatchObject({ opening: 'kind', version: 1 });
    expect(threads).toMatchObject([{ thread: { copy: { stage: 'kind' } } }]);
  });

  it('says why nothing went out, and casts nothing', async () => {
    const { context, id, element, told } = await drafted({ category: ' ' });
    await vi.waitFor(() => expect(boxes(element)).toHaveLength(2));
    pick(element, SHOP);
    await pressDeep(element, '#go-on');
    await pressDeep(element, '#cast');
    await vi.waitFor(() => expect(deepText(element)).toContain('Something is missing yet'));
    expect(told).toEqual([]);
    expect((await requestStory(context, { id })).threads).toEqual([]);
    expect(platform.requestChanged).not.toHaveBeenCalled();
  });

  it('does not offer those that are asked already', async () => {
    const { context, id } = await asked('visit');
    const { element } = await castElement(context, id, [SHOP]);
    await vi.waitFor(() => expect(boxes(element).map(({ value }) => value)).toEqual([CINEMA]));
    element.asked = [SHOP, CINEMA];
    await vi.waitFor(() => expect(deepText(element)).toContain('All sites that you connected are asked.'));
  });
});
