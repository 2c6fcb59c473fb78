import { css } from 'lit';
import { ownContext } from '../own-context.ts';
import { startPage } from '../start-page.ts';
import './sayso-popup.ts';

/** As wide as a popup may well be, and the whole width where it is a page of its own (a phone, a tab). */
const popupDocument = css`
  body {
    min-inline-size: 20rem;
    inline-size: 23.5rem;
    max-inline-size: 100%;
  }

  @media (min-width: 30rem), (pointer: coarse) {
    body {
      inline-size: 100%;
      max-inline-size: 32rem;
      margin-inline: auto;
    }
  }
`;

startPage('common_name', popupDocument);
const popup = document.createElement('sayso-popup');
popup.context = await ownContext();
document.body.append(popup);
