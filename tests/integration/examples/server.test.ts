import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExamples } from '../../../examples/server.mjs';
import { get } from './get.ts';

let server: Awaited<ReturnType<typeof startExamples>>;
let sdk: string;

beforeAll(async () => {
  sdk = await mkdtemp(join(tmpdir(), 'sayso-sdk-'));
  await writeFile(join(sdk, 'index.js'), 'export const isBuilt = true;');
  server = await startExamples({
    sdk,
    extra: {
      'elsewhere.localhost': (_request, response) => response.end('from the test'),
      'matinee.test': (request, response) => response.end(request.url),
    },
  });
});

afterAll(async () => {
  await server.close();
  await rm(sdk, { recursive: true });
});

describe('the server of the examples', () => {
  it('says where each is', () => {
    expect(server.origins).toEqual({
      localhost: `http://localhost:${server.port}`,
      matinee: `http://matinee.localhost:${server.port}`,
      'corner-store': `http://corner-store.localhost:${server.port}`,
      'second-street': `http://second-street.localhost:${server.port}`,
      'bright-wheel': `http://bright-wheel.localhost:${server.port}`,
      'old-harbour': `http://old-harbour.localhost:${server.port}`,
      'crooked-lane': `http://crooked-lane.localhost:${server.port}`,
      hostile: `http://hostile.localhost:${server.port}`,
      'hostile-too': `http://hostile-too.localhost:${server.port}`,
    });
  });

  it.each([
    ['matinee.localhost', '<title>Matinee'],
    ['matinee.localhost:8080', '<title>Matinee'],
    ['MATINEE.localhost', '<title>Matinee'],
    ['corner-store.localhost', '<title>Corner Store'],
    ['second-street.localhost', '<title>Second Street'],
    ['bright-wheel.localhost', '<title>Bright Wheel'],
    ['old-harbour.localhost', '<title>Old Harbour Works'],
    ['crooked-lane.localhost', '<title>Crooked Lane'],
    ['hostile.localhost', '<title>Hostile'],
    ['hostile-too.localhost', '<title>Hostile'],
    ['localhost', '<title>The example vendors'],
    ['127.0.0.1:1234', '<title>The example vendors'],
  ])('chooses by host: %s', async (host, words) => {
    const { status, body, type } = await get(server.port, '/', { host });
    expect(status).toBe(200);
    expect(type).toBe('text/html; charset=utf-8');
    expect(body).toContain(words);
  });

  it.each(['nobody.localhost', 'constructor.localhost', 'localhost.example', 'matinee.localhost.'])(
    'has nothing for %j',
    async (host) => {
      expect((await get(server.port, '/', { host })).status).toBe(404);
    },
  );

  it('answers a proxy’s request, which holds the whole address', async () => {
    const page = await get(server.port, 'http://matinee.localhost/film/the-matrix-1999/', { host: 'proxy.example' });
    expect(page.status).toBe(200);
    expect(page.body).toContain('"@id":"http://matinee.localhost/film/the-matrix-1999/"');
    const root = await get(server.port, 'http://corner-store.localhost:80', { host: 'proxy.example' });
    expect(root.body).toContain('<title>Corner Store');
  });

  it('gives other hosts to the test', async () => {
    expect((await get(server.port, '/', { host: 'elsewhere.localhost:99' })).body).toBe('from the test');
    expect((await get(server.port, 'http://elsewhere.localhost/x')).body).toBe('from the test');
    expect((await get(server.port, '/../x', { host: 'matinee.test' })).body).toBe('/../x');
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/shared/../../package.json',
    '/shared/..%5c..%5cpackage.json',
    '/sdk/../chrome/manifest.json',
    '/films.js%00.html',
    '/%zz',
    '/%252e%252e/package.json',
    'http://matinee.localhost/../site.mjs',
  ])('refuses to climb: %s', async (target) => {
    const { status, body } = await get(server.port, target, { host: 'matinee.localhost' });
    expect(status).toBe(400);
    expect(body).not.toContain('sayso');
  });

  it.each([
    '/site.mjs',
    '/poster.mjs',
    '/public/films.js',
    '/film/nothing/',
    '/film/constructor/',
    '/posters/tt0000000.svg',
    '/.well-known/',
  ])('has no %s', async (target) => {
    const { status, body } = await get(server.port, target, { host: 'matinee.localhost' });
    expect(status).toBe(404);
    expect(body).toContain('<h1>Not here</h1>');
  });

  it('shows what was not found as text', async () => {
    const { body } = await get(server.port, '/%3Cscript%3E', { host: 'matinee.localhost' });
    expect(body).toContain('&lt;script&gt;');
  });

  it.each([
    ['/films.js', 'text/javascript; charset=utf-8'],
    ['/matinee.css', 'text/css; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/posters/tt0133093.svg', 'image/svg+xml; charset=utf-8'],
    ['/.well-known/customer.json', 'application/json; charset=utf-8'],
    ['/shared/conversation.js', 'text/javascript; charset=utf-8'],
    ['/sdk/index.js', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s', async (target, type) => {
    const got = await get(server.port, `${target}?v=1`, { host: 'matinee.localhost' });
    expect(got).toMatchObject({ status: 200, type });
  });

  it('answers 404 for an SDK that was not built', async () => {
    const bare = await startExamples({ sdk: join(sdk, 'nothing') });
    const { status } = await get(bare.port, '/sdk/index.js', { host: 'matinee.localhost' });
    await bare.close();
    expect(status).toBe(404);
  });

  it('answers HEAD with the headers alone, and nothing else but GET', async () => {
    const head = await get(server.port, '/', { host: 'matinee.localhost', method: 'HEAD' });
    const full = await get(server.port, '/', { host: 'matinee.localhost' });
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(full.body)));
    const post = await get(server.port, '/', { host: 'matinee.localhost', method: 'POST' });
    expect(post).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it('is strict for all but Hostile, and keeps nothing in a cache', async () => {
    for (const host of ['matinee', 'corner-store', 'second-street']) {
      const { headers } = await get(server.port, '/', { host: `${host}.localhost` });
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    const hostile = await get(server.port, '/', { host: 'hostile.localhost' });
    expect(hostile.headers['content-security-policy']).toContain('frame-ancestors *');
  });

  it('says when its port is taken', async () => {
    await expect(startExamples({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
