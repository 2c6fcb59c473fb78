import type { MessageKey } from '../../i18n.ts';

/** The packages whose code is in the extension, and their licences. A test keeps this equal to package.json. */
export const PACKAGES = [
  { name: '@noble/hashes', licence: 'MIT' },
  { name: '@tanstack/lit-virtual', licence: 'MIT' },
  { name: '@zip.js/zip.js', licence: 'BSD-3-Clause' },
  { name: 'chart.js', licence: 'MIT' },
  { name: 'dexie', licence: 'Apache-2.0' },
  { name: 'entities', licence: 'BSD-2-Clause' },
  { name: 'lit', licence: 'BSD-3-Clause' },
  { name: 'saxes', licence: 'ISC' },
  { name: 'tldts', licence: 'MIT' },
  { name: 'valibot', licence: 'MIT' },
  { name: 'webextension-polyfill', licence: 'MPL-2.0' },
] as const;

/** What can be read beside the source. */
export const DOCUMENTS: readonly { readonly file: string; readonly key: MessageKey }[] = [
  { file: 'PRIVACY.md', key: 'dashboard_about_doc_privacy' },
  { file: 'docs/protocol.md', key: 'dashboard_about_doc_protocol' },
  { file: 'docs/threat-model.md', key: 'dashboard_about_doc_threats' },
  { file: 'SECURITY.md', key: 'dashboard_about_doc_security' },
];

/** The licences in full, as the build writes them beside the code: paths from the dashboard. */
export const LICENCES: readonly { readonly file: string; readonly key: MessageKey }[] = [
  { file: '../../../LICENSE.txt', key: 'dashboard_about_licences_ours' },
  { file: '../../../THIRD-PARTY-LICENSES.txt', key: 'dashboard_about_licences_theirs' },
];
