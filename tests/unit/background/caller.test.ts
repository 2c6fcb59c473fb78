import type { Runtime } from 'webextension-polyfill';
import { describe, expect, it } from 'vitest';
import { callerOf, isOwnPage } from '../../../src/background/caller.ts';

/** What the browsers say of a chosen page's top frame. */
const page = {
  id: 'sayso@test',
  origin: 'https://shop.example',
  url: 'https://shop.example/things?id=1',
  frameId: 0,
  tab: { id: 7, url: 'https://shop.example/things?id=1' },
  documentId: 'D1',
  documentLifecycle: 'active',
};
const senderOf = (changes: object) => ({ ...page, ...changes }) as unknown as Runtime.MessageSender;

describe('callerOf', () => {
  it('names the top frame of a tab by the browser’s word', () => {
    expect(callerOf(senderOf({}))).toEqual({ origin: 'https://shop.example', tabId: 7, documentId: 'D1' });
  });

  it('does without a document’s name and lifecycle where the browser has none', () => {
    const { documentId: _id, documentLifecycle: _lifecycle, ...older } = page;
    expect(callerOf(older as unknown as Runtime.MessageSender)).toEqual({ origin: 'https://shop.example', tabId: 7 });
  });

  it.each([
    'https://shop.example:8443',
    'http://localhost:8080',
    'http://shop.localhost',
    'http://127.0.0.1:3000',
    'https://xn--bcher-kva.example',
  ])('keeps the whole origin %s', (origin) => {
    expect(callerOf(senderOf({ origin })).origin).toBe(origin);
  });

  it.each([
    ['no origin', { origin: undefined }],
    ['a sandboxed frame of the site', { origin: 'null', frameId: 3 }],
    ['a sandboxed top document of the site', { origin: 'null' }],
    ['a frame, even of the same origin', { frameId: 2 }],
    ['a srcdoc or about:blank child', { frameId: 5, url: 'about:srcdoc' }],
    ['no frame', { frameId: undefined }],
    [
      'a prerendered page',
      { frameId: 9, documentLifecycle: 'prerender', tab: { id: 7, url: 'https://other.example/' } },
    ],
    ['a prerendered page that calls itself top', { documentLifecycle: 'prerender' }],
    ['a page in the back/forward cache', { documentLifecycle: 'cached' }],
    ['a page about to go', { documentLifecycle: 'pending_deletion' }],
    ['no tab', { tab: undefined }],
    ['a tab without a name', { tab: {} }],
    ['another extension', { origin: 'chrome-extension://other', tab: undefined }],
    ['a page of an extension in a tab', { origin: 'chrome-extension://sayso' }],
    ['a page of a Firefox extension', { origin: 'moz-extension://2d6a1a9c' }],
    ['a file', { origin: 'file://' }],
    ['an insecure page', { origin: 'http://shop.example' }],
    ['loopback’s namesake', { origin: 'http://localhost.shop.example' }],
    ['a host with a trailing dot', { origin: 'https://shop.example.' }],
    ['an empty origin', { origin: '' }],
    ['data', { origin: 'data:text/html,hello' }],
  ])('serves nobody for %s', (_who, changes) => {
    expect(() => callerOf(senderOf(changes))).toThrow(expect.objectContaining({ code: 'not-granted' }));
  });

  it('threat 7 never takes the address for the origin', () => {
    expect(() => callerOf(senderOf({ origin: undefined, url: 'https://shop.example/' }))).toThrow(
      expect.objectContaining({ code: 'not-granted' }),
    );
    expect(
      callerOf(senderOf({ url: 'https://victim.example/', tab: { id: 7, url: 'https://victim.example/' } })).origin,
    ).toBe('https://shop.example');
  });
});

describe('isOwnPage', () => {
  const own = 'chrome-extension://sayso';

  it.each([
    ['its own page', { origin: own, url: `${own}/src/ui/popup/popup.html` }, true],
    ['its own page, unnamed', { origin: undefined, url: `${own}/src/ui/popup/popup.html` }, true],
    ['a chosen page', {}, false],
    ['a page with our address, but its own origin', { url: `${own}/x` }, false],
    ['a sandboxed frame of ours', { origin: 'null', url: `${own}/x` }, false],
    ['an extension whose name begins like ours', { origin: undefined, url: `${own}-2/x` }, false],
    ['an origin that begins like ours', { origin: `${own}-2` }, false],
    ['nobody', { origin: undefined, url: undefined }, false],
  ])('of %s is %j %s', (_who, changes, isOwn) => {
    expect(isOwnPage(senderOf(changes), own)).toBe(isOwn);
  });
});
