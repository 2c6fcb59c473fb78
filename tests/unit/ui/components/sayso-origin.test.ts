// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../../src/domain/ids.ts';
import '../../../../src/ui/components/sayso-origin.ts';
import { mount, textOf, within } from '../../../support/mount.ts';

describe('sayso-origin', () => {
  it('makes the registrable domain plain and nothing else', async () => {
    const element = await mount('sayso-origin', { origin: 'https://accounts.google.com.shop.example' as Origin });
    expect(within(element, 'strong').textContent).toBe('shop.example');
    expect(textOf(element)).toBe('https://accounts.google.com.shop.example');
  });

  it('shows the port beside the host', async () => {
    const element = await mount('sayso-origin', { origin: 'http://matinee.localhost:8471' as Origin });
    expect(textOf(element)).toBe('http://matinee.localhost:8471');
  });
});
