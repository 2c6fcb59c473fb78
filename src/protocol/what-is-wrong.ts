import * as v from 'valibot';

/**
 * Says what is wrong with an input in one line: the first three faults, each with its path and the rule it breaks.
 * Bounded, and made of our own words and the path's own names only as far as they are short.
 */
export function whatIsWrong(issues: readonly v.BaseIssue<unknown>[]): string {
  const lines = issues.slice(0, 3).map((issue) => {
    const path = (v.getDotPath(issue) ?? '').slice(0, 120);
    return `${path === '' ? 'the value' : path}: ${issue.message.slice(0, 200)}`;
  });
  return lines.join('; ');
}
