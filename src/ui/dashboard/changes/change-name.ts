import type { ChangeEntry } from '../../../app/list-changes.ts';
import { type MessageKey, t } from '../../i18n.ts';

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

type ChangeKey = `dashboard_change_${Underscored<ChangeEntry['label']>}`;

/** What a change was, in words. Every label has a text: a missing one does not compile. */
export function changeName(label: ChangeEntry['label']): string {
  const key: MessageKey = `dashboard_change_${label.replaceAll('-', '_')}` as ChangeKey;
  return t(key);
}
