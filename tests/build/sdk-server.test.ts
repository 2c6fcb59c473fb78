import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as ServerSdk from '../../src/sdk/server/index.ts';
import { MINIMAL_ASK } from '../support/asks.ts';
import { Built } from '../support/dist.ts';

const built = new Built('dist/sdk');
const { bin } = built.json('package.json') as { bin: Record<string, string> };

describe('the module for vendors’ servers', () => {
  let server: Server | undefined;
  let origin = '';

  beforeAll(async () => {
    const sdk = (await import(
      /* @vite-ignore */ pathToFileURL(join(built.folder, 'server.js')).href
    )) as typeof ServerSdk;
    const { privateKey, publicKey } = await sdk.newVendorKey();
    server = createServer((request, response) => void listen(request, response));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const document = { version: '1', name: 'Shop', asks: [MINIMAL_ASK], quotes: '/quotes', keys: [publicKey] };
    const handler = sdk.createRequestHandler({
      origin,
      path: '/quotes',
      key: privateKey,
      ledger: sdk.memoryLedger(),
      answer: async ({ body }) => ('demand' in body ? [sdk.declineOf(body.demand, 'not-carried')] : []),
    });
    const quotes = sdk.nodeListener(handler, origin);
    const listen: typeof quotes = async (request, response) =>
      request.url === '/.well-known/customer.json'
        ? void response.end(JSON.stringify(document))
        : quotes(request, response);
  });
  afterAll(() => server?.close());

  async function conformance(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
    const file = join(built.folder, bin['sayso-conformance'] ?? '');
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [file, ...args]);
      return { code: 0, said: stdout };
    } catch (thrown) {
      const { code, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string };
      return { code, said: `${stdout}${stderr}` };
    }
  }

  it('has a suite that npx can run, which its own handler passes', async () => {
    expect(built.text(bin['sayso-conformance']!.replace('./', ''))).toMatch(/^#!\/usr\/bin\/env node\n/u);
    const { code, said } = await conformance(origin);
    expect(said).toMatch(/All \d\d rules are kept\.\n$/u);
    expect(code).toBe(0);
  });

  it('ends with 1 where a rule is broken, and with 2 without an origin', async () => {
    const { code, said } = await conformance('http://127.0.0.1:9');
    expect(said).toMatch(/^BROKEN {2}customer\.json [^\n]*\n {8}http:[^\n]*\n1 of 1 rules are not kept\.\n$/u);
    expect(code).toBe(1);
    expect(await conformance('nonsense')).toMatchObject({ code: 2, said: expect.stringContaining('Usage') as string });
  });

  it('needs nothing that is not there', () => {
    for (const file of ['server.js', 'conformance.js', 'parts.js']) {
      const imported = [...built.text(file).matchAll(/^import [^;]*?from ["']([^"']+)["']/gmu)].map(([, from]) => from);
      expect(imported.filter((from) => from !== './parts.js')).toEqual([]);
    }
  });
});
