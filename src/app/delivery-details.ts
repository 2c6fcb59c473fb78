import { AppError } from '../domain/errors.ts';
import type { DeliveryDetails } from '../domain/request-for-proposals.ts';
import { deviceSetting, keepDeviceSetting } from '../store/device-setting.ts';
import type { AppContext } from './context.ts';

const KEY = 'delivery-details';

/** In UTF-16 units: as much as the wire lets through of each. */
const MOST = {
  name: 200,
  street: 200,
  postalCode: 40,
  locality: 200,
  country: 2,
  email: 200,
  phone: 40,
  words: 2_000,
} as const;
const REQUIRED = ['name', 'street', 'locality', 'country'] as const;

/** What a person types into a form; fields may be empty. */
export type DeliveryInput = Readonly<Record<keyof typeof MOST, string>>;
type Field = keyof typeof MOST;

/** What the person had kept for the next time, on this device alone: it is in no export and in no copy. */
export async function keptDelivery({ database }: AppContext): Promise<DeliveryDetails | undefined> {
  return (await deviceSetting(database, KEY)) as DeliveryDetails | undefined;
}

/**
 * Keeps it for the next time, or forgets it.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export function keepDelivery({ database }: AppContext, delivery: DeliveryDetails | undefined): Promise<void> {
  return keepDeviceSetting(database, KEY, delivery);
}

/** Which fields are missing or too long, in the order of the form. Empty when it will do. */
export function deliveryProblems(input: DeliveryInput): readonly Field[] {
  const isRequired = (field: Field): boolean => REQUIRED.some((other) => other === field);
  return (Object.keys(MOST) as Field[]).filter((field) => {
    const text = input[field].trim();
    const isCountry = field !== 'country' || /^[A-Z]{2}$/u.test(text);
    return (isRequired(field) && text === '') || text.length > MOST[field] || !isCountry;
  });
}

/**
 * What of a form is given: blanks at the ends go, and what is empty is not there.
 *
 * @throws {AppError} `bad-request` where {@link deliveryProblems} finds any
 */
export function deliveryOf(input: DeliveryInput): DeliveryDetails {
  if (deliveryProblems(input).length > 0) {
    throw new AppError('bad-request', 'What delivery needs is not all there.');
  }
  const fields = (Object.keys(MOST) as Field[]).map((field) => [field, input[field].trim()] as const);
  return Object.fromEntries(fields.filter(([, text]) => text !== '')) as unknown as DeliveryDetails;
}
