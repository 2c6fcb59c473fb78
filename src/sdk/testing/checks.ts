import type { Collection, ItemKind, Purpose, RatingField } from '../../protocol/customer.ts';
import { malformed, tooMuch } from './failures.ts';

const PAGE_LIMIT = 500;

/** Records rather than lists, so that a name added to the protocol and forgotten here does not compile. */
const COLLECTIONS: Record<Collection, true> = { ratings: true, preferences: true, intentions: true };
const FIELDS: Record<RatingField, true> = { dateCreated: true, reviewBody: true, keywords: true, reviewAspect: true };
const PURPOSES: Record<Purpose, true> = {
  ProvideProductRecommendations: true,
  ProvidePersonalisedRecommendations: true,
  ServicePersonalisation: true,
  ServiceProvision: true,
  ServiceOptimisation: true,
  CustomerCare: true,
  CustomerRelationshipManagement: true,
  EstablishContractualAgreement: true,
  ResearchAndDevelopment: true,
  Marketing: true,
  Advertising: true,
};
const KINDS: Record<ItemKind, true> = {
  Product: true,
  Movie: true,
  TVSeries: true,
  TVEpisode: true,
  Book: true,
  VideoGame: true,
  Game: true,
  MusicAlbum: true,
  MusicRecording: true,
  PodcastSeries: true,
  SoftwareApplication: true,
  Recipe: true,
  Place: true,
  Restaurant: true,
  Hotel: true,
  Event: true,
  Course: true,
  Service: true,
  Organization: true,
  Person: true,
  CreativeWork: true,
  WebPage: true,
};

export const ALLOWED = {
  collection: oneOf(COLLECTIONS),
  field: oneOf(FIELDS),
  kind: oneOf(KINDS),
  purpose: oneOf(PURPOSES),
};

/** Looks at one value; throws a `DataError` that begins with its path. */
export type Check = (value: unknown, path: string) => void;

/** An object with these fields and no others. */
export function record(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null) {
      throw malformed(`${path}: an object`);
    }
    const fields = value as Readonly<Record<string, unknown>>;
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
    for (const key of Object.keys(fields)) {
      if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key)) {
        throw malformed(`${at(key)}: not a known field`);
      }
    }
    for (const [key, check] of Object.entries(required)) {
      check(fields[key], at(key));
    }
    for (const [key, check] of Object.entries(optional)) {
      if (fields[key] !== undefined) {
        check(fields[key], at(key));
      }
    }
  };
}

export function list(check: Check, most: number, least = 0): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > most || value.length < least) {
      throw malformed(`${path}: a list of ${least} to ${most}`);
    }
    value.forEach((item, index) => check(item, `${path}[${index}]`));
  };
}

/** A list of what goes in pages: one that is longer is not wrong, but too much at once. */
export function pageOf(check: Check): Check {
  return (value, path) => {
    if (Array.isArray(value) && value.length > PAGE_LIMIT) {
      throw tooMuch(`${path}: at most ${PAGE_LIMIT}`);
    }
    list(check, PAGE_LIMIT)(value, path);
  };
}

/** Text that matches, of at most `most` characters. @param rule - the pattern in words */
export function text(pattern: RegExp, rule: string, most = 1_000): Check {
  return (value, path) => {
    if (typeof value !== 'string' || value.length > most || !pattern.test(value)) {
      throw malformed(`${path}: ${rule}, at most ${most} characters`);
    }
  };
}

export function number(min = -Infinity, max = Infinity): Check {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < min || value > max) {
      throw malformed(`${path}: a number from ${min} to ${max}`);
    }
  };
}

export function whole(min: number, max = Infinity): Check {
  return (value, path) => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) {
      throw malformed(`${path}: a whole number from ${min} to ${max}`);
    }
  };
}

/** As `check`, and then a rule over the whole. */
export function where(check: Check, isRight: (value: never) => boolean, rule: string): Check {
  return (value, path) => {
    check(value, path);
    if (!isRight(value as never)) {
      throw malformed(`${path === '' ? 'the argument' : path}: ${rule}`);
    }
  };
}

/** Passes what passes either. The failure told is the second's. */
export function either(first: Check, second: Check): Check {
  return (value, path) => {
    try {
      first(value, path);
    } catch {
      // The second may still take it; if not, its own failure is told.
      second(value, path);
    }
  };
}

function oneOf(allowed: Readonly<Record<string, true>>): Check {
  return (value, path) => {
    if (typeof value !== 'string' || !Object.hasOwn(allowed, value)) {
      throw malformed(`${path}: one of ${Object.keys(allowed).join(', ')}`);
    }
  };
}
