import type { Requirement, WantedValue } from '../../../domain/requirement.ts';
import { formatList } from '../../format.ts';
import { formatDecimal } from '../../format-quantity.ts';
import { isolated, t } from '../../i18n.ts';

/** 'must: weight at most 12 kg' */
export function requirementText({ property, strength, wanted }: Omit<Requirement, 'isPrivate'>): string {
  return t(`intention_requirement_${strength}`, isolated(property), wantedText(wanted));
}

function wantedText(wanted: WantedValue): string {
  switch (wanted.kind) {
    case 'text':
      return formatList(wanted.anyOf.map(isolated), wanted.isAll ? 'conjunction' : 'disjunction');
    case 'flag':
      return t(wanted.is ? 'intention_value_yes' : 'intention_value_no');
    case 'range': {
      const { min, max, unit } = wanted;
      const [low, high] = [min, max].map((end) => (end === undefined ? '' : formatDecimal(end, unit))) as [
        string,
        string,
      ];
      if (min !== undefined && max !== undefined) {
        return min === max ? low : t('intention_value_between', low, high);
      }
      return min === undefined ? t('intention_value_most', high) : t('intention_value_least', low);
    }
  }
}
