import type { Preference, Strength } from '../domain/preference.ts';
import type { RankCause } from '../domain/disclosure.ts';
import { distinctNames } from './facets.ts';
import { normalName } from './normal-name.ts';
import type { RankItem } from './rank-item.ts';
import type { WeighedCause } from './weighed-cause.ts';

/** The preference keys that can be held against an item of a vendor's list. */
const WISH_KEYS = ['brand', 'maker', 'genre', 'series'] as const;
type WishKey = (typeof WISH_KEYS)[number];

/** Points of the common scale. What is avoided weighs more than what is preferred: it was said to be spared something. */
const POINTS: Readonly<Record<Exclude<Strength, 'never'>, number>> = { must: 0, prefer: 15, avoid: -25 };

/**
 * Where a list breaks: no value lifts an item over a break above it.
 * 0 meets what must be, or nothing must be; 1 can't be checked; 2 does not meet it; 3 never.
 */
export type Tier = 0 | 1 | 2 | 3;

export interface Judgement {
  readonly tier: Tier;
  /** The sum of what is preferred and avoided, in points of the common scale. */
  readonly points: number;
  /** Why this tier: shown before all else. */
  readonly tierCauses: readonly RankCause[];
  readonly causes: readonly WeighedCause[];
}

/** A preference whose value is normalised, to be held against many items. */
interface Wish extends Pick<Preference, 'key' | 'value' | 'strength' | 'kinds'> {
  readonly name: string;
}

export interface Wishes {
  /** By key and normalised value. */
  readonly byName: ReadonlyMap<string, readonly Wish[]>;
  readonly musts: readonly Wish[];
}

/**
 * Takes up the preferences that `rank` can use.
 * A private one is left out: it never leaves, and an order that follows it would tell.
 */
export function readWishes(preferences: readonly Preference[]): Wishes {
  const wishes = preferences
    .filter(({ key, isPrivate }) => !isPrivate && isWishKey(key))
    .map((preference): Wish => ({ ...preference, name: normalName(preference.value) }))
    .filter(({ name }) => name !== '');
  const byName = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const place = `${wish.key}:${wish.name}`;
    const others = byName.get(place);
    if (others) {
      others.push(wish);
    } else {
      byName.set(place, [wish]);
    }
  }
  return { byName, musts: wishes.filter(({ strength }) => strength === 'must') };
}

/** Holds the person's wishes against one item. */
export function judge(item: RankItem, wishes: Wishes): Judgement {
  const namesByKey = namesOf(item);
  const met = WISH_KEYS.flatMap((key) =>
    [...namesByKey[key]].flatMap((name) => wishes.byName.get(`${key}:${name}`) ?? []),
  ).filter((wish) => appliesTo(wish, item));
  const never = met.filter(({ strength }) => strength === 'never');
  const weighed = met.flatMap((wish): WeighedCause[] =>
    wish.strength === 'prefer' || wish.strength === 'avoid'
      ? [{ cause: causeOf(wish), points: POINTS[wish.strength] }]
      : [],
  );
  const points = weighed.reduce((sum, cause) => sum + cause.points, 0);
  if (never.length > 0) {
    return { tier: 3, points, causes: weighed, tierCauses: never.map(causeOf) };
  }
  return { points, causes: weighed, ...judgeMusts(item, wishes.musts, namesByKey) };
}

/** Of several musts of one key, one is enough ('brand must be A', 'brand must be B'); of several keys, each must hold. */
function judgeMusts(
  item: RankItem,
  musts: readonly Wish[],
  namesByKey: Readonly<Record<WishKey, ReadonlySet<string>>>,
): Pick<Judgement, 'tier' | 'tierCauses'> {
  let tier: Tier = 0;
  const tierCauses: RankCause[] = [];
  for (const key of WISH_KEYS) {
    const ofKey = musts.filter((wish) => wish.key === key && appliesTo(wish, item));
    const met = ofKey.filter(({ name }) => namesByKey[key].has(name));
    if (met.length > 0) {
      tierCauses.push(...met.map(causeOf));
    } else if (ofKey[0]) {
      tier = namesByKey[key].size > 0 ? 2 : tier === 2 ? 2 : 1;
      tierCauses.push({ kind: 'unmet', of: ofKey[0].value });
    }
  }
  return { tier, tierCauses };
}

function namesOf({ brand, creator, genre, isPartOf }: RankItem): Record<WishKey, Set<string>> {
  const brands = brand === undefined ? [] : [brand];
  return {
    brand: new Set(distinctNames(brands).keys()),
    maker: new Set([...distinctNames(creator).keys(), ...distinctNames(brands).keys()]),
    genre: new Set(distinctNames(genre).keys()),
    series: new Set(distinctNames(isPartOf === undefined ? [] : [isPartOf]).keys()),
  };
}

/** A wish for some kinds says nothing of an item whose kind is not told. */
function appliesTo({ kinds }: Wish, { kind }: RankItem): boolean {
  return kinds === undefined || (kind !== undefined && kinds.includes(kind));
}

function causeOf({ strength, value }: Wish): RankCause {
  return { kind: strength === 'never' ? 'never' : strength === 'avoid' ? 'avoided' : 'preferred', of: value };
}

function isWishKey(key: string): key is WishKey {
  return (WISH_KEYS as readonly string[]).includes(key);
}
