import { t } from './i18n.ts';

export interface AgreementText {
  /** The IEEE 7012 id without its prefix: `SD-BASE`. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

const KNOWN = ['SD_BASE', 'SD_BASE_DP', 'SD_BASE_A', 'SD_BASE_A_DP', 'PDC_INTENT', 'PDC_AI', 'PDC_GOOD'] as const;

/** An agreement in plain words. One that Sayso does not know is said to be so, never taken for a good one. */
export function agreementText(agreement: string): AgreementText {
  const id = agreement.replace(/^ieee-7012:/u, '');
  const key = KNOWN.find((known) => known === id.replaceAll('-', '_'));
  return key === undefined
    ? { id, name: t('agreement_other'), text: t('agreement_other_text') }
    : { id, name: t(`agreement_${key}`), text: t(`agreement_${key}_text`) };
}
