import { describe, expect, it } from 'vitest';
import type { Counter } from '../../../../src/domain/counter.ts';
import { THREAD_REFUSALS } from '../../../../src/domain/thread.ts';
import { stepThread } from '../../../../src/policy/request/step-thread.ts';
import type { ThreadStep } from '../../../../src/policy/request/thread-event.ts';
import { decimal, messageId, NOW, quantity } from '../../../support/request-samples.ts';
import { at, EVENTS, nameOf, PLACES, type Place } from '../../../support/thread-samples.ts';

const PLACE_NAMES = Object.keys(PLACES) as Place[];

/** A row an event, a column a place: where it leads, or `!` why not; `>` what is sent, `X` a failure told to the person. */
const TABLE = `
                   | asked                      | acknowledged               | interested                 | questioned                 | quoted                     | countered                  | accepted                   | failed                             | ordered             | ended          | fallen
quote              | quoted                     | quoted                     | !not-now                   | quoted                     | !superseded                | !superseded                | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
requote            | quoted                     | quoted                     | !not-now                   | quoted                     | quoted                     | quoted                     | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
pending            | quoted                     | quoted                     | !not-now                   | quoted                     | quoted                     | quoted                     | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
stale quote        | !quote-expired X >failure  | !quote-expired X >failure  | !not-now                   | !quote-expired X >failure  | !quote-expired X >failure  | !quote-expired X >failure  | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
senseless quote    | !quote-inconsistent X >failure| !quote-inconsistent X >failure| !not-now                   | !quote-inconsistent X >failure| !quote-inconsistent X >failure| !quote-inconsistent X >failure| !accepted                  | !accepted                          | !accepted           | !ended         | !ended
unasked quote      | !unknown-line X >failure   | !unknown-line X >failure   | !not-now                   | !unknown-line X >failure   | !unknown-line X >failure   | !unknown-line X >failure   | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
interest           | !not-now                   | !not-now                   | acknowledged               | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                           | !not-now            | !ended         | !ended
question           | acknowledged               | acknowledged               | acknowledged               | !question-open             | quoted                     | countered                  | accepted                   | accepted/failed                    | ordered             | !ended         | !ended
referral           | ended:referred             | ended:referred             | ended:referred             | ended:referred             | quoted                     | countered                  | accepted                   | accepted/failed                    | ordered             | !ended         | !ended
decline            | ended:declined             | ended:declined             | ended:declined             | ended:declined             | ended:declined             | ended:declined             | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
decline counter    | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | quoted                     | !not-now                   | !not-now                           | !not-now            | !ended         | !ended
decline acceptance | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | ended:declined             | ended:declined                     | !not-now            | !ended         | !ended
confirmation       | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | ordered                    | ordered                            | !not-now            | !ended         | !ended
vendor fails       | ended:failed X             | ended:failed X             | ended:failed X             | ended:failed X             | ended:failed X             | ended:failed X             | accepted/failed X          | accepted/failed X                  | ordered X           | !ended         | !ended
garbled            | asked X >failure           | acknowledged X >failure    | acknowledged X >failure    | acknowledged X >failure    | quoted X >failure          | countered X >failure       | accepted X >failure        | accepted/failed X >failure         | ordered X >failure  | !ended         | !ended
show rest          | !not-now                   | !not-now                   | acknowledged >request      | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                           | !not-now            | !ended         | !ended
answer             | !no-question               | !no-question               | !no-question               | acknowledged >answer       | !no-question               | !no-question               | !no-question               | !no-question                       | !no-question        | !ended         | !ended
counter            | !not-now                   | !not-now                   | !not-now                   | !not-now                   | countered >counter         | !counter-open              | !not-now                   | !not-now                           | !not-now            | !ended         | !ended
accept             | !not-now                   | !not-now                   | !not-now                   | !not-now                   | accepted >acceptance       | accepted >acceptance       | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
try again          | !no-failure                | !no-failure                | !no-failure                | !no-failure                | !no-failure                | !no-failure                | !no-failure                | accepted >acceptance               | !no-failure         | !ended         | !ended
take back          | !no-failure                | !no-failure                | !no-failure                | !no-failure                | !no-failure                | !no-failure                | !no-failure                | ended:failed X >failure            | !no-failure         | !ended         | !ended
let down           | ended:let-down >let-down   | ended:let-down >let-down   | ended:let-down >let-down   | ended:let-down >let-down   | ended:let-down >let-down   | ended:let-down >let-down   | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
withdraw           | ended:withdrawn >ended     | ended:withdrawn >ended     | ended:withdrawn >ended     | ended:withdrawn >ended     | ended:withdrawn >ended     | ended:withdrawn >ended     | !accepted                  | !accepted                          | !accepted           | !ended         | !ended
keep               | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | ended:kept                 | ended:kept                         | ended:kept          | !ended         | !ended
fall through       | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                           | ended:fell-through  | !ended         | !ended
stand again        | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                   | !not-now                           | !not-now            | !ended         | ordered
tick               | asked                      | acknowledged               | acknowledged               | acknowledged               | quoted                     | countered                  | accepted                   | accepted/failed                    | ordered             | ended:let-down | ended:fell-through
`;

