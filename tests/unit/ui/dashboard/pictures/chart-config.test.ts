import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import { chartConfig } from '../../../../../src/ui/dashboard/pictures/chart-config.ts';
import type { ChartLook } from '../../../../../src/ui/dashboard/pictures/chart-look.ts';
import { makersPicture } from '../../../../../src/ui/dashboard/pictures/makers-picture.ts';
import { marksPicture } from '../../../../../src/ui/dashboard/pictures/marks-picture.ts';
import { sourcePicture } from '../../../../../src/ui/dashboard/pictures/source-picture.ts';
import { spread, summary } from '../../../../support/picture-samples.ts';

const LOOK: ChartLook = {
  bar: 'rgb(1, 1, 1)',
  otherBar: 'rgb(2, 2, 2)',
  otherEdge: 'rgb(3, 3, 3)',
  pointed: 'rgb(4, 4, 4)',
  text: 'rgb(5, 5, 5)',
  quiet: 'rgb(6, 6, 6)',
  line: 'rgb(7, 7, 7)',
  ground: 'rgb(8, 8, 8)',
  family: 'sans-serif',
  sizePx: 13,
  isRightToLeft: false,
};
const marks = marksPicture(summary({ values: spread({ 80: 2 }) }));
const makers = makersPicture(
  summary({
    makers: { groups: [{ key: 'A maker with quite a long name, and company', count: 3, mean: 80 }], total: 1 },
  }),
);

describe('chartConfig', () => {
  it('moves nothing', () => {
    const { options } = chartConfig(marks, LOOK);
    expect(options?.animation).toBe(false);
    expect(options?.plugins?.tooltip?.animation).toBe(false);
  });

  it('draws in the colours and the type of the page', () => {
    const { options, data } = chartConfig(marks, LOOK);
    expect(data.datasets[0]?.backgroundColor).toBe(LOOK.bar);
    expect(options?.font).toEqual({ family: 'sans-serif', size: 13 });
    expect(options?.scales?.['x']?.ticks?.color).toBe(LOOK.text);
  });

  it('stands bars of times and marks up, and lays bars with names down', () => {
    expect(chartConfig(marks, LOOK).options?.indexAxis).toBe('x');
    expect(chartConfig(makers, LOOK).options?.indexAxis).toBe('y');
  });

  it('goes from the right where the page is read from the right', () => {
    const look = { ...LOOK, isRightToLeft: true };
    const standing = chartConfig(marks, look).options;
    expect([standing?.scales?.['x']?.reverse, (standing?.scales?.['y'] as { position?: string }).position]).toEqual([
      true,
      'right',
    ]);
    const lying = chartConfig(makers, look).options;
    expect([lying?.scales?.['x']?.reverse, (lying?.scales?.['y'] as { position?: string }).position]).toEqual([
      true,
      'right',
    ]);
    expect(lying?.plugins?.tooltip).toMatchObject({ rtl: true, textDirection: 'rtl' });
  });

  it('has a second bar only where there is something to compare with', () => {
    expect(chartConfig(marks, LOOK).data.datasets).toHaveLength(1);
    const source = sourcePicture({ source: 'imdb', values: spread({ 70: 1 }) }, spread({ 80: 1 }));
    expect(chartConfig(source, LOOK).data.datasets.map(({ label }) => label)).toEqual([
      '\u2068IMDb\u2069',
      'All your ratings',
    ]);
  });

  it('shortens names to the room there is, and says stars as stars and shares as percent', () => {
    const scales = chartConfig(makers, LOOK).options?.scales;
    const nameAt = (width: number) =>
      scales?.['y']?.ticks?.callback?.call({ chart: { width } } as never, 0, 0, []) as string;
    expect(nameAt(280)).toBe('\u2068A maker with…\u2069 (3)');
    expect(nameAt(280).length).toBeLessThan(nameAt(400).length);
    expect(nameAt(2_000)).toBe('\u2068A maker with quite a long name, and company\u2069 (3)');
    const source = sourcePicture({ source: 'imdb', values: spread({ 70: 1 }) }, spread({ 80: 1 }));
    const share = chartConfig(source, LOOK).options?.scales?.['y']?.ticks?.callback?.call({} as never, 0.25, 0, []);
    expect(share).toBe('25%');
  });
});
