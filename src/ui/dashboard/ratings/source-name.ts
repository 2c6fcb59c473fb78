import { t } from '../../i18n.ts';

/** Where a rating came from, in words: 'in Sayso', or the name of what it was imported from. */
export function sourceName(source: string): string {
  return source === 'person' ? t('dashboard_source_person') : t('dashboard_source_other', source);
}
