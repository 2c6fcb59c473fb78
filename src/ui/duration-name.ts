import type { Duration } from '../domain/grant.ts';
import { t } from './i18n.ts';

/** 'Until the browser closes' */
export function durationName(duration: Duration): string {
  return duration === 'until-stopped' ? t('common_duration_until_stopped') : t(`common_duration_${duration}`);
}
