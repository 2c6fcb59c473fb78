import { css } from 'lit';
import { runBackupIfDue } from '../backup/run-backup-if-due.ts';
import { ownContext } from '../own-context.ts';
import { startPage } from '../start-page.ts';
import './sayso-popup.ts';

/**
 * Chrome makes a popup as narrow as its content can be, a scrollbar beside it, Firefox as wide as it would like to be:
 * so both ends are given, 360 pixels with the scrollbar at the least. On a phone it is a page of its own.
 */
const popupDocument = css`
  /* What takes the focus is not put under the line that says what was saved. */
  html {
    scroll-padding-block-end: 3.5rem;
  }

  body {
    min-inline-size: 21.5rem;
    max-inline-size: 25rem;
    margin-inline: auto;
  }

  @media (pointer: coarse) {
    body {
      min-inline-size: 0;
      max-inline-size: 32rem;
    }
  }
`;

startPage('common_name', popupDocument);
const popup = document.createElement('sayso-popup');
popup.context = await ownContext();
document.body.append(popup);
void runBackupIfDue(popup.context);
