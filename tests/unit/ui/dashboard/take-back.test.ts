// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { expect, it, vi } from 'vitest';
import { rateItem } from '../../../../src/app/rate-item.ts';
import { runImport } from '../../../../src/app/run-import.ts';
import { takeBack } from '../../../../src/ui/dashboard/take-back.ts';
import { gathered } from '../../../support/gathered.ts';
import { film, stars } from '../../../support/samples.ts';
import { testContext } from '../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn(), requestSite: vi.fn() }));
vi.mock('../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../src/platform/permissions.ts', () => platform);
const beside = vi.hoisted(() => ({ undoBeside: vi.fn(async () => ({ undone: 201, kept: 1 })) }));
vi.mock('../../../../src/ui/dashboard/import/undo-beside.ts', () => beside);

it('undoes a change of many things beside the page, wherever it was pressed, and a small one in it', async () => {
  const context = testContext();
  const films = Array.from({ length: 201 }, (_one, index) => ({ name: `Film ${index}`, mark: 8 }));
  const things = gathered('imdb', films);
  const large = await runImport(context, { things, files: ['a.csv'], rows: 201, skipped: 0, winner: 'mine' });
  const small = await rateItem(context, { facts: film(1), given: stars(4) });
  const undone = await takeBack(context, { journalIds: [large.journalId, small.journalId] });
  expect(beside.undoBeside).toHaveBeenCalledExactlyOnceWith(large.journalId);
  expect(undone).toEqual({ undone: 202, kept: 1 });
});
