import { runBackupIfDue } from '../backup/run-backup-if-due.ts';
import { ownContext } from '../own-context.ts';
import { startPage } from '../start-page.ts';
import './sayso-dashboard.ts';

startPage('common_dashboard');

const dashboard = document.createElement('sayso-dashboard');
dashboard.context = await ownContext();
document.body.append(dashboard);
void runBackupIfDue(dashboard.context);
