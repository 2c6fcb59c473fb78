import type { ComparedQuote } from '../../../app/weigh-quotes.ts';
import type { RequestForProposals, RequestLine } from '../../../domain/request-for-proposals.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { isolated, t } from '../../i18n.ts';
import { requirementText } from '../intention/requirement-text.ts';
import { askedCell, offeredCell, requirementCell } from './line-cells.ts';
import * as whole from './whole-cells.ts';

/** One thing in which quotes are compared. */
export interface ComparedRow {
  readonly heading: string;
  readonly cell: (one: ComparedQuote) => unknown;
}

export interface ComparedSection {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly ComparedRow[];
}

/** Everything in which quotes for a request are compared: as a whole first, then line by line. */
export function comparisonSections(
  { lines, budget }: RequestForProposals,
  { canAccept }: { readonly canAccept: boolean },
): readonly ComparedSection[] {
  const rows: readonly ComparedRow[] = [
    { heading: t('compare_total'), cell: whole.totalCell },
    { heading: t('compare_parts'), cell: whole.partsCell },
    ...(budget ? [{ heading: t('compare_budget'), cell: (one: ComparedQuote) => whole.budgetCell(one, budget) }] : []),
    { heading: t('compare_musts'), cell: ({ weighed }) => whole.levelsCell(weighed.musts) },
    { heading: t('compare_wishes'), cell: ({ weighed }) => whole.levelsCell(weighed.wishes) },
    { heading: t('compare_lead'), cell: whole.leadCell },
    { heading: t('compare_valid'), cell: whole.validCell },
    { heading: t('compare_returns'), cell: whole.returnsCell },
    { heading: t('compare_warranty'), cell: whole.warrantyCell },
    { heading: t('compare_history'), cell: whole.historyCell },
    { heading: t('compare_opinion'), cell: whole.opinionCell },
    { heading: t('compare_contact'), cell: whole.contactCell },
    { heading: t('compare_words'), cell: whole.wordsCell },
    { heading: t(canAccept ? 'compare_choose' : 'compare_save'), cell: (one) => whole.actCell(one, canAccept) },
  ];
  return [{ id: 'whole', heading: t('compare_whole'), rows }, ...lines.map(lineSection)];
}

function lineSection(line: RequestLine): ComparedSection {
  const { number, wanted, quantity, requirements } = line;
  const name = wanted.kind === 'item' ? wanted.name : wanted.words;
  return {
    id: `line-${number}`,
    heading: `${formatQuantity(quantity)} × ${isolated(name)}`,
    rows: [
      { heading: t('compare_offered'), cell: (one) => offeredCell(one, number) },
      { heading: t('compare_asked'), cell: (one) => askedCell(one, number) },
      ...requirements.map((requirement, place) => ({
        heading: requirementText(requirement),
        cell: (one: ComparedQuote) => requirementCell(one, number, place),
      })),
    ],
  };
}
