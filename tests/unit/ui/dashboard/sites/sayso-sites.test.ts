// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseSite } from '../../../../../src/app/choose-site.ts';
import '../../../../../src/ui/dashboard/sites/sayso-sites.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { SHOP } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

afterEach(() => document.body.replaceChildren());

describe('sayso-sites', () => {
  it('explains how to let a site in where there is none', async () => {
    const element = await mount('sayso-sites', { context: testContext() });
    await vi.waitFor(() => within(element, 'sayso-empty'));
    expect(textOf(element)).toContain('choose Connect');
  });

  it('lists sites as they are chosen, each leading to its page', async () => {
    const context = testContext();
    const element = await mount('sayso-sites', { context });
    await chooseSite(context, { origin: SHOP, connect: true });
    await vi.waitFor(() => within(element, 'li'));
    expect(textOf(within(element, 'li'))).toBe('connected no permission · never read anything');
    expect(within(element, 'li a').getAttribute('href')).toBe('#sites/https%3A%2F%2Fshop.example');
  });
});
