import type { ItemKind } from '../domain/item.ts';
import { t } from './i18n.ts';

/** 'Film' */
export function kindName(kind: ItemKind): string {
  return t(`kind_${kind}`);
}

/** 'Films' */
export function kindsName(kind: ItemKind): string {
  return t(`kind_${kind}_plural`);
}
