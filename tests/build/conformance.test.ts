import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExamples } from '../../examples/server.mjs';
import { Built } from '../support/dist.ts';

const built = new Built('dist/sdk');
const { bin } = built.json('package.json') as { bin: Record<string, string> };
const PROGRAM = join(built.folder, bin['sayso-conformance'] ?? '');
const NAMES = pathToFileURL(resolve(import.meta.dirname, '../fixtures/localhost-names.mjs')).href;

type Examples = Awaited<ReturnType<typeof startExamples>>;

/** The program as `npx` starts it, against the example shops as `npm start` has them. */
describe('sayso-conformance against the example shops', () => {
  let examples: Examples | undefined;
  beforeAll(async () => {
    examples = await startExamples({ sdk: built.folder });
  });
  afterAll(() => examples?.close());

  async function conformance(shop: string): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
    const origin = (examples?.origins as Readonly<Record<string, string>>)[shop] ?? '';
    const { code, said } = await promisify(execFile)(process.execPath, ['--import', NAMES, PROGRAM, origin, '1']).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (thrown: unknown) => {
        const { code: ended, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string };
        return { code: ended, said: `${stdout}${stderr}` };
      },
    );
    return { code, lines: said.trimEnd().split('\n') };
  }

  it.each(['bright-wheel', 'old-harbour'])('%s keeps every rule', async (shop) => {
    const { code, lines } = await conformance(shop);
    expect(lines.filter((line) => !line.startsWith('kept    '))).toEqual([
      expect.stringMatching(/^All 1\d rules are kept\.$/u),
    ]);
    expect(code).toBe(0);
  });

  it('crooked-lane is told each rule that it breaks, and how', async () => {
    const { code, lines } = await conformance('crooked-lane');
    const faults = lines.flatMap((line, index) => (line.startsWith('BROKEN') ? (lines[index + 1] ?? '').trim() : []));
    const told = faults.join('\n');
    expect(told).toContain('no answer within 1000 ms');
    expect(told).toContain('not JSON');
    expect(told).toContain('bad-signature');
    expect(told).toContain('A second message of number 1 is answered with 200');
    expect(lines.at(-1)).toMatch(new RegExp(`^${faults.length} of 1\\d rules are not kept\\.$`, 'u'));
    expect(code).toBe(1);
  });
});
