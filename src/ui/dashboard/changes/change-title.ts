import type { ChangeEntry } from '../../../app/list-changes.ts';
import { isolated, type MessageKey, t, tn } from '../../i18n.ts';
import { preferenceKeyName } from '../../preference-key-name.ts';
import { filesText } from '../import/import-words.ts';
import { valueWithUnit } from '../preferences/value-name.ts';
import { shortName } from '../short-name.ts';

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

type ChangeKey = `dashboard_change_${Underscored<ChangeEntry['label']>}`;

/** What is said of two things, where both have a name. */
const OF_TWO = {
  'join-items': 'dashboard_change_with',
  'split-items': 'dashboard_change_apart',
  'refuse-join': 'dashboard_change_not_same',
} as const satisfies Partial<Record<ChangeEntry['label'], MessageKey>>;

/** What a change was and what it was about, on one line: 'Deleted: Metropolis', 'Took back: Import of ratings.csv'. */
export function changeTitle(change: ChangeEntry): string {
  const { label, of } = change;
  const title = titleAs(of?.label ?? label, change);
  return of === undefined ? title : t(of.isAgain ? 'dashboard_change_again' : 'dashboard_change_back', title);
}

function titleAs(label: ChangeEntry['label'], change: ChangeEntry): string {
  const { told, names } = change;
  if (told?.kind === 'import') {
    return t('dashboard_change_import_of', filesText(told.files));
  }
  const [one, other, ...more] = names;
  if (one && other && more.length === 0 && label in OF_TWO) {
    return t(OF_TWO[label as keyof typeof OF_TWO], nameOf(one), nameOf(other));
  }
  const what = changedNames(change);
  return what === '' ? changeName(label) : `${changeName(label)}: ${what}`;
}

/** What a change was, in words. Every label has a text: a missing one does not compile. */
function changeName(label: ChangeEntry['label']): string {
  const key: MessageKey = `dashboard_change_${label.replaceAll('-', '_')}` as ChangeKey;
  return t(key);
}

/** What a change was about: 'Metropolis, M and 3 more'. Empty when nothing of it has a name any more. */
function changedNames({ names, count }: ChangeEntry): string {
  const told = names.map(nameOf);
  const more = count - told.length;
  return told.length === 0 || more <= 0
    ? told.join(', ')
    : `${told.join(', ')} ${tn('dashboard_changes_more_names', more)}`;
}

function nameOf(named: ChangeEntry['names'][number]): string {
  return isolated(
    named.kind === 'preference'
      ? `${preferenceKeyName(named.preference.key)} ${shortName(valueWithUnit(named.preference))}`
      : shortName(named.name),
  );
}
