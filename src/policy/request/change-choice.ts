import type { Choice, ChosenOffer } from '../../domain/acceptance.ts';
import type { OfferedLine } from '../../domain/quote.ts';

/** A choice with another offer for a line, or with none: what was chosen of the other does not come along. */
export function withOffer(choice: Choice, offers: readonly OfferedLine[], key: string | undefined): Choice {
  const ofLine = new Set(offers.map((offer) => offer.key));
  const rest = choice.filter(({ offer }) => !ofLine.has(offer));
  return key === undefined ? rest : [...rest, { offer: key, options: [] }];
}

/** A choice with one option of an offer taken or left. Of one group at most one is taken: the last. */
export function withOption(choice: Choice, offer: OfferedLine, key: string, isTaken: boolean): Choice {
  return choice.map((chosen) => (chosen.offer === offer.key ? takeOption(chosen, offer, { key, isTaken }) : chosen));
}

function takeOption(
  chosen: ChosenOffer,
  { options }: OfferedLine,
  { key, isTaken }: { readonly key: string; readonly isTaken: boolean },
): ChosenOffer {
  const group = options.find((option) => option.key === key)?.group;
  const rivals = new Set(
    options.filter((option) => group !== undefined && option.group === group).map((option) => option.key),
  );
  const rest = chosen.options.filter((other) => other !== key && !(isTaken && rivals.has(other)));
  return { ...chosen, options: isTaken ? [...rest, key] : rest };
}
