import { describe, expect, it } from 'vitest';
import type { Preference } from '../../../../../src/domain/preference.ts';
import { groupPreferences } from '../../../../../src/ui/dashboard/preferences/group-preferences.ts';

function preference(key: string, value: string, strength: Preference['strength'] = 'prefer'): Preference {
  return { key, value, strength } as Preference;
}

describe('groupPreferences', () => {
  it('puts well-known keys in their order before the own ones', () => {
    const groups = groupPreferences([
      preference('tea', 'green'),
      preference('brand', 'Acme'),
      preference('coffee', 'none'),
      preference('shoe-size', '42'),
    ]);
    expect(groups.map(({ key }) => key)).toEqual(['shoe-size', 'brand', 'coffee', 'tea']);
  });

  it('puts the strongest first inside a key, then by value', () => {
    const [group] = groupPreferences([
      preference('brand', 'B', 'never'),
      preference('brand', 'Z', 'must'),
      preference('brand', 'A', 'never'),
    ]);
    expect(group?.preferences.map(({ value }) => value)).toEqual(['Z', 'A', 'B']);
  });
});
