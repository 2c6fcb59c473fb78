import { css } from 'lit';
import { runBackupIfDue } from '../backup/run-backup-if-due.ts';
import { ownContext } from '../own-context.ts';
import { startPage } from '../start-page.ts';
import './sayso-dashboard.ts';

const dashboardDocument = css`
  /* What takes the focus is not put under the line that says what was done. */
  html {
    scroll-padding-block-end: 6rem;
  }
`;

startPage('common_dashboard', dashboardDocument);

const dashboard = document.createElement('sayso-dashboard');
dashboard.context = await ownContext();
document.body.append(dashboard);
void runBackupIfDue(dashboard.context);
