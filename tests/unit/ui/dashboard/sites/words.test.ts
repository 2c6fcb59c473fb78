import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { VendorOverview } from '../../../../../src/app/list-vendors.ts';
import type { LogEntry } from '../../../../../src/app/vendor-log.ts';
import type { Disclosure, RankCause } from '../../../../../src/domain/disclosure.ts';
import type { Decision } from '../../../../../src/domain/grant.ts';
import type { Vendor } from '../../../../../src/domain/vendor.ts';
import { fieldsText, logTitle, silenceText } from '../../../../../src/ui/dashboard/sites/log-words.ts';
import { overviewLine, stateLine } from '../../../../../src/ui/dashboard/sites/overview-words.ts';
import { causeText } from '../../../../../src/ui/dashboard/sites/rank-words.ts';
import { speak } from '../../../../support/fake-browser.ts';

afterEach(() => speak('en'));

/** Without the marks that keep the direction of a name to itself, and with one sort of space. */
function plain(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '').replaceAll(/\s/gu, ' ');
}

describe('causeText', () => {
  it.each<[RankCause, string, string]>([
    [{ kind: 'rated', value: 80 }, 'because you rated it (80 of 100)', 'weil Du es bewertet hast (80 von 100)'],
    [
      { kind: 'creator', of: 'Ada', count: 3, value: 85.6 },
      'because you rated 3 things by Ada (86 of 100)',
      'weil Du 3 Sachen von Ada bewertet hast (86 von 100)',
    ],
    [
      { kind: 'genre', of: 'noir', count: 1 },
      'because you rated 1 thing of the genre noir',
      'weil Du 1 Sache aus dem Genre noir bewertet hast',
    ],
    [
      { kind: 'era', of: '1995–1999', count: 2 },
      'because you rated 2 things from 1995–1999',
      'weil Du 2 Sachen aus der Zeit 1995–1999 bewertet hast',
    ],
    [{ kind: 'never', of: 'Acme' }, 'because you never want Acme', 'weil Du Acme niemals willst'],
    [
      { kind: 'average' },
      'because of what others think, as the site told it',
      'weil andere es so sehen, wie die Seite sagt',
    ],
  ])('says %j', (cause, english, german) => {
    expect(plain(causeText(cause))).toBe(english);
    speak('de');
    expect(plain(causeText(cause))).toBe(german);
  });

  it('keeps an override of direction in a name from turning the sentence round', () => {
    expect(causeText({ kind: 'preferred', of: '\u202Ex' })).toBe('because you prefer \u2068\u202Ex\u2069');
  });
});

describe('logTitle', () => {
  function read(disclosure: Partial<Disclosure>): LogEntry {
    return { kind: 'read', atMs: 0, disclosure: { records: [], ...disclosure } as Disclosure };
  }
  const record = { id: 'r', name: 'x' } as Disclosure['records'][number];
  const reason = { index: 0, name: 'x', causes: [] };

  it.each<[LogEntry, string]>([
    [read({ call: 'ratings', records: [record, record] }), 'Read 2 ratings'],
    [read({ call: 'ratings' }), 'Read your ratings: there was nothing to give'],
    [read({ call: 'preferences', records: [record] }), 'Read 1 preference'],
    [read({ call: 'rank', ranked: [reason, reason] }), 'Had 2 things of its own put in your order'],
    [
      { kind: 'asked', atMs: 0, decision: { outcome: 'silenced' } as Decision },
      'Asked, and Sayso refused without showing it to you',
    ],
    [{ kind: 'changed', atMs: 0, change: { kind: 'revoked' } as never }, 'You stopped what it was allowed'],
  ])('%#: says what happened', (entry, title) => {
    expect(logTitle(entry)).toBe(title);
  });

  it('names the fields that went along, and none it does not know', () => {
    expect(fieldsText({ fields: ['dateCreated', 'keywords', 'constructor'] } as unknown as Disclosure)).toBe(
      'with each: When you rated it and Your tags',
    );
    expect(fieldsText({ fields: [] } as unknown as Disclosure)).toBe('');
  });

  it.each<[Partial<Decision>, string]>([
    [{}, ''],
    [{ silentForever: true }, 'It may not ask this again.'],
    [{ silentUntilMs: new Date(2026, 0, 2, 9).getTime() }, 'It may not ask this again until Jan 2, 2026, 9:00 AM.'],
  ])('tells of %j whether the site may ask again', (decision, text) => {
    expect(plain(silenceText(decision as Decision))).toBe(text);
  });
});

describe('overviewLine', () => {
  const overview = { grants: [], reads: 0, refused: 0 } as unknown as VendorOverview;

  it('says so where there is nothing', () => {
    expect(overviewLine(overview)).toBe('no permission · never read anything');
  });

  it('counts only what still holds', () => {
    const grants = [
      { status: 'active', duration: 'until-stopped' },
      { status: 'revoked', duration: 'month', untilMs: 1 },
    ] as unknown as VendorOverview['grants'];
    const lastReadAtMs = new Date(2026, 0, 2, 9).getTime();
    expect(plain(overviewLine({ ...overview, grants, reads: 2, lastReadAtMs, refused: 1 }))).toBe(
      '1 permission until you stop it · read 2 times, last Jan 2, 2026, 9:00 AM · 1 ask refused',
    );
  });
});

describe('stateLine', () => {
  it.each<[Partial<Vendor>, string]>([
    [{ isConnected: true, hasStars: true }, 'connected · shows your stars'],
    [{ hasStars: true }, 'not connected · shows your stars'],
    [{ isBlocked: true, isConnected: true }, 'blocked'],
    [{}, 'not connected'],
  ])('says %j', (vendor, line) => {
    expect(stateLine(vendor as Vendor)).toBe(line);
  });
});
