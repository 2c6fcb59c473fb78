import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CastRequest } from '../../../../src/domain/cast-request.ts';
import type { RequestForProposals } from '../../../../src/domain/request-for-proposals.ts';
import type { Thread } from '../../../../src/domain/thread.ts';
import type { RequestEvent, RequestStep } from '../../../../src/policy/request/request-event.ts';
import { requestDueAtMs } from '../../../../src/policy/request/request-due.ts';
import { newCastRequest, stepRequest } from '../../../../src/policy/request/step-request.ts';
import type { AskedVendor } from '../../../../src/policy/request/step-thread.ts';
import {
  ASKED,
  confirmation,
  DAY,
  decline,
  DELIVERY,
  euro,
  HOUR,
  messageId,
  NOW,
  OTHER_ASKED,
  OTHER_THREAD,
  quote,
  request,
  THREAD,
} from '../../../support/request-samples.ts';
import { EVENTS, FALL, FULFILMENT, heard } from '../../../support/thread-samples.ts';

const DRAFT = newCastRequest(request());
const CAST: RequestEvent = { kind: 'cast', to: [ASKED, OTHER_ASKED] };

function walk(
  events: readonly RequestEvent[],
  from: RequestStep = { cast: DRAFT, threads: [], effects: [] },
): RequestStep {
  return events.reduce((step, event) => stepRequest(step.cast, step.threads, event, NOW), from);
}

function inThread(
  thread: AskedVendor['id'],
  event: Extract<RequestEvent, { kind: 'in-thread' }>['event'],
): RequestEvent {
  return { kind: 'in-thread', thread, event };
}

function quoted(thread: AskedVendor['id']): RequestEvent {
  return inThread(thread, heard(quote('q1')));
}

function accept(thread: AskedVendor['id']): RequestEvent {
  return {
    kind: 'accept',
    thread,
    acceptance: { quote: messageId('q1'), choice: [{ offer: 'a', options: [] }] },
    delivery: DELIVERY,
  };
}

const CONFIRMED = inThread(THREAD, heard(confirmation('c', 'q1')));
const STAND_AGAIN: RequestEvent = { kind: 'stand-again', thread: THREAD };

const PLACES = {
  draft: walk([]),
  open: walk([CAST, quoted(THREAD), quoted(OTHER_THREAD)]),
  accepted: walk([CAST, quoted(THREAD), quoted(OTHER_THREAD), accept(THREAD)]),
  ordered: walk([CAST, quoted(THREAD), quoted(OTHER_THREAD), accept(THREAD), CONFIRMED]),
  fallen: walk([CAST, quoted(THREAD), quoted(OTHER_THREAD), accept(THREAD), CONFIRMED, FALL]),
  ended: walk([CAST, { kind: 'end', as: 'withdrawn' }]),
};

const LATER = request().lapsesAtMs + DAY;
const REQUEST_EVENTS = {
  change: { kind: 'change', request: request({ category: 'pram' }) },
  'change nothing': { kind: 'change', request: request({ note: 'Other words.' }) },
  empty: { kind: 'change', request: request({ lines: [] }) },
  cast: CAST,
  'cast another': { kind: 'cast', to: [{ ...ASKED, vendor: 'https://third.example' as AskedVendor['vendor'] }] },
  extend: { kind: 'extend', lapsesAtMs: LATER },
  shorten: { kind: 'extend', lapsesAtMs: NOW + HOUR },
  accept: accept(THREAD),
  'accept other': accept(OTHER_THREAD),
  'accept nobody': accept('00000000-0000-4000-8000-000000000000' as AskedVendor['id']),
  'take back': { kind: 'take-back' },
  'let others down': { kind: 'let-others-down', reason: 'comparison' },
  keep: { kind: 'keep', fulfilment: FULFILMENT },
  'fall through': FALL,
  'stand again': STAND_AGAIN,
  withdraw: { kind: 'end', as: 'withdrawn' },
  close: { kind: 'end', as: 'closed' },
  tick: { kind: 'tick' },
} as const satisfies Record<string, RequestEvent>;

