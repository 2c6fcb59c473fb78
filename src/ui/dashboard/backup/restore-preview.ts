import { css, html, nothing, type TemplateResult } from 'lit';
import type { RestorePreview } from '../../../app/preview-restore.ts';
import '../../components/sayso-notice.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { type MessageKey, t, tn } from '../../i18n.ts';

type Table = RestorePreview['counts'][number]['table'];

export const restorePreviewStyle = css`
  .scroll {
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: var(--sayso-gap-1) var(--sayso-gap-2);
    border-block-end: 1px solid var(--sayso-line);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  th[scope='row'],
  thead th:first-child {
    text-align: start;
    font-weight: inherit;
  }

  thead th {
    overflow-wrap: normal;
    font-size: var(--sayso-small);
  }
`;

/** What is in the file, and what of the present data would be added, changed and lost. */
export function restorePreview({ exportedAt, counts, endedGrants, problems }: RestorePreview): TemplateResult {
  // Identifiers are part of their things: nobody looks for them.
  const rows = counts.filter(({ table, inFile, lost }) => table !== 'identifiers' && inFile + lost > 0);
  return html`<div class="stack" id="preview">
    <p>${t('restore_written', formatTime(Date.parse(exportedAt)))}</p>
    ${
      problems.length === 0
        ? nothing
        : html`<sayso-notice kind="warning">${tn('restore_inconsistent', problems.length)}</sayso-notice>`
    }
    <div class="scroll" tabindex="0" role="group" aria-label=${t('restore_preview')}>
      <table>
        <caption class="visually-hidden">
          ${t('restore_preview')}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${t('restore_column_what')}</span></th>
            <th scope="col">${t('restore_column_file')}</th>
            <th scope="col">${t('restore_column_added')}</th>
            <th scope="col">${t('restore_column_changed')}</th>
            <th scope="col">${t('restore_column_lost')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ table, inFile, added, changed, lost }) => html`<tr>
              <th scope="row">${tableName(table)}</th>
              ${[inFile, added, changed, lost].map((count) => html`<td>${formatNumber(count)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="quiet">${t('restore_sites')}</p>
    ${endedGrants === 0 ? nothing : html`<p>${tn('restore_ended_grants', endedGrants)}</p>`}
  </div>`;
}

/** Every table has a name: a missing one does not compile. */
function tableName(table: Table): string {
  const key: MessageKey = `backup_table_${table}`;
  return t(key);
}
