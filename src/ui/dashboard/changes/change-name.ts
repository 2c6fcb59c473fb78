import type { ChangeEntry } from '../../../app/list-changes.ts';
import { type MessageKey, t, tn } from '../../i18n.ts';
import { preferenceKeyName } from '../../preference-key-name.ts';
import { valueWithUnit } from '../preferences/value-name.ts';
import { shortName } from '../short-name.ts';

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

type ChangeKey = `dashboard_change_${Underscored<ChangeEntry['label']>}`;

/** What a change was, in words. Every label has a text: a missing one does not compile. */
export function changeName(label: ChangeEntry['label']): string {
  const key: MessageKey = `dashboard_change_${label.replaceAll('-', '_')}` as ChangeKey;
  return t(key);
}

/** What a change was about: 'Metropolis, M and 3 more'. Empty when nothing of it has a name any more. */
export function changedNames({ names, count }: ChangeEntry): string {
  const told = names.map((named) =>
    named.kind === 'preference'
      ? `${preferenceKeyName(named.preference.key)} ${shortName(valueWithUnit(named.preference))}`
      : shortName(named.name),
  );
  const more = count - told.length;
  return told.length === 0 || more <= 0
    ? told.join(', ')
    : `${told.join(', ')} ${tn('dashboard_changes_more_names', more)}`;
}
