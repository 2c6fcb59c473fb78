/** What sort of thing is wanted, in a word: all that vendors are told at first. */
import { ITEM_KINDS, type ItemKind } from '../../../domain/item.ts';
import { t } from '../../i18n.ts';
import { kindName } from '../../kind-name.ts';
import { GUIDES } from './needs-guides.ts';

/** Kinds that say too little of what is wanted. */
const TOO_WIDE: readonly ItemKind[] = ['Product', 'Service', 'CreativeWork', 'WebPage', 'Person'];

/** The sort of a thing that is known; empty where its kind does not tell it. Never its name. */
export function sortOfKind(kind: ItemKind): string {
  return TOO_WIDE.includes(kind) ? '' : kindName(kind);
}

/** Sorts to choose from. Another may be typed. */
export function sortsOffered(): readonly string[] {
  return [...GUIDES.map(({ name }) => t(`guide_${name}`)), ...ITEM_KINDS.map(sortOfKind).filter((sort) => sort !== '')];
}
