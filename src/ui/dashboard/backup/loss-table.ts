import type { ServiceExport } from '../../../app/export-for-service.ts';
import { lossText } from './loss-text.ts';

/** What a format could not carry, thing by thing, as a table for a spreadsheet. */
export function lossTable(losses: ServiceExport['losses']): string {
  return losses
    .map(({ name, reason, value = '' }) => [name, lossText(reason, 1), value].map(cell).join(','))
    .join('\n');
}

/** In quotation marks; what a spreadsheet would run has an apostrophe before it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
