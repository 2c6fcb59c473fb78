import { describe, it } from 'vitest';
import { useBrowser } from '../../support/use-browser.ts';
import { choose, fill, find, openDashboard, press, pressLabel, sees } from '../support/actions.ts';
import { giveFiles, ownFile } from '../support/imports.ts';

describe('step: bring what was never rated', () => {
  const stage = useBrowser();

  it('brings what was only watched, where it can be found, and rated', async () => {
    const { browser } = stage;
    const page = await openDashboard(browser, 'import');
    const watched = ['Date,Name,Year,Letterboxd URI', '2023-04-05,The Orchard in Rain,1987,https://boxd.it/q1'];
    const wanted = ['Date,Name,Year,Letterboxd URI', '2023-04-06,A Lighthouse Abroad,1991,https://boxd.it/q2'];
    const folder = [
      await ownFile('watched.csv', watched.join('\n')),
      await ownFile('watchlist.csv', wanted.join('\n')),
    ];
    await giveFiles(page, ...folder);
    await sees(page, '2 are new');
    await press(page, 'sayso-import-preview >>> #go');
    await sees(page, '1 thing on a list has become an intention.');
    await pressLabel(page, 'sayso-import-done >>> a', 'See what came from Letterboxd');
    await sees(page, /Not rated 2.*2 things without a rating/u);
    await sees(page, /A Lighthouse Abroad.*Wanted Apr 6, 2023/u);
    await choose(page, 'sayso-ratings-filter >>> #trace', 'seen');
    await sees(page, '1 thing without a rating');
    await fill(page, 'sayso-ratings-filter >>> #search', 'orchard');
    await sees(page, /The Orchard in Rain.*Seen.*from Letterboxd/u);
    await press(page, 'sayso-unrated-row >>> a.name');
    await sees(page, /Seen.*Not rated yet.*What your sources say.*Letterboxd/u);
    await press(page, 'sayso-item >>> sayso-stars >>> input[value="8"]');
    await sees(page, 'Rating of The Orchard in Rain saved.');
    await page.goBack();
    await sees(page, /Rated 1\b.*Not rated 1\b.*Nothing matches/u);
    await pressLabel(page, 'sayso-rated-switch >>> a', 'Rated');
    await sees(page, /1 rating\b.*The Orchard in Rain/u);

    await press(page, 'sayso-rating-row >>> sayso-edit-mark >>> button');
    await pressLabel(page, 'sayso-rating-row >>> sayso-edit-mark >>> sayso-stars >>> button', 'Clear rating');
    await sees(page, /Rating of The Orchard in Rain cleared\. You find it under ‘Not rated’\./u);
    await pressLabel(page, 'sayso-rated-switch >>> a', 'Not rated');
    await sees(page, /1 thing without a rating.*The Orchard in Rain.*Seen.*Rated before.*Letterboxd/u);
    await press(page, 'sayso-unrated-row >>> a.name');
    await sees(page, /Not rated yet.*What you thought before.*What your sources say.*Letterboxd/u);
    await pressLabel(page, 'sayso-item >>> button', 'Delete');
    await sees(page, 'The Orchard in Rain deleted, with all that was said of it.');
    await pressLabel(page, 'sayso-toast >>> button', 'Undo');
    await sees(page, /Not rated yet.*What your sources say/u);
    await page.close();
  });

  it('remembers which rows of an import were not taken, and why', async () => {
    const page = await openDashboard(stage.browser, 'import');
    const rows = ['Date,Name,Year,Letterboxd URI,Rating', '2023-04-05,A Quiet Weir,1987,https://boxd.it/q9,4'];
    await giveFiles(page, await ownFile('ratings.csv', [...rows, '2023-04-05,,1987,https://boxd.it/q8,4'].join('\n')));
    await sees(page, '1 row is not read');
    await press(page, 'sayso-import-preview >>> #go');
    await find(page, 'sayso-import-done >>> h2');
    await page.close();
    const later = await openDashboard(stage.browser, 'import');
    await press(later, 'sayso-past-imports >>> sayso-past-unread >>> summary');
    await sees(later, /1 row was left out.*ratings\.csv · line 3 · Name.*Nothing says what it is about/u);
    await find(later, 'sayso-past-imports >>> sayso-past-unread >>> button');
    await later.close();
  });

  it('leads from a history of what was watched to all of it, and says so where it was taken back', async () => {
    const page = await openDashboard(stage.browser, 'import');
    const history = 'Title,Date\n"The Ferry at Noon","12/24/23"\n"The Bridge: Season 2: The Ice","12/23/23"\n';
    await giveFiles(page, await ownFile('NetflixViewingHistory.csv', history));
    await sees(page, '2 are new');
    await press(page, 'sayso-import-preview >>> #go');
    await pressLabel(page, 'sayso-import-done >>> a', 'See what came from Netflix');
    await sees(page, /2 things without a rating.*The Ferry at Noon.*Seen Dec 24, 2023/u);
    await page.goBack();
    await pressLabel(page, 'sayso-import-done >>> sayso-import-undo >>> button', 'Undo');
    await sees(page, /Undone The import was undone\./u);
    await page.evaluate(() => {
      window.location.hash = '#ratings?list=unrated&source=netflix';
    });
    await sees(page, 'Nothing matches');
    await page.close();
  });
});