const rows = TABLE.trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()));
const cells = rows
  .slice(1)
  .flatMap(([event = '', ...expected]) =>
    expected.map((cell, index) => [event as keyof typeof EVENTS, PLACE_NAMES[index]!, cell] as const),
  );

function told({ thread, effects, refusal }: ThreadStep): string {
  const signs = effects.map((effect) =>
    effect.kind === 'send' ? ` >${effect.message.kind}` : effect.kind === 'failed' ? ' X' : '',
  );
  return (refusal === undefined ? nameOf(thread.phase) : `!${refusal}`) + signs.join('');
}

describe('stepThread', () => {
  it('has a cell for every event in every place', () => {
    expect(rows[0]?.slice(-PLACE_NAMES.length)).toEqual(PLACE_NAMES);
    expect(cells).toHaveLength(Object.keys(EVENTS).length * PLACE_NAMES.length);
  });

  it.each(cells)('takes %s when %s: %s', (event, place, expected) => {
    expect(told(stepThread(PLACES[place], EVENTS[event], at(NOW)))).toBe(expected);
  });

  it.each(cells.filter(([, , expected]) => /^!\S+$/u.test(expected)))(
    'moves nothing when it refuses %s when %s: %s',
    (event, place) => {
      const before = PLACES[place];
      const { thread, effects } = stepThread(before, EVENTS[event], at(NOW));
      expect({ ...thread, heard: before.heard }).toEqual(before);
      expect(effects.filter(({ kind }) => kind !== 'keep')).toEqual([]);
    },
  );

  it.each(cells.filter(([, , expected]) => /^!\S+ X/u.test(expected)))(
    'stays where it was, but for its patience, when it tells of %s when %s: %s',
    (event, place) => {
      const before = PLACES[place];
      const { thread } = stepThread(before, EVENTS[event], at(NOW));
      const { heard, garbled, sent, outbox } = before;
      expect({ ...thread, heard, garbled, sent, outbox }).toEqual(before);
      expect(thread.garbled).toBe(garbled + 1);
    },
  );

  it.each<[string, Counter['lines'][number], string]>([
    ['another number', { offer: 'a', quantity: quantity('7') }, 'countered >counter'],
    ['nothing of it', { offer: 'a', quantity: { ...quantity('1'), value: decimal('0') } }, '!choice-impossible'],
    ['less than nothing', { offer: 'a', quantity: { ...quantity('1'), value: decimal('-1') } }, '!choice-impossible'],
    ['another unit', { offer: 'a', quantity: quantity('1', 'KGM') }, '!choice-impossible'],
    ['what is not offered', { offer: 'z', quantity: quantity('1') }, '!choice-impossible'],
  ])('counters a quote with %s', (_what, line, expected) => {
    const counter: Counter = { quote: messageId('q1'), lines: [line] };
    expect(told(stepThread(PLACES.quoted, { kind: 'counter', counter }, at(NOW)))).toBe(expected);
  });

  it('refuses for no reason that is not on the list', () => {
    const given = cells
      .filter(([, , cell]) => cell.startsWith('!'))
      .map(([, , cell]) => cell.slice(1).split(' ', 1)[0]!);
    expect(given.filter((reason) => !(THREAD_REFUSALS as readonly string[]).includes(reason))).toEqual([]);
  });
});
