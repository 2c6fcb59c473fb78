import type { ServiceExport } from '../../../app/export-for-service.ts';
import { type PluralKey, tn } from '../../i18n.ts';

type LossReason = ServiceExport['lossCounts'][number]['reason'];

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** What a format could not carry, and of how many things. Every reason has a text: a missing one does not compile. */
export function lossText(reason: LossReason, count: number): string {
  const key: PluralKey = `export_loss_${reason.replaceAll('-', '_')}` as `export_loss_${Underscored<LossReason>}`;
  return tn(key, count);
}
