import { strengthOf } from '../../../domain/identifier.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import { isolated, t } from '../../i18n.ts';
import { budgetText, type Row } from './copy-rows.ts';
import { requirementText } from './requirement-text.ts';

/** What of a request no vendor ever gets, whatever it asks, by name. */
export function privateRows({ title, note, budget, lines }: RequestForProposals): Row[] {
  const hidden = lines.flatMap(({ requirements }) => requirements.filter(({ isPrivate }) => isPrivate));
  return [
    ...(title.trim() === '' ? [] : [{ label: t('intention_private_title'), text: isolated(title) }]),
    ...(note === undefined ? [] : [{ label: t('intention_private_note'), text: isolated(note) }]),
    ...(budget && !budget.isShown ? [{ label: t('intention_copy_budget'), text: budgetText(budget) }] : []),
    ...hidden.map((requirement) => ({
      label: t('intention_private_requirement'),
      text: requirementText(requirement),
    })),
    ...(lines.some(hasTrail) ? [{ label: t('intention_private_trail'), text: t('intention_private_trail_text') }] : []),
  ];
}

/** Sayso knows where the person met it, or has it on their list. */
function hasTrail({ wanted, intentionId }: RequestForProposals['lines'][number]): boolean {
  return (
    intentionId !== undefined ||
    (wanted.kind === 'item' && wanted.identifiers.some((identifier) => strengthOf(identifier) !== 'strong'))
  );
}
