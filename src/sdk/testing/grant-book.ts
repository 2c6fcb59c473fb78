import type { Ask, Collection, Grant, Need } from '../../protocol/customer.ts';
import { notAllowed } from './failures.ts';
import type { HeldTestGrant, TestGift } from './test-types.ts';

/** The grants of one test person to one vendor. */
export interface GrantBook {
  /** Writes a grant down; one that answered the same ask before is replaced. */
  add(ask: Ask, gift: TestGift, person?: string): Grant;
  active(): readonly Grant[];
  /** The grant that gives all that `ask` asks, so that the person need not be asked again. */
  covering(ask: Ask): Grant | undefined;
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
      held = [
        ...alive().filter(({ askId }) => askId !== ask.id),
        { askId: ask.id, grant, untilMs, usedCalls: new Set() },
      ];
      return grant;
    },
    active: () => alive().map(({ grant }) => grant),
    covering({ id, required, optional }) {
      const given = (scope: readonly Need[]): string[] => scope.map((need) => JSON.stringify(need));
      return alive().find(
        ({ askId, grant }) =>
          askId === id && given([...required, ...optional]).every((need) => given(grant.scope).includes(need)),
      )?.grant;
    },
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

function answers(need: Need, call: ReadCall): boolean {
  const from: Collection = call === 'preferences' ? 'preferences' : 'ratings';
  return need.collection === from && (need.derive === 'rank') === (call === 'rank');
}

function callsOf(grant: Grant): readonly ReadCall[] {
  const calls: readonly ReadCall[] = ['ratings', 'preferences', 'rank'];
  return calls.filter((call) => grant.scope.some((need) => answers(need, call)));
}
