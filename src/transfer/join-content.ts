import type { SourceContent } from '../domain/source-record.ts';
import { JoiningContent } from './joining-content.ts';

/**
 * What two rows say of one thing as one, as {@link JoiningContent} has it of many.
 *
 * @returns `contradicts`: two different marks of the same time
 */
export function joinContent(
  one: SourceContent,
  other: SourceContent,
): { content: SourceContent; contradicts: boolean } {
  const joining = new JoiningContent(one);
  const contradicts = joining.add(other, false);
  return { content: joining.content, contradicts };
}
