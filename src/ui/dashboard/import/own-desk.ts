import { ImportDesk } from './import-desk.ts';

/** The import of this page. It goes on while the person looks at another part of the dashboard. */
export const ownDesk = new ImportDesk();
