import { describe, expect, it } from 'vitest';
import {
  type DeliveryInput,
  deliveryOf,
  deliveryProblems,
  keepDelivery,
  keptDelivery,
} from '../../../../src/app/delivery-details.ts';
import { exportAll } from '../../../../src/app/export-all.ts';
import { DELIVERY } from '../../../support/request-samples.ts';
import { testContext } from '../../../support/test-context.ts';

const INPUT: DeliveryInput = {
  name: ' Kim Petersen ',
  street: 'Fördestraße 12',
  postalCode: '',
  locality: 'Kiel',
  country: 'DE',
  email: '',
  phone: '',
  words: '',
};

describe('what delivery needs', () => {
  it('is what was typed without blanks and empty fields', () => {
    expect(deliveryProblems(INPUT)).toEqual([]);
    expect(deliveryOf(INPUT)).toEqual({
      name: 'Kim Petersen',
      street: 'Fördestraße 12',
      locality: 'Kiel',
      country: 'DE',
    });
  });

  it.each([
    [{ name: '  ' }, ['name']],
    [{ street: '', locality: '' }, ['street', 'locality']],
    [{ country: '' }, ['country']],
    [{ country: 'Germany' }, ['country']],
    [{ words: 'x'.repeat(2_001) }, ['words']],
  ])('is not all there with %j', (changes, problems) => {
    const input = { ...INPUT, ...changes };
    expect(deliveryProblems(input)).toEqual(problems);
    expect(() => deliveryOf(input)).toThrow(expect.objectContaining({ code: 'bad-request' }) as Error);
  });

  it('is kept on this device alone, and goes when it is to go', async () => {
    const context = testContext();
    await keepDelivery(context, DELIVERY);
    expect(await keptDelivery(context)).toEqual(DELIVERY);
    const { blob } = await exportAll(context);
    expect(await blob.text()).not.toContain(DELIVERY.street);
    await keepDelivery(context, undefined);
    expect(await keptDelivery(context)).toBeUndefined();
  });
});
