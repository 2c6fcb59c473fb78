import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { HeldGrant } from '../../../../../src/domain/grant.ts';
import { grantEnd, lastToEnd } from '../../../../../src/ui/dashboard/sites/grant-end.ts';

const untilMs = new Date(2026, 4, 6, 12, 30).getTime();

describe('grantEnd', () => {
  it.each([
    [{ duration: 'once', untilMs }, 'for one read'],
    [{ duration: 'month', untilMs }, 'until May 6, 2026, 12:30 PM'],
    [{ duration: 'session' }, 'until the browser closes'],
    [{ duration: 'session', untilMs }, 'until May 6, 2026, 12:30 PM'],
    [{ duration: 'until-stopped' }, 'until you stop it'],
    [{ duration: 'until-stopped', untilMs }, 'until May 6, 2026, 12:30 PM'],
  ] as const)('tells the end of %j', (grant, text) => {
    // Browsers put one sort of space or another before AM and PM.
    expect(grantEnd(grant).replaceAll(/\s/gu, ' ')).toBe(text);
  });
});

describe('lastToEnd', () => {
  type Ends = Pick<HeldGrant, 'duration' | 'untilMs'>;
  const hour = { duration: 'hour', untilMs: 1 } as const;
  const month = { duration: 'month', untilMs: 2 } as const;
  const session = { duration: 'session' } as const;
  const forever = { duration: 'until-stopped' } as const;

  it.each<[Ends[], Ends | undefined]>([
    [[], undefined],
    [[hour, month], month],
    [[month, session, hour], session],
    [[session, forever, month], forever],
  ])('of %j is %j', (grants, last) => {
    expect(lastToEnd(grants)).toBe(last);
  });
});
