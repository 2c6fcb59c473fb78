import type { GuideAnswered } from './sayso-needs-guide.ts';
import { type LineDraft, newLine, type RequestDraft } from './request-draft.ts';
import type { NeedsGuide } from './needs-guides.ts';

export function withLine(draft: RequestDraft, number: number, part: Partial<LineDraft>): RequestDraft {
  return { ...draft, lines: draft.lines.map((line) => (line.number === number ? { ...line, ...part } : line)) };
}

/** One thing more, under a number that no line ever had. */
export function withNewLine(draft: RequestDraft): RequestDraft {
  const lastLine = draft.lastLine + 1;
  return { ...draft, lastLine, lines: [...draft.lines, newLine(lastLine)] };
}

export function withoutLine(draft: RequestDraft, number: number): RequestDraft {
  return { ...draft, lines: draft.lines.filter((line) => line.number !== number) };
}

/**
 * What a needs guide found out, in one line: what it is where nothing says so yet, and its requirements, in place of others of
 * the same property.
 *
 * @param name - what the guide is about, in words
 */
export function withGuide(
  draft: RequestDraft,
  number: number,
  guide: { readonly kind: NeedsGuide['kind']; readonly name: string } & GuideAnswered['detail'],
): RequestDraft {
  const line = draft.lines.find((one) => one.number === number);
  if (!line) {
    return draft;
  }
  const { wanted } = line;
  const asked = new Set(guide.requirements.map(({ property }) => property.toLowerCase()));
  const isNameless = wanted.kind === 'words' && wanted.words.trim() === '';
  const isOnly = draft.lines.length === 1;
  return withLine(
    {
      ...draft,
      ...(isOnly && wanted.kind === 'words' && { kind: guide.kind }),
      ...(isOnly && draft.category.trim() === '' && { category: guide.name }),
    },
    number,
    {
      ...(isNameless && { wanted: { kind: 'words', words: guide.name } as const }),
      requirements: [
        ...line.requirements.filter(({ property }) => !asked.has(property.toLowerCase())),
        ...guide.requirements,
      ],
    },
  );
}
