import { generateKeyPairSync, sign as signInNode } from 'node:crypto';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/protocol/signing/canonical-json.ts';
import { checkPersonMessage } from '../../../src/protocol/signing/check-message.ts';
import { keyIdOf, publicPartOf, type PublicKey } from '../../../src/protocol/signing/public-key.ts';
import { ASKED, NOW, THREAD } from '../../support/request-samples.ts';
import { SHOP } from '../../support/samples.ts';
import { signingShop } from '../../support/signing-samples.ts';
import { useBrowser } from '../../support/use-browser.ts';
import type { SigningInPage } from '../support/signing-in-page.ts';

/** What the page has when the script is loaded. */
declare const signing: SigningInPage;

const MESSAGE = {
  from: ASKED.person,
  to: SHOP,
  request: THREAD,
  number: 1,
  body: { kind: 'let-down', words: 'Schön, danke € 🙂' },
  nowMs: NOW,
};

let script = '';
beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      lib: { entry: 'tests/e2e/support/signing-in-page.ts', formats: ['iife'], name: 'signingInPage' },
    },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  script = output[0].code;
});

describe('signing, in a browser', () => {
  const stage = useBrowser({
    sites: {
      'keys.localhost': (_request, response) => {
        response.setHeader('content-type', 'text/html;charset=utf-8');
        response.end('<!doctype html><title>Keys</title>');
      },
    },
  });

  async function page() {
    const opened = await stage.browser.page('http://keys.localhost/');
    await opened.evaluate(script);
    return opened;
  }

  it('keeps a key that nobody can read, over a restart, and Node takes what is signed with it', async () => {
    const first = await page();
    expect(await first.evaluate(() => signing.make())).toEqual({ extractable: false, exported: 'InvalidAccessError' });
    const once = await first.evaluate((message) => signing.seal(message), MESSAGE);
    await stage.browser.restart();
    const later = await page();
    const again = await later.evaluate((message) => signing.seal(message), { ...MESSAGE, number: 2 });
    for (const message of [once, again]) {
      const checked = await checkPersonMessage(message, { vendor: SHOP, knownKey: once.key });
      expect(checked).toMatchObject({ kind: 'good', envelope: { body: MESSAGE.body } });
    }
    const changed = { ...again, body: { ...again.body, words: 'Schön, danke € 🙃' } };
    expect(await checkPersonMessage(changed, { vendor: SHOP })).toMatchObject({ problem: 'bad-signature' });
    await later.close();
  });

  it('takes what a vendor signed in Node, by ES256, and nothing that was changed', async () => {
    const { expected, seal } = await signingShop();
    const message = await seal({ body: { kind: 'question', text: 'Welche Farbe? ☂' } });
    const opened = await page();
    const check = (came: unknown) => opened.evaluate((one, how) => signing.check(one, how), came, expected);
    expect(await check(message)).toBe('good');
    expect(await check({ ...message, id: 'q-2' })).toBe('bad-signature');
    await opened.close();
  });

  it('takes what a vendor signed by Ed25519, with a library of its own', async () => {
    const pair = generateKeyPairSync('ed25519');
    const publicKey = publicPartOf(pair.publicKey.export({ format: 'jwk' }) as PublicKey);
    const { expected, seal } = await signingShop({ keys: [publicKey] });
    const { signature: _other, ...rest } = await seal();
    const named = { ...rest, key: await keyIdOf(publicKey) };
    const bytes = signInNode(null, Buffer.from(canonicalJson(named)), pair.privateKey);
    const message = { ...named, signature: bytes.toString('base64url') };
    const opened = await page();
    const check = (came: unknown) => opened.evaluate((one, how) => signing.check(one, how), came, expected);
    expect(await check(message)).toBe('good');
    expect(await check({ ...message, signature: bytes.reverse().toString('base64url') })).toBe('bad-signature');
    await opened.close();
  });
});
