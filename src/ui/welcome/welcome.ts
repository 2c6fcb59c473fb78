import { startPage } from '../start-page.ts';
import './sayso-welcome.ts';

startPage('welcome_title');
document.body.append(document.createElement('sayso-welcome'));
