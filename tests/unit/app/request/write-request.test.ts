import { describe, expect, it } from 'vitest';
import { castRequest } from '../../../../src/app/cast-request.ts';
import { changeRequest } from '../../../../src/app/change-request.ts';
import { endRequest } from '../../../../src/app/end-request.ts';
import { listRequests } from '../../../../src/app/list-requests.ts';
import { requestToChange } from '../../../../src/app/request-to-change.ts';
import { writeRequest } from '../../../../src/app/write-request.ts';
import { newRecordId, type RequestId } from '../../../../src/domain/ids.ts';
import { readMoney } from '../../../../src/domain/money.ts';
import { euro, request } from '../../../support/request-samples.ts';
import { asked, input, shopping } from '../../../support/request-store.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';

const MIXED = { max: euro('700'), min: readMoney('300', 'USD')!, isShown: false };
const TURNED = { max: euro('300'), min: euro('700'), isShown: true };

describe('a budget of a request', () => {
  it.each([
    ['of two currencies', MIXED],
    ['that begins above its end', TURNED],
  ])('%s is neither written nor changed to', async (_name, budget) => {
    const context = await shopping();
    await expect(writeRequest(context, { request: input({ budget }) })).rejects.toMatchObject({ code: 'bad-request' });
    expect(await listRequests(context, { limit: 10 })).toEqual([]);
    const { id } = await writeRequest(context, { request: input() });
    await expect(changeRequest(context, { id, request: input({ budget }) })).rejects.toMatchObject({
      code: 'bad-request',
    });
    const { row } = await requestToChange(context, { id });
    expect(row.cast.request.budget).toEqual(request().budget);
  });
});

describe('the list of requests', () => {
  it('is narrowed to what is under way, or to what has ended, page by page', async () => {
    const { context, id } = await asked();
    const ids: RequestId[] = [id];
    for (let index = 0; index < 4; index += 1) {
      context.clock.advance(1_000);
      ids.unshift((await writeRequest(context, { request: input({ title: `draft ${String(index)}` }) })).id);
    }
    await endRequest(context, { id, as: 'withdrawn' });
    const shown = async (choice: Parameters<typeof listRequests>[1]) =>
      (await listRequests(context, choice)).map(({ row }) => row.id);
    expect(await shown({ limit: 10 })).toEqual(ids);
    expect(await shown({ limit: 10, chosen: 'ended' })).toEqual([id]);
    expect(await shown({ limit: 3, chosen: 'under-way' })).toEqual(ids.slice(0, 3));
    expect(await shown({ limit: 3, chosen: 'under-way', before: ids[2]! })).toEqual([ids[3]]);
  });
});

describe('a request that is about to be changed', () => {
  it('tells the highest number a line of any version had', async () => {
    const { context, id } = await asked();
    const [first, second] = request().lines;
    const more = { ...second!, number: 7 };
    await changeRequest(context, { id, request: input({ lines: [first!, more] }) });
    await changeRequest(context, { id, request: input({ lines: [first!] }) });
    expect(await requestToChange(context, { id })).toMatchObject({
      lastLine: 7,
      row: { cast: { request: { version: 3, lines: [{ number: 1 }] } } },
    });
  });

  it('is not there where there is none', async () => {
    const context = await shopping();
    const id = newRecordId(0);
    await expect(requestToChange(context, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      castRequest(context, { id, to: [SHOP, CINEMA].map((vendor) => ({ vendor, channel: 'visit' })) }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
