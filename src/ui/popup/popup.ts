import { css } from 'lit';
import { ownContext } from '../own-context.ts';
import { startPage } from '../start-page.ts';
import './sayso-popup.ts';

/**
 * A popup is as wide as its content asks for, a scrollbar beside it: so this is the least, and the content fills what
 * there is, 360 pixels with the scrollbar. On a phone, or in a tab, it is a page of its own.
 */
const popupDocument = css`
  body {
    min-inline-size: 21.5rem;
  }

  @media (min-width: 30rem), (pointer: coarse) {
    body {
      min-inline-size: 0;
      max-inline-size: 32rem;
      margin-inline: auto;
    }
  }
`;

startPage('common_name', popupDocument);
const popup = document.createElement('sayso-popup');
popup.context = await ownContext();
document.body.append(popup);
