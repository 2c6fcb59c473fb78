import type { Origin } from '../../domain/ids.ts';
import { CONFORMANCE_CHECKS } from './conformance-checks.ts';
import { ConformanceFault } from './conformance-fault.ts';
import { Endpoint, readAnnouncement } from './conformance-endpoint.ts';
import type { Sender } from './sender.ts';

export interface ConformanceOptions {
  /** How requests are made; `fetch` when absent. Redirects are not to be followed. */
  readonly send?: Sender;
  /** How long an endpoint may take for an answer, in milliseconds; 10,000 when absent. */
  readonly patienceMs?: number;
}

export interface ConformanceResult {
  /** The rule, as `docs/protocol.md` has it. */
  readonly rule: string;
  /** What went wrong; absent when the endpoint keeps the rule. */
  readonly fault?: string;
}

/**
 * Asks a vendor's own endpoint what a person's Sayso would, and what an attacker would, and says which rules it keeps. The requests
 * are about nothing and say so; each run is another person.
 *
 * @param origin - `https://shop.example`: its `customer.json` says where the endpoint is
 */
export async function runConformance(
  origin: string,
  { send = sendByFetch, patienceMs = 10_000 }: ConformanceOptions = {},
): Promise<readonly ConformanceResult[]> {
  const announced = await resultOf('customer.json can be read, and names quotes and keys', async () =>
    readAnnouncement(origin, send),
  );
  if (!announced.value) {
    return [announced.result];
  }
  const endpoint = new Endpoint({ origin: origin as Origin, send, patienceMs, ...announced.value });
  const results = [announced.result];
  for (const { rule, check } of CONFORMANCE_CHECKS) {
    results.push((await resultOf(rule, async () => check(endpoint))).result);
  }
  return results;
}

async function resultOf<T>(
  rule: string,
  check: () => Promise<T>,
): Promise<{ readonly result: ConformanceResult; readonly value?: T }> {
  try {
    return { result: { rule }, value: await check() };
  } catch (thrown) {
    if (thrown instanceof ConformanceFault) {
      return { result: { rule, fault: thrown.message } };
    }
    throw thrown;
  }
}

const sendByFetch: Sender = async (address, init) => fetch(address, { ...init, redirect: 'manual' });
