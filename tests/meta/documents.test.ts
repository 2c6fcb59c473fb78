import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBackupFile } from '../../src/app/open-backup-file.ts';
import { CallBudget } from '../../src/background/call-budget.ts';
import { PURPOSES, RATING_FIELDS } from '../../src/domain/ask.ts';
import { AppError, type ErrorCode } from '../../src/domain/errors.ts';
import { MAX_RANK_ITEMS, MIN_RANK_ITEMS, RANK_CALLS_PER_HOUR } from '../../src/policy/rank-budget.ts';
import { readCustomerDocument } from '../../src/protocol/customer-document.ts';
import { INPUT_LIMIT } from '../../src/protocol/page-wire.ts';
import { demand } from '../../src/protocol/request/demand-schema.ts';
import { personMessage } from '../../src/protocol/request/person-message-schema.ts';
import { vendorMessage } from '../../src/protocol/request/vendor-message-schema.ts';
import { WIRE_LIMITS } from '../../src/protocol/request/wire-limits.ts';
import { failureOf } from '../../src/protocol/vendor-reply.ts';
import { PAGE_LIMIT } from '../../src/protocol/vendor-schemas.ts';
import { vendorCalls } from '../../src/protocol/vendor-wire.ts';
import { SCHEMA_1 } from '../../src/store/migrations/0001-first-shape.ts';
import { SCHEMA_2 } from '../../src/store/migrations/0002-sources.ts';
import { SCHEMA_3 } from '../../src/store/migrations/0003-requests.ts';
import { originOf } from '../../src/domain/origin.ts';
import { EXPORT_VERSION } from '../../src/transfer/export-lines.ts';
import { filesIn, ROOT, tableRows, textOf } from './support/repository.ts';

const protocol = textOf('docs/protocol.md');
const manifest = JSON.parse(textOf('manifest.json')) as {
  permissions: string[];
  optional_permissions: string[];
  optional_host_permissions: string[];
  content_security_policy: { extension_pages: string };
  browser_specific_settings: { gecko: { data_collection_permissions: { required: string[]; optional: string[] } } };
};

describe('docs/protocol.md', () => {
  it('says what becomes of every error code', () => {
    const codes = [...textOf('src/domain/errors.ts').matchAll(/^ {2}\| '([a-z-]+)'/gmu)].map(
      ([, code]) => code as ErrorCode,
    );
    const names = codes.map((code) => {
      const failure = failureOf(new AppError(code, ''));
      return [code, 'name' in failure ? failure.name : ''];
    });
    expect(codes.length).toBeGreaterThan(8);
    expect(tableRows(protocol, 'code', 'name at the page')).toEqual(names);
  });

  it('explains every name of an exception', () => {
    const named = new Set(tableRows(protocol, 'name', 'means').map(([name]) => name));
    expect(named).toEqual(new Set(tableRows(protocol, 'code', 'name at the page').map(([, name]) => name)));
  });

  it('has a heading for every call', () => {
    const [calls = ''] = /^## Calls$[\s\S]*?(?=^## )/mu.exec(protocol) ?? [];
    const headings = [...calls.matchAll(/^### (.*)$/gmu)].map(([, heading = '']) => heading).join('\n');
    const named = [...headings.matchAll(/`(\w+)/gu)].map(([, call = '']) => call);
    expect(named.sort()).toEqual(Object.keys(vendorCalls).sort());
  });

  it('names every purpose and field', () => {
    expect([...PURPOSES, ...RATING_FIELDS].filter((word) => !protocol.includes(`\`${word}\``))).toEqual([]);
  });

  it('tells the limits as they are', () => {
    const limits = new Map(tableRows(protocol, 'what', 'limit', 'else').map(([what, limit]) => [what, limit]));
    expect(limits.get('an argument, as JSON')).toBe(`${INPUT_LIMIT.toLocaleString('en')} UTF-16 units`);
    expect(limits.get('identifiers of a query')).toBe(String(PAGE_LIMIT));
    expect(limits.get('`limit` of a page')).toBe(String(PAGE_LIMIT));
    expect(limits.get('items of a `rank`')).toBe(`${MIN_RANK_ITEMS} to ${MAX_RANK_ITEMS}`);
    expect(limits.get('calls of `rank`')).toBe(`${RANK_CALLS_PER_HOUR} an hour`);
    expect(limits.get('calls of an origin')).toBe(`${burst()} at once, then 20 a second`);
  });

  it('tells the limits of requests as they are', () => {
    const { answer, messages, quoteLines, options, tiers, properties, identifiers, name, words, address } = WIRE_LIMITS;
    const { orderLines, days, months } = WIRE_LIMITS;
    const said = (number: number) => number.toLocaleString('en');
    expect(tableRows(protocol.slice(protocol.indexOf('### Over HTTP')), 'what', 'limit')).toEqual([
      ['an answer', `${said(answer)} UTF-16 units`],
      ['messages of an answer', said(messages)],
      ['lines of a quote', said(quoteLines)],
      ['options, price steps, properties, identifiers of a line', [options, tiers, properties, identifiers].join(', ')],
      ['lines of an order', said(orderLines)],
      ['a name, words, an address', `${name}, ${said(words)}, ${said(address)} characters`],
      ['lead time and right of return, warranty', `${said(days)} days, ${months} months`],
    ]);
  });

  it('names every message of a request, and every field of a demand', () => {
    const toldOf = (...columns: string[]) => tableRows(protocol, '`kind`', ...columns).map(([kind]) => kind);
    const kindsOf = (schema: { options: readonly { entries: { kind: { literal: string } } }[] }) =>
      schema.options.map(({ entries }) => entries.kind.literal);
    expect(toldOf('beside `kind`', 'what it is')).toEqual(kindsOf(personMessage));
    expect(toldOf('schema.org', 'what it is')).toEqual(kindsOf(vendorMessage));
    const named = Object.keys(demand.entries).filter((field) => field !== '@type');
    expect(named.filter((field) => !protocol.includes(`\`${field}`))).toEqual([]);
  });

  it('shows a customer.json that can be read', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/u.exec(protocol) ?? [];
    expect(readCustomerDocument(example, originOf('https://shop.example')).asks).toHaveLength(1);
  });
});

