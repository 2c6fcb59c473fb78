import { ownContext } from '../own-context.ts';
import { startPage } from '../start-page.ts';
import './sayso-prompt.ts';

startPage('prompt_title');
const prompt = document.createElement('sayso-prompt');
prompt.context = await ownContext();
prompt.search = location.search;
document.body.append(prompt);
