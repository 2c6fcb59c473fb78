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

  th {
    overflow-wrap: normal;
    hyphens: auto;
  }

  thead th {
    font-size: var(--sayso-small);
  }

  /* Where five columns have no room, each number stands behind its word, under the name of its row. */
  @media (max-width: 34rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    table,
    tbody {
      display: block;
    }

    tr {
      display: grid;
      grid-template-columns: repeat(2, 1fr);
      column-gap: var(--sayso-gap-3);
      padding-block: var(--sayso-gap-2);
      border-block-end: 1px solid var(--sayso-line);
    }

    th[scope='row'] {
      grid-column: 1 / -1;
      padding: 0;
      border: 0;
      font-weight: 600;
    }

    td {
      padding: 0;
      border: 0;
      font-size: var(--sayso-small);
      text-align: start;
    }

    td::before {
      content: attr(data-title) ': ';
      color: var(--sayso-quiet);
    }
  }
`;

/** What is in the file, and what of the present data would be added, changed and lost. */
export function restorePreview(preview: RestorePreview): TemplateResult {
  const { exportedAt, counts, endedGrants, settledImports, problems } = preview;
  // Identifiers are part of their things: nobody looks for them.
  const rows = counts.filter(({ table, inFile, lost }) => table !== 'identifiers' && inFile + lost > 0);
  const columns = [
    t('restore_column_file'),
    t('restore_column_added'),
    t('restore_column_changed'),
    t('restore_column_lost'),
  ];
  return html`<div class="stack" id="preview" tabindex="-1">
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
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ table, inFile, added, changed, lost }) => html`<tr>
              <th scope="row">${tableName(table)}</th>
              ${[inFile, added, changed, lost].map(
                (count, column) => html`<td data-title=${columns[column] ?? ''}>${formatNumber(count)}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      changesNothing(preview)
        ? html`<p>${t('restore_nothing')}</p>`
        : hasOnlyTraces(preview)
          ? html`<p>${t('restore_traces')}</p>`
          : html`<p class="quiet">${t('restore_sites')}</p>`
    }
    ${endedGrants === 0 ? nothing : html`<p>${tn('restore_ended_grants', endedGrants)}</p>`}
    ${settledImports === 0 ? nothing : html`<p>${tn('restore_settled_imports', settledImports)}</p>`}
  </div>`;
}

/** What is in the file is what is here: there is nothing to bring back. */
export function changesNothing(preview: RestorePreview): boolean {
  return preview.traces === 0 && countsNothing(preview);
}

/** What differs is only what Sayso knows of things that were deleted. */
function hasOnlyTraces(preview: RestorePreview): boolean {
  return preview.traces > 0 && countsNothing(preview);
}

function countsNothing({ counts, endedGrants }: RestorePreview): boolean {
  return endedGrants === 0 && counts.every(({ added, changed, lost }) => added + changed + lost === 0);
}

/** Every table has a name: a missing one does not compile. */
function tableName(table: Table): string {
  const key: MessageKey = `backup_table_${table}`;
  return t(key);
}
