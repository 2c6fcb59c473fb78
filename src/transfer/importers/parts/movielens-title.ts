import { releaseYear } from './release-year.ts';

/** What MovieLens moves behind a name so that lists sort by the word after it. */
const ARTICLE =
  /^(.+), (The|A|An|Le|La|Les|Un|Une|Il|Lo|Gli|I|Uno|Una|El|Los|Las|O|Os|As|Um|Uma|Der|Die|Das|Ein|Eine|De|Het|Een|Den|Det|En|Ett|L')(: .+)?$/iu;

/**
 * `Matrix, The (1999)` → `The Matrix`, 1999. Another title in brackets stays there, its article before it, too:
 * `City of Lost Children, The (Cité des enfants perdus, La) (1995)`. Of a series' years the first counts.
 */
export function movielensTitle(text: string): { name: string; year?: number } {
  const dated = /^(.*?)\s*\((\d{4})(?:[-–]\s?(?:\d{4})?)?\)$/su.exec(text.trim());
  const title = dated?.[1] || text.trim();
  const bracket = title.indexOf(' (');
  const name = bracket < 0 ? title : title.slice(0, bracket);
  const others = title
    .slice(name.length)
    .replace(
      /\((a\.k\.a\. )?([^()]+)\)/gu,
      (_all, known: string | undefined, other: string) => `(${known ?? ''}${unfolded(other)})`,
    );
  return { name: `${unfolded(name)}${others}`, ...(dated?.[1] && releaseYear(dated[2] ?? '')) };
}

/** The article also stands before a colon: `Crow, The: Wicked Prayer`. */
function unfolded(name: string): string {
  const [, rest, article, after = ''] = ARTICLE.exec(name) ?? [];
  return rest === undefined || article === undefined
    ? name
    : `${article}${article.endsWith("'") ? '' : ' '}${rest}${after}`;
}
