import type { StoreProblem } from '../../../app/check-health.ts';
import { isolated, type MessageKey, t } from '../../i18n.ts';

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** What is wrong, in a sentence. Every code has a text: a missing one does not compile. */
export function healthText({ code, figures }: StoreProblem): string {
  const key: MessageKey = `health_${code.replaceAll('-', '_')}` as `health_${Underscored<StoreProblem['code']>}`;
  return t(key, ...figures.map(isolated));
}