/** Where it leads, the version, and what is sent to how many; `!` a refusal. */
const TABLE = `
                | draft               | open                       | accepted                 | ordered                 | fallen                     | ended
change          | draft v1            | open v2 request×2          | !not-now                 | !not-now                | open v2 request×1          | !ended
change nothing  | draft v1            | open v2                    | !not-now                 | !not-now                | open v2                    | !ended
empty           | draft v1            | !incomplete                | !not-now                 | !not-now                | !incomplete                | !ended
cast            | open v1 request×2   | !already-asked             | !already-accepted        | !already-accepted       | !already-asked             | !ended
cast another    | open v1 request×1   | open v1 request×1          | !already-accepted        | !already-accepted       | open v1 request×1          | !ended
extend          | !not-now            | open v2 request×2          | !not-now                 | !not-now                | open v2 request×1          | !ended
shorten         | !not-now            | !not-later                 | !not-now                 | !not-now                | !not-later                 | !ended
accept          | !not-now            | accepted v1 acceptance×1   | !already-accepted        | !already-accepted       | !ended                     | !ended
accept other    | !not-now            | accepted v1 acceptance×1   | !already-accepted        | !already-accepted       | accepted v1 acceptance×1   | !ended
accept nobody   | !not-now            | !no-thread                 | !already-accepted        | !already-accepted       | !no-thread                 | !ended
take back       | !not-now            | !not-now                   | !no-failure              | !no-failure             | !not-now                   | !ended
let others down | !not-now            | !not-now                   | accepted v1 let-down×1   | accepted v1 let-down×1  | !not-now                   | !ended
keep            | !not-now            | !not-now                   | ended:kept v1 ended×1    | ended:kept v1 ended×1   | !not-now                   | !ended
fall through    | !not-now            | !not-now                   | !not-now                 | open v1                 | !not-now                   | !ended
stand again     | !not-now            | !not-now                   | !already-accepted        | !already-accepted       | accepted v1                | !ended
withdraw        | ended:withdrawn v1  | ended:withdrawn v1 ended×2 | !already-accepted        | !already-accepted       | ended:withdrawn v1 ended×1 | !ended
close           | ended:closed v1     | ended:closed v1 ended×2    | !already-accepted        | !already-accepted       | ended:closed v1 ended×1    | !ended
tick            | draft v1            | open v1                    | accepted v1              | accepted v1             | open v1                    | ended:withdrawn v1
`;

const rows = TABLE.trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()));
const cells = rows
  .slice(1)
  .flatMap(([event = '', ...expected]) =>
    expected.map(
      (cell, index) =>
        [event as keyof typeof REQUEST_EVENTS, Object.keys(PLACES)[index] as keyof typeof PLACES, cell] as const,
    ),
  );

function sentIn({ effects }: RequestStep): string[] {
  return effects.flatMap((each) =>
    each.kind === 'in-thread' && each.effect.kind === 'send' ? [each.effect.message.kind] : [],
  );
}

function told(step: RequestStep): string {
  const { phase, request: now } = step.cast;
  const sent = sentIn(step);
  const name = phase.kind === 'ended' ? `ended:${phase.as}` : phase.kind;
  const what = sent.length === 0 ? '' : ` ${sent[0]}×${sent.length}`;
  return step.refusal === undefined ? `${name} v${now.version}${what}` : `!${step.refusal}`;
}

