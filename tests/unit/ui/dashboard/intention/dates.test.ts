import { describe, expect, it } from 'vitest';
import { readMoment } from '../../../../../src/domain/moment.ts';
import { againFrom } from '../../../../../src/ui/dashboard/intention/again-from.ts';
import { laterEnds } from '../../../../../src/ui/dashboard/intention/later-ends.ts';
import { DAY, euro, NOW, request } from '../../../../support/request-samples.ts';

describe('laterEnds', () => {
  it('are later than the end there is, and than now', () => {
    expect(laterEnds(NOW + DAY, NOW)[0]).toEqual({ days: 1, lapsesAtMs: NOW + 2 * DAY });
    expect(laterEnds(NOW - DAY, NOW)[0]).toEqual({ days: 1, lapsesAtMs: NOW + DAY });
  });
});

describe('againFrom', () => {
  const rule = { pick: 'cheapest', price: euro('500'), deadlineMs: NOW - 1 } as const;
  const over = request({ lapsesAtMs: NOW - DAY, answerByMs: NOW - 2 * DAY, neededBy: readMoment('2026-11-11')!, rule });

  it('keeps all that is wanted, and no date that is over', () => {
    const { id: _id, version: _version, answerByMs: _answer, neededBy: _needed, rule: _rule, ...rest } = over;
    expect(againFrom(over, NOW)).toEqual({ ...rest, lapsesAtMs: NOW + 14 * DAY });
  });

  it('keeps dates that are to come, the day itself and its month among them', () => {
    const still = { answerByMs: NOW + 1, rule: { ...rule, deadlineMs: NOW + 1 } };
    expect(againFrom({ ...over, ...still }, NOW)).toMatchObject(still);
    expect(againFrom({ ...over, neededBy: readMoment('2026-11-12')! }, NOW).neededBy).toBe('2026-11-12');
    expect(againFrom({ ...over, neededBy: readMoment('2026-11')! }, NOW).neededBy).toBe('2026-11');
  });
});
