import { AppError, type ErrorCode } from '../domain/errors.ts';
import { t } from './i18n.ts';
import { underscored } from './underscored.ts';

/** What went wrong and what to do about it, in plain words. */
export function errorText(thrown: unknown): string {
  return t(errorKey(thrown instanceof AppError ? thrown.code : 'internal'));
}

/** The message of an error code. Every code has one: where it is missing, its use as a key of a text does not compile. */
export function errorKey(code: ErrorCode) {
  return `error_${underscored(code)}` as const;
}