describe('stepRequest', () => {
  it('has a cell for every event in every place', () => {
    expect(cells).toHaveLength(Object.keys(REQUEST_EVENTS).length * Object.keys(PLACES).length);
  });

  it.each(cells)('takes %s when %s: %s', (event, place, expected) => {
    const { cast, threads } = PLACES[place];
    const step = stepRequest(cast, threads, REQUEST_EVENTS[event], NOW);
    expect(told(step)).toBe(expected);
    if (expected.startsWith('!')) {
      expect([step.cast, step.threads, step.effects]).toEqual([cast, threads, []]);
    }
  });

  it('is open again when the vendor declines the acceptance, and another can be accepted', () => {
    const declined = inThread(THREAD, heard(decline('d', 'acceptance')));
    const step = walk([declined], PLACES.accepted);
    expect(step.cast.phase).toEqual({ kind: 'open' });
    expect(walk([accept(OTHER_THREAD)], step).cast.phase).toEqual({ kind: 'accepted', thread: OTHER_THREAD });
  });

  it('is open again when the person takes a failed acceptance back', () => {
    const dead = inThread(THREAD, { kind: 'undelivered', number: 2, dead: 'endpoint-gone' });
    const failed = walk([dead], PLACES.accepted);
    expect(failed.cast.phase.kind).toBe('accepted');
    expect(walk([{ kind: 'take-back' }], failed).cast.phase).toEqual({ kind: 'open' });
  });

  it('stands again also where its time was over at once, and not once another is accepted', () => {
    const late = request().lapsesAtMs + DAY;
    const { cast, threads } = walk([REQUEST_EVENTS['let others down']], PLACES.ordered);
    const fallen = stepRequest(cast, threads, FALL, late);
    const lapsed = stepRequest(fallen.cast, fallen.threads, { kind: 'tick' }, late);
    expect([fallen.cast.phase, lapsed.cast.phase]).toEqual([{ kind: 'open' }, { kind: 'ended', as: 'lapsed' }]);
    const again = stepRequest(lapsed.cast, lapsed.threads, STAND_AGAIN, late);
    expect(again.cast.phase).toEqual({ kind: 'accepted', thread: THREAD });
    expect(again.threads.find(({ id }) => id === THREAD)).toEqual(threads.find(({ id }) => id === THREAD));
    expect(walk([accept(OTHER_THREAD), STAND_AGAIN], PLACES.fallen).refusal).toBe('already-accepted');
  });

  it('tells why another was taken to who made a quote, and no reason to who made none', () => {
    const two = walk([CAST, quoted(THREAD), quoted(OTHER_THREAD), accept(THREAD), REQUEST_EVENTS['let others down']]);
    const one = walk([CAST, quoted(THREAD), accept(THREAD), REQUEST_EVENTS['let others down']]);
    const ends = [two, one].map(({ threads }) => threads.find(({ id }) => id === OTHER_THREAD)!.phase);
    expect(ends).toEqual([
      { kind: 'ended', end: { as: 'let-down', reason: 'comparison' } },
      { kind: 'ended', end: { as: 'let-down' } },
    ]);
  });

  it('stays open when the vendor’s thread refuses the acceptance', () => {
    const { cast, threads } = PLACES.open;
    const step = stepRequest(cast, threads, accept(THREAD), NOW + 6 * DAY);
    expect([step.refusal, step.cast.phase.kind]).toEqual(['quote-expired', 'open']);
  });

  it('takes a late quote of another vendor for what it is, and not of the one accepted', () => {
    const late = heard(quote('q2', { replaces: messageId('q1') }));
    expect(walk([inThread(OTHER_THREAD, late)], PLACES.accepted).refusal).toBeUndefined();
    expect(walk([inThread(THREAD, late)], PLACES.accepted).refusal).toBe('accepted');
  });

  it('needs, to keep an order, the confirmation of nobody', () => {
    const confirmed = inThread(THREAD, heard(confirmation('c', 'q1')));
    expect(told(walk([confirmed, REQUEST_EVENTS.keep], PLACES.accepted))).toBe('ended:kept v1 ended×1');
  });

  it('asks a vendor anew whose thread is over', () => {
    const over = walk([CAST, inThread(THREAD, heard(decline('d')))]);
    const again = { ...ASKED, id: '00000000-0000-4000-8000-000000000000' as AskedVendor['id'] };
    expect(walk([{ kind: 'cast', to: [again] }], over).refusal).toBeUndefined();
  });

  const ruleBy = (deadlineMs: number) => ({ rule: { pick: 'cheapest', price: euro('20'), deadlineMs } }) as const;

  it.each<[string, Partial<RequestForProposals>, string]>([
    ['whose time for answers is over', { answerByMs: NOW }, '!answer-over'],
    ['whose time for answers is not', { answerByMs: NOW + 1 }, 'open v1 request×2'],
    ['whose rule is over', ruleBy(NOW), '!rule-over'],
    ['whose rule is not', ruleBy(NOW + 1), 'open v1 request×2'],
    ['that is over', { lapsesAtMs: NOW }, '!not-later'],
  ])('casts a request %s: %j: %s', (_what, part, expected) => {
    const cast = newCastRequest(request(part));
    const step = stepRequest(cast, [], CAST, NOW);
    expect(told(step)).toBe(expected);
    expect(step.threads).toHaveLength(expected.startsWith('!') ? 0 : 2);
  });

  it('lapses when its threads have, reminds a day before, and of its rule', () => {
    const ruled = newCastRequest(request({ rule: { pick: 'cheapest', price: euro('20'), deadlineMs: NOW + DAY } }));
    let step = walk([CAST], { cast: ruled, threads: [], effects: [] });
    const told: string[] = [];
    for (
      let due = requestDueAtMs(step.cast, step.threads);
      due !== undefined;
      due = requestDueAtMs(step.cast, step.threads)
    ) {
      step = stepRequest(step.cast, step.threads, { kind: 'tick' }, due);
      told.push(
        ...step.effects.flatMap((each) => (each.kind === 'remind' ? [`${(due - NOW) / DAY}: ${each.of}`] : [])),
      );
    }
    expect(told).toEqual(['1: rule', '9: lapse']);
    expect(step.cast.phase).toEqual({ kind: 'ended', as: 'lapsed' });
  });

  it('gives a vendor a count of its own copies, not the version', () => {
    const changed = walk([REQUEST_EVENTS.change, REQUEST_EVENTS['cast another']], PLACES.open);
    expect(changed.cast.request.version).toBe(2);
    expect(changed.threads.map(({ copy }) => copy.copy)).toEqual([2, 2, 1]);
  });

  it('never has two acceptances at once, whatever happens', () => {
    const thread = fc.constantFrom(THREAD, OTHER_THREAD);
    const event: fc.Arbitrary<RequestEvent> = fc.oneof(
      thread.map(accept),
      thread.map(quoted),
      thread.chain((id) =>
        fc
          .constantFrom(
            EVENTS.quote,
            EVENTS['decline acceptance'],
            EVENTS.confirmation,
            EVENTS.decline,
            EVENTS['vendor fails'],
          )
          .map((each) => inThread(id, each)),
      ),
      thread.map((id) => inThread(id, { kind: 'undelivered', number: 2, dead: 'endpoint-gone' })),
      fc.constantFrom<RequestEvent>(...Object.values(REQUEST_EVENTS).filter(({ kind }) => kind !== 'cast')),
    );
    const isHeld = ({ phase }: Thread) => phase.kind === 'accepted' || phase.kind === 'ordered';
    fc.assert(
      fc.property(
        fc.array(fc.record({ event, byMs: fc.integer({ min: -DAY, max: DAY }) }), { maxLength: 40 }),
        (all) => {
          let { cast, threads }: { cast: CastRequest; threads: readonly Thread[] } = PLACES.open;
          let nowMs = NOW;
          for (const happening of all) {
            nowMs += happening.byMs;
            ({ cast, threads } = stepRequest(cast, threads, happening.event, nowMs));
            const held = threads.filter(isHeld).map(({ id }) => id);
            expect(held).toEqual(cast.phase.kind === 'accepted' ? [cast.phase.thread] : []);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
