import type { Ask, Grant, Need } from '../../protocol/customer.ts';
import { notAllowed } from './failures.ts';
import type { HeldTestGrant, TestGift } from './test-types.ts';

/** The grants of one test person to one vendor. */
export interface GrantBook {
  /** Writes a grant down; one that answered the same ask before is replaced. */
  add(ask: Ask, gift: TestGift, person?: string): Grant;
  active(): readonly Grant[];
  /** The grant that answers this very ask, to the letter: the person has decided, and need not be asked again. */
  answering(ask: Ask): Grant | undefined;
  /** The needs that `call` may be answered from. @throws {DOMException} `NotAllowedError` if there are none */
  needsFor(call: ReadCall): readonly Need[];
  /** Spends the turn of `call` in every grant that is good for once. @returns whether any grant ended by it */
  spend(call: ReadCall): boolean;
  /** Ends one grant. @returns whether it was held */
  end(id: string): boolean;
  endAll(): boolean;
}

/** The calls that read under a grant. */
export type ReadCall = 'ratings' | 'preferences' | 'rank';

/** @param nowMs - gives the present, in milliseconds since the Unix epoch */
export function createGrantBook(nowMs: () => number): GrantBook {
  let held: readonly HeldTestGrant[] = [];

  function alive(): readonly HeldTestGrant[] {
    held = held.filter(({ untilMs }) => untilMs === undefined || untilMs > nowMs());
    return held;
  }

  /** @returns whether any went */
  function keep(isKept: (each: HeldTestGrant) => boolean): boolean {
    const before = alive().length;
    held = held.filter(isKept);
    return held.length < before;
  }

  return {
    add(ask, { scope, uses = 'many', untilMs }, person = crypto.randomUUID()) {
      const grant: Grant = {
        id: crypto.randomUUID(),
        person,
        scope,
        purpose: ask.purpose,
        agreement: ask.agreement ?? defaultAgreement(scope),
        retention: ask.retention,
        sharing: ask.sharing,
        from: new Date(nowMs()).toISOString(),
        ...(untilMs !== undefined && { until: new Date(untilMs).toISOString() }),
        uses,
        status: 'active',
      };
      held = [...alive().filter((each) => each.ask.id !== ask.id), { ask, grant, untilMs, usedCalls: new Set() }];
      return grant;
    },
    active: () => alive().map(({ grant }) => grant),
    answering: (ask) => alive().find(({ ask: answered }) => isSame(answered, ask))?.grant,
    needsFor(call) {
      const needs = alive()
        .filter(({ usedCalls }) => !usedCalls.has(call))
        .flatMap(({ grant }) => grant.scope.filter((need) => answers(need, call)));
      if (needs.length === 0) {
        throw notAllowed();
      }
      return needs;
    },
    spend(call) {
      held = alive().map((each) =>
        each.grant.uses === 'once' ? { ...each, usedCalls: new Set([...each.usedCalls, call]) } : each,
      );
      return keep(
        ({ grant, usedCalls }) => grant.uses === 'many' || callsOf(grant).some((name) => !usedCalls.has(name)),
      );
    },
    end: (id) => keep(({ grant }) => grant.id !== id),
    endAll: () => keep(() => false),
  };
}

function defaultAgreement(scope: readonly Need[]): string {
  return scope.some(({ collection }) => collection === 'intentions') ? 'PDC-INTENT' : 'SD-BASE';
}

function isSame(one: Ask, other: Ask): boolean {
  const sorted = (ask: Ask): string => JSON.stringify(Object.entries(ask).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}

/** Who may read ratings may have an order by them as well; who may have an order may read nothing. */
function answers({ collection, derive }: Need, call: ReadCall): boolean {
  return call === 'rank'
    ? collection === 'ratings' || (collection === 'preferences' && derive === 'rank')
    : collection === call && derive === undefined;
}

/** The calls that a grant good for once names: each has one turn. */
function callsOf({ scope }: Grant): readonly ReadCall[] {
  return scope.flatMap(({ collection, derive }) =>
    collection === 'intentions' ? [] : [derive === 'rank' ? 'rank' : collection],
  );
}
