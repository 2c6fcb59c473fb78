// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { acceptQuote } from '../../../../../src/app/accept-quote.ts';
import { endRequest } from '../../../../../src/app/end-request.ts';
import { takeReply } from '../../../../../src/app/take-reply.ts';
import { wantItem } from '../../../../../src/app/want-item.ts';
import { writeRequest } from '../../../../../src/app/write-request.ts';
import '../../../../../src/ui/dashboard/intentions/sayso-intentions.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';
import { DAY, decline, DELIVERY, messageId, quote } from '../../../../support/request-samples.ts';
import { asked, input, shopping } from '../../../../support/request-store.ts';
import { CINEMA, film, SHOP } from '../../../../support/samples.ts';
import type { TestContext } from '../../../../support/test-context.ts';

afterEach(() => {
  document.body.replaceChildren();
  window.location.hash = '';
});

async function list(context: TestContext, query = '') {
  const element = await mount('sayso-intentions', { context, query });
  await vi.waitFor(() => expect(textOf(element)).not.toContain('One moment'));
  await drawn(element);
  return element;
}

async function rows(element: HTMLElement): Promise<string[]> {
  const all = [...element.shadowRoot!.querySelectorAll('sayso-intention-row')];
  await Promise.all(all.map(drawn));
  return all.map(textOf);
}

describe('sayso-intentions', () => {
  it('begins with what to do', async () => {
    const element = await list(await shopping());
    expect(textOf(within(element, 'sayso-empty'))).toContain('No intentions yet');
    expect(within(element, 'a.primary').getAttribute('href')).toBe('#intentions/new');
  });

  it('says how each stands, who was asked, what came of it, and until when', async () => {
    const { context, shop, cinema } = await asked();
    const element = await list(context);
    const seen = async (...parts: readonly string[]) =>
      vi.waitFor(async () => {
        const [row] = await rows(element);
        for (const part of parts) {
          expect(row).toContain(part);
        }
      });
    await seen('For the twins', 'Waiting for answers', 'and 1 more thing', '2 asked', 'until Nov 22, 2026');
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    await seen('1 answer waits for you', '2 asked · 1 answered');
    await takeReply(context, { origin: CINEMA, thread: cinema, said: decline('d1') });
    await seen('1 answer waits for you', '2 asked · 2 answered');
    const choice = ['a', 'b'].map((offer) => ({ offer, options: [] }));
    const acceptance = { quote: messageId('q1'), choice };
    await acceptQuote(context, { thread: shop, acceptance, delivery: DELIVERY });
    await seen('You took a quote; they have not confirmed it yet');
  });

  it('shows ten first, more when asked, and only the ended ones, or none of them', async () => {
    const context = await shopping();
    for (let index = 1; index <= 12; index += 1) {
      context.clock.advance(1_000);
      await writeRequest(context, {
        request: input({ title: `No. ${String(index)}`, lapsesAtMs: context.clock.ms - DAY }),
      });
    }
    const element = await list(context);
    const first = await rows(element);
    expect(first).toHaveLength(10);
    expect(first[0]).toContain('No. 12 Draft: nobody has seen it');
    expect(first[0]).toContain('has passed');
    within(element, 'ol + button').click();
    await vi.waitFor(async () => expect(await rows(element)).toHaveLength(12));
    element.query = 'show=ended';
    await vi.waitFor(() => expect(textOf(element)).toContain('None has ended yet.'));
    expect(element.shadowRoot!.querySelector('nav [aria-current]')?.textContent.trim()).toBe('Ended');
  });

  it('tells one that was withdrawn', async () => {
    const { context, id } = await asked();
    await endRequest(context, { id, as: 'withdrawn' });
    const element = await list(context, 'show=ended');
    expect((await rows(element))[0]).toMatch(/Withdrawn/u);
    expect((await rows(element))[0]).not.toContain('until');
  });

  it('leads from a thing of the watch-list to an intention about it', async () => {
    const context = await shopping();
    await wantItem(context, { facts: film(1, { name: 'Metropolis' }) });
    context.clock.advance(1_000);
    const { item } = await wantItem(context, { facts: film(2, { name: 'M' }) });
    const element = await list(context);
    within(element, 'sayso-empty button').click();
    await drawn(element);
    const dialog = within(element, 'sayso-pick-wanted');
    await vi.waitFor(() => expect(textOf(dialog)).toContain('Metropolis'));
    const search = within(dialog, '#search') as HTMLInputElement;
    search.value = 'm';
    search.dispatchEvent(new Event('input'));
    search.value = 'metropoli';
    search.dispatchEvent(new Event('input'));
    await vi.waitFor(() => expect(textOf(dialog)).toContain('1 thing.'));
    search.value = '';
    search.dispatchEvent(new Event('input'));
    await vi.waitFor(() => expect(dialog.shadowRoot!.querySelectorAll('li')).toHaveLength(2));
    within(dialog, 'li button').click();
    expect(window.location.hash).toBe(`#intentions/new?item=${item.id}`);
  });
});
