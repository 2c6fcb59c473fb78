import { html, nothing, type TemplateResult } from 'lit';
import type { OpenedFile } from '../../../app/open-backup-file.ts';
import { type MessageKey, t, tn } from '../../i18n.ts';
import { hashOf } from '../route.ts';

type Problems = Extract<OpenedFile, { outcome: 'problems' }>['problems'];
type Rule = Problems[number]['rule'];

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** So many lines a person looks at. */
const SHOWN = 10;

/** Why a file can't be restored, line by line. Nothing was changed by it. */
export function problemList(problems: Problems, problemCount: number): TemplateResult {
  const shown = problems.slice(0, SHOWN);
  const more = problemCount - shown.length;
  return html`<div class="stack" role="alert" id="problems" tabindex="-1">
    <p><strong>${t('restore_problems')}</strong></p>
    <ul>
      ${shown.map(
        ({ line, rule, detail }) => html`<li>
          ${t('restore_problem', String(line), ruleText(rule))}
          ${detail === undefined ? nothing : html`<span class="small quiet">(<bdi>${detail}</bdi>)</span>`}
        </li>`,
      )}
    </ul>
    ${
      problems.some(({ rule }) => rule === 'not-an-export')
        ? html`<p>
            ${t('restore_problems_import')} <a href=${hashOf('import')}>${t('dashboard_section_import')}</a>
          </p>`
        : nothing
    }
    ${more > 0 ? html`<p>${tn('restore_problems_more', more)}</p>` : nothing}
  </div>`;
}

/** Every rule has a text: a missing one does not compile. */
function ruleText(rule: Rule): string {
  const key: MessageKey = `backup_rule_${rule.replaceAll('-', '_')}` as `backup_rule_${Underscored<Rule>}`;
  return t(key);
}