/** How many calls a fresh budget has at once. */
function burst(): number {
  const budget = new CallBudget();
  for (let count = 0; ; count += 1) {
    try {
      budget.spend(originOf('https://shop.example'), 0);
    } catch {
      return count;
    }
  }
}

describe('docs/data-model.md', () => {
  it('has the tables of the database, with their keys', () => {
    const tables = Object.entries({ ...SCHEMA_1, ...SCHEMA_2, ...SCHEMA_3 }).map(([name, indexes]) => [
      name,
      indexes.split(',')[0]?.replace('&', ''),
    ]);
    expect(tableRows(textOf('docs/data-model.md'), 'table', 'key', 'holds').map(([name, key]) => [name, key])).toEqual(
      tables,
    );
  });
});

describe('the example of an export in docs/data-model.md', () => {
  it('can be read, as every line of it says', async () => {
    const [, example = ''] = /```jsonl\n([\s\S]*?)```/u.exec(textOf('docs/data-model.md')) ?? [];
    const opened = await openBackupFile(new Blob([example]));
    expect(opened).toMatchObject({ outcome: 'read', file: { head: { version: EXPORT_VERSION } } });
    const tables = opened.outcome === 'read' ? opened.file.tables : new Map<string, ReadonlyMap<string, object>>();
    expect([...(tables.get('items')?.values() ?? [])]).toMatchObject([{ name: 'M', year: 1931 }]);
  });
});

describe('PRIVACY.md', () => {
  const privacy = textOf('PRIVACY.md');

  it('says what each permission is for, and names no other', () => {
    expect(tableRows(privacy, 'permission', 'what it is for').map(([name]) => name)).toEqual(manifest.permissions);
    expect(tableRows(privacy, 'asked for when needed', 'what it is for').map(([name]) => name)).toEqual([
      ...manifest.optional_permissions,
      ...manifest.optional_host_permissions,
    ]);
  });

  it('names the kinds of data that Firefox is told of', () => {
    const declared = manifest.browser_specific_settings.gecko.data_collection_permissions;
    expect(declared.required).toEqual(['none']);
    expect(tableRows(privacy, 'data', 'what it is for').map(([name]) => name)).toEqual(declared.optional);
  });
});

describe('SECURITY.md', () => {
  it('writes down the policy that the manifest has', () => {
    const [, policy = ''] = /```\n(default-src[^\n]*)\n```/u.exec(textOf('SECURITY.md')) ?? [];
    expect(policy).toBe(manifest.content_security_policy.extension_pages);
  });
});

describe('docs/decisions', () => {
  const files = filesIn('docs/decisions').map((path) => path.slice('docs/decisions/'.length));

  it('are numbered, without a gap', () => {
    expect(files.map((name) => Number(/^(\d{4})-[a-z\d-]+\.md$/u.exec(name)?.[1]))).toEqual(
      files.map((_name, index) => index + 1),
    );
  });

  it.each(files)('%s says its number, what was decided and why, on a page', (name) => {
    const text = textOf(`docs/decisions/${name}`);
    expect(Number(/^# (\d+)[. ]/u.exec(text)?.[1])).toBe(Number(name.slice(0, 4)));
    expect(text).toMatch(/^(?:## Context|\*\*Context\.\*\*)/mu);
    expect(text).toMatch(/^(?:## Decision|\*\*Decision\.\*\*)/mu);
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
  });
});

describe('every document', () => {
  const documents = filesIn('docs', '.md').concat(
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'PRIVACY.md',
    'README.md',
    'SECURITY.md',
  );

  it.each(documents)('%s links only to files that are there', (path) => {
    const here = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const links = [...textOf(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map(([, link = '']) =>
      new URL(link, `file:///${here}`).pathname.slice(1),
    );
    const missing = links.filter((link) => !existsSync(join(ROOT, link)));
    expect(missing).toEqual([]);
  });
});
