import type { PreferenceInput } from '../../../app/save-preference.ts';
import type { ItemKind } from '../../../domain/item.ts';
import { type Preference, PREFERENCE_KEY, type Strength } from '../../../domain/preference.ts';
import { keyOf, preferenceForm } from './preference-form.ts';
import { valueName } from './value-name.ts';
import { valueOf } from './value-of.ts';

/** Stands for a key of the person's own where well-known keys are chosen. */
export const OWN_KEY = '';

/** A preference as it stands in the form: what was typed, right or wrong. */
export interface PreferenceDraft {
  /** A well-known key, or {@link OWN_KEY}. */
  readonly chosenKey: string;
  /** What the person calls a key of their own. */
  readonly ownKey: string;
  readonly value: string;
  /** Empty for none. */
  readonly unit: string;
  readonly strength: Strength;
  readonly isForAll: boolean;
  readonly kinds: readonly ItemKind[];
  readonly isPrivate: boolean;
}

/** The field that keeps a draft from being saved. */
export type PreferenceFault = 'key' | 'value' | 'number' | 'kinds';

/** An empty form for a key, with what is usual for it. */
export function newDraft(chosenKey: string): PreferenceDraft {
  const form = preferenceForm(chosenKey);
  return {
    chosenKey,
    ownKey: '',
    value: '',
    unit: form?.units?.[0] ?? '',
    strength: form?.strength ?? 'prefer',
    isForAll: true,
    kinds: [],
    isPrivate: form?.isDelicate ?? false,
  };
}

/** The form filled with what is there. */
export function draftOf(preference: Preference): PreferenceDraft {
  const { key, value, unit, strength, kinds, isPrivate } = preference;
  const isKnown = preferenceForm(key) !== undefined;
  return {
    chosenKey: isKnown ? key : OWN_KEY,
    ownKey: isKnown ? '' : key,
    value: valueName(key, value),
    unit: unit ?? '',
    strength,
    isForAll: kinds === undefined,
    kinds: kinds ?? [],
    isPrivate,
  };
}

/** The key that a draft would be kept under; empty when it has none yet. */
export function draftKey({ chosenKey, ownKey }: PreferenceDraft): string {
  return chosenKey === OWN_KEY ? keyOf(ownKey) : chosenKey;
}

/** The first thing that is wrong with a draft, in the order of the form. */
export function faultOf(draft: PreferenceDraft): PreferenceFault | undefined {
  const key = draftKey(draft);
  const value = valueOf(key, draft.value);
  if (!PREFERENCE_KEY.test(key)) {
    return 'key';
  }
  if (value === '') {
    return 'value';
  }
  if (preferenceForm(key)?.value === 'number' && !/^\d{1,3}(?:\.\d{1,2})?$/u.test(value)) {
    return 'number';
  }
  return draft.isForAll || draft.kinds.length > 0 ? undefined : 'kinds';
}

/** @param draft - one without a {@link faultOf fault} */
export function inputOf(draft: PreferenceDraft, id: Preference['id'] | undefined): PreferenceInput {
  const key = draftKey(draft);
  return {
    ...(id === undefined ? {} : { id }),
    key,
    value: valueOf(key, draft.value),
    ...(draft.unit === '' ? {} : { unit: draft.unit }),
    strength: draft.strength,
    ...(draft.isForAll ? {} : { kinds: draft.kinds }),
    isPrivate: draft.isPrivate,
  };
}
