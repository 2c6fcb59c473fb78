import { closePopup, rate, sees } from '../../../tests/e2e/support/actions.ts';
import { MATINEE } from '../matinee.ts';
import type { Step } from '../step.ts';

const FILMS = [
  ['some-like-it-hot-1959', 'Some Like It Hot', 10],
  ['the-apartment-1960', 'The Apartment', 9],
  ['the-third-man-1949', 'The Third Man', 8],
  ['raiders-of-the-lost-ark-1981', 'Raiders of the Lost Ark', 2],
] as const;

export const rateFilms: Step = {
  title: 'Some films at Matinee are rated the same way',
  async play({ browser, saw }) {
    for (const [path, title, halfStars] of FILMS) {
      const tab = await browser.page(`${MATINEE}/film/${path}/`);
      const popup = await browser.openPopup(tab);
      await sees(popup, title);
      await rate(popup, halfStars);
      await sees(popup, /saved/iu);
      saw(`${title}: ${halfStars / 2} of 5 stars`);
      await closePopup(browser, popup);
      await tab.close();
    }
    const dashboard = await browser.openExtensionPage('src/ui/dashboard/dashboard.html#ratings');
    await sees(dashboard, 'The Third Man');
    return dashboard;
  },
};
