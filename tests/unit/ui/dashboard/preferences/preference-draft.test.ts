import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { Preference } from '../../../../../src/domain/preference.ts';
import {
  draftKey,
  draftOf,
  faultOf,
  inputOf,
  newDraft,
  OWN_KEY,
} from '../../../../../src/ui/dashboard/preferences/preference-draft.ts';

const shoe = {
  id: 'p1',
  key: 'shoe-size',
  value: '42.5',
  unit: 'EU',
  strength: 'must',
  kinds: ['Product'],
  isPrivate: false,
} as unknown as Preference;

describe('inputOf', () => {
  it('gives back what a form was filled with', () => {
    expect(inputOf(draftOf(shoe), shoe.id)).toEqual({
      id: 'p1',
      key: 'shoe-size',
      value: '42.5',
      unit: 'EU',
      strength: 'must',
      kinds: ['Product'],
      isPrivate: false,
    });
  });

  it('applies to everything by naming no kinds at all', () => {
    expect(inputOf({ ...newDraft('brand'), value: 'Acme' }, undefined)).toEqual({
      key: 'brand',
      value: 'Acme',
      strength: 'prefer',
      isPrivate: false,
    });
  });

  it('keeps a key of the person as a name that sites can read', () => {
    const draft = { ...newDraft(OWN_KEY), ownKey: 'Seat on trains', value: 'window' };
    expect(draftKey(draft)).toBe('seat-on-trains');
    expect(inputOf(draft, undefined)).toMatchObject({ key: 'seat-on-trains', value: 'window' });
  });

  it('opens a key of the person under its own name', () => {
    expect(draftOf({ ...shoe, key: 'coffee' })).toMatchObject({ chosenKey: OWN_KEY, ownKey: 'coffee' });
  });
});

describe('newDraft', () => {
  it('starts with what is usual for the key, and private where it tells of health or faith', () => {
    expect(newDraft('allergen')).toMatchObject({ strength: 'never', isPrivate: true, unit: '' });
    expect(newDraft('shoe-size')).toMatchObject({ strength: 'must', isPrivate: false, unit: 'EU' });
  });
});

describe('faultOf', () => {
  it.each([
    [{ ...newDraft('brand'), value: 'Acme' }, undefined],
    [newDraft('brand'), 'value'],
    [{ ...newDraft('shoe-size'), value: 'big' }, 'number'],
    [{ ...newDraft('shoe-size'), value: '42,5' }, undefined],
    [{ ...newDraft(OWN_KEY), ownKey: '咖啡', value: 'x' }, 'key'],
    [{ ...newDraft('brand'), value: 'Acme', isForAll: false }, 'kinds'],
    [{ ...newDraft('brand'), value: 'Acme', isForAll: false, kinds: ['Book'] } as const, undefined],
  ])('finds in %j the fault %s', (draft, fault) => {
    expect(faultOf(draft)).toBe(fault);
  });
});
