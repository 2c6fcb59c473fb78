import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Built, TARGETS, type Target } from '../support/dist.ts';

interface Manifest extends Record<string, unknown> {
  readonly icons: Record<string, string>;
  readonly action: { readonly default_icon: Record<string, string>; readonly default_popup: string };
  readonly background: Record<string, unknown>;
  readonly default_locale: string;
}

describe.each(TARGETS)('threat 32: the built manifest for %s', (target: Target) => {
  const built = new Built(`dist/${target}`);
  const manifest = built.json('manifest.json') as Manifest;

  it.each([
    'host_permissions',
    'content_scripts',
    'externally_connectable',
    'web_accessible_resources',
    'sandbox',
    'update_url',
  ])('has no %s', (key) => {
    expect(manifest).not.toHaveProperty(key);
  });

  it('asks for these permissions and no more: a new one disables Sayso until the person agrees again', () => {
    expect(manifest['permissions']).toEqual(['storage', 'scripting', 'activeTab', 'alarms']);
    expect(manifest['optional_permissions']).toEqual(['downloads']);
    expect(manifest['optional_host_permissions']).toEqual([
      'https://*/*',
      'http://localhost/*',
      'http://*.localhost/*',
      'http://127.0.0.1/*',
    ]);
  });

  it('lets its pages run nothing but their own, and be framed by nobody', () => {
    const { extension_pages: policy, ...others } = manifest['content_security_policy'] as Record<string, string>;
    const rules = policy!.split('; ');
    expect(others).toEqual({});
    expect(rules).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    const [connect, ...more] = rules.filter((rule) => /https?:|\*/u.test(rule));
    // What the person may choose, and no further; decision 21 says for whom.
    expect(connect).toBe('connect-src https: http://localhost:* http://*.localhost:* http://127.0.0.1:*');
    expect(more).toEqual([]);
    expect(policy).not.toMatch(/unsafe|blob:|wss?:/u);
  });

  it('has no page that may connect to anything', () => {
    const pages = built.files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    const own = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'" />`;
    expect(pages.filter((file) => !/^[^]*?<(?:script|link)/u.exec(built.text(file))?.[0].includes(own))).toEqual([]);
  });

  it('starts the background as the browser wants it', () => {
    const own = target === 'chrome' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
    expect(manifest.background).toEqual({ ...own, type: 'module' });
  });

  it('names files that are there', () => {
    const icons = [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon)];
    const pages = [manifest.action.default_popup, (manifest['options_ui'] as { page: string }).page, 'background.js'];
    expect([...icons, ...pages].filter((file) => !built.files.includes(file))).toEqual([]);
  });

  it('names icons of the sizes they have', () => {
    for (const [size, file] of Object.entries({ ...manifest.icons, ...manifest.action.default_icon })) {
      const png = built.bytes(file);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
    }
  });

  it('has every text it names, in every language', () => {
    const keys = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/gu)].map(([, key = '']) => key);
    const locales = built.files.filter((file) => /^_locales\/\w+\/messages\.json$/u.test(file));
    expect(locales).toEqual(['_locales/de/messages.json', '_locales/en/messages.json']);
    expect(manifest.default_locale).toBe('en');
    expect(keys.length).toBeGreaterThan(0);
    for (const locale of locales) {
      const messages = built.json(locale) as Record<string, unknown>;
      expect(keys.filter((key) => !(key in messages))).toEqual([]);
    }
  });
});

describe('threat 32: what only one browser reads', () => {
  it('tells Firefox what may be handed over, and from which version on', () => {
    const manifest = new Built('dist/firefox').json('manifest.json') as Manifest;
    expect(manifest['browser_specific_settings']).toEqual({
      gecko: {
        id: expect.stringContaining('@') as string,
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'], optional: ['personallyIdentifyingInfo', 'healthInfo'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    });
    expect(manifest).not.toHaveProperty('minimum_chrome_version');
  });

  it('gives Chrome the key by which the address is the same for everybody, and it is the one that vendors are told', () => {
    const { key } = new Built('dist/chrome').json('manifest.json') as { key: string };
    const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
    const id = hash.slice(0, 32).replace(/./gu, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
    const told = /`chrome-extension:\/\/([a-p]{32})`/u.exec(readFileSync('docs/protocol.md', 'utf8'));
    expect(createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }).asymmetricKeyType).toBe(
      'rsa',
    );
    expect(told?.[1]).toBe(id);
    expect(new Built('dist/firefox').json('manifest.json')).not.toHaveProperty('key');
  });

  it('tells Chrome from which version on, and nothing of Firefox', () => {
    const manifest = new Built('dist/chrome').json('manifest.json') as Manifest;
    expect(manifest['minimum_chrome_version']).toBe('121');
    expect(manifest).not.toHaveProperty('browser_specific_settings');
  });
});
