import { beforeEach, vi } from 'vitest';
import { castRequest } from '../../../src/app/cast-request.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { requestStory, type RequestStory } from '../../../src/app/list-requests.ts';
import { writeRequest } from '../../../src/app/write-request.ts';
import { Courier } from '../../../src/background/courier.ts';
import { VendorDocuments } from '../../../src/background/vendor-documents.ts';
import type { RequestId } from '../../../src/domain/ids.ts';
import { originOf } from '../../../src/domain/origin.ts';
import type { RequestForProposals } from '../../../src/domain/request-for-proposals.ts';
import { fake } from '../../support/fake-extension.ts';
import { NOW } from '../../support/request-samples.ts';
import { input } from '../../support/request-store.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';
import { nameOf } from '../../support/thread-samples.ts';

/** A person’s end of the delivery, new for each test. The file mocks the polyfill with `fake-extension`. */
export interface Delivering {
  readonly context: TestContext;
  /** `alarms.create`. */
  readonly alarm: ReturnType<typeof vi.fn<(name: string, info: { when: number }) => Promise<undefined>>>;
  /** Casts the sample to the endpoints of these, each of them connected. */
  cast(origins: readonly string[], changes?: Partial<RequestForProposals>): Promise<RequestId>;
  /** The background is there anew, and looks after what is to be done. */
  run(over?: TestContext): Promise<void>;
  after(ms: number): Promise<void>;
  story(id: RequestId): Promise<RequestStory>;
  /** The phases of the request’s threads, with a blank between. */
  phase(id: RequestId): Promise<string>;
  /** Why anything failed, in the order in which the person was told. */
  failures(id: RequestId): Promise<string[]>;
}

export function useCourier(): Delivering {
  const alarm = vi.fn<(name: string, info: { when: number }) => Promise<undefined>>();
  let context: TestContext;

  beforeEach(() => {
    fake.reset();
    fake.held.add('http://127.0.0.1/*');
    alarm.mockReset();
    vi.spyOn(fake.alarms, 'create').mockImplementation(alarm as never);
    vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    context = testContext();
    context.clock.ms = NOW;
  });

  const run = (over = context): Promise<void> => new Courier(Promise.resolve(over), new VendorDocuments()).run();
  const story = (id: RequestId): Promise<RequestStory> => requestStory(context, { id });
  return {
    get context() {
      return context;
    },
    alarm,
    cast: (origins, changes) => castTo(context, origins, changes),
    run,
    async after(ms) {
      context.clock.advance(ms);
      await run();
    },
    story,
    async phase(id) {
      const { threads } = await story(id);
      return threads.map(({ thread }) => nameOf(thread.phase)).join(' ');
    },
    async failures(id) {
      const { entries } = await story(id);
      return entries.flatMap(({ entry }) => (entry.kind === 'failed' ? [entry.notice.reason] : []));
    },
  };
}

export async function castTo(
  context: TestContext,
  origins: readonly string[],
  changes: Partial<RequestForProposals> = {},
): Promise<RequestId> {
  const to = origins.map((origin) => ({ vendor: originOf(origin), channel: 'endpoint' as const }));
  for (const { vendor } of to) {
    await chooseSite(context, { origin: vendor, connect: true });
  }
  const { id } = await writeRequest(context, { request: input(changes) });
  await castRequest(context, { id, to });
  return id;
}
