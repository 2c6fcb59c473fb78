import { css } from 'lit';
import { ownContext } from '../own-context.ts';
import { startPage } from '../start-page.ts';
import './sayso-prompt.ts';

/** The answers stay at the lower edge of a window that is high enough: what takes the focus is not put under them. */
const promptDocument = css`
  @media (min-height: 30rem) {
    html {
      scroll-padding-block-end: 9rem;
    }
  }
`;

startPage('prompt_title', promptDocument);
const prompt = document.createElement('sayso-prompt');
prompt.context = await ownContext();
prompt.search = location.search;
document.body.append(prompt);
