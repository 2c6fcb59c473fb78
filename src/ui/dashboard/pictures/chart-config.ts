import type { ChartConfiguration, ChartDataset, ChartOptions, ScaleOptions } from 'chart.js';
import { formatNumber } from '../../format.ts';
import { isolated } from '../../i18n.ts';
import type { ChartLook } from './chart-look.ts';
import type { Picture, Unit } from './picture.ts';
import { formatShare } from './words.ts';

export type BarConfig = ChartConfiguration<'bar', number[], string>;

type Tooltips = NonNullable<NonNullable<ChartOptions<'bar'>['plugins']>['tooltip']>;

/** Names beside lying bars get at most about this part of the width, in characters of the label's size. */
const NAME_SHARE = 0.45;
const CHARACTERS_AN_EM = 1.9;

/** How chart.js draws a picture in a look. Nothing moves: a bar that grows says nothing that one that stands does not. */
export function chartConfig(picture: Picture, look: ChartLook): BarConfig {
  const { isSideways, bars, series } = picture;
  const value = valueAxis(picture, look);
  const name = nameAxis(picture, look);
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => label),
      datasets: [0, ...(series.length > 1 ? [1] : [])].map((index) => dataset(picture, look, index)),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isSideways ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: isSideways ? 'y' : 'x' },
      font: { family: look.family, size: look.sizePx },
      scales: isSideways ? { x: value, y: name } : { x: name, y: value },
      plugins: { tooltip: tooltip(picture, look) },
    },
  };
}

function dataset({ bars, series }: Picture, look: ChartLook, index: number): ChartDataset<'bar', number[]> {
  return {
    label: series[index] ?? '',
    data: bars.map(({ values }) => values[index] ?? 0),
    backgroundColor: index === 0 ? look.bar : look.otherBar,
    hoverBackgroundColor: index === 0 ? look.pointed : look.otherBar,
    borderColor: index === 0 ? look.bar : look.otherEdge,
    hoverBorderColor: index === 0 ? look.pointed : look.otherEdge,
    borderWidth: index === 0 ? 0 : 1,
    borderRadius: 2,
    maxBarThickness: look.sizePx * 2.5,
    categoryPercentage: 0.8,
    barPercentage: 0.9,
  };
}

function valueAxis({ unit, isSideways }: Picture, look: ChartLook): ScaleOptions<'linear'> {
  return {
    beginAtZero: true,
    ...(unit === 'stars' ? { min: 0, max: 5 } : {}),
    ...(isSideways ? { reverse: look.isRightToLeft } : { position: look.isRightToLeft ? 'right' : 'left' }),
    border: { display: false },
    grid: { color: look.line, drawTicks: false, z: -1 },
    ticks: {
      color: look.quiet,
      padding: look.sizePx / 3,
      maxTicksLimit: 6,
      ...(unit === 'count' ? { precision: 0 } : {}),
      callback: (tick: number | string) => formatUnit(Number(tick), unit),
    },
  };
}

function nameAxis({ isSideways, bars }: Picture, look: ChartLook): ScaleOptions<'category'> {
  return {
    ...(isSideways ? { position: look.isRightToLeft ? 'right' : 'left' } : { reverse: look.isRightToLeft }),
    border: { color: look.line },
    grid: { display: false },
    ticks: {
      color: look.text,
      autoSkip: !isSideways,
      autoSkipPadding: look.sizePx / 2,
      maxRotation: 0,
      ...(isSideways
        ? {
            callback(this: { readonly chart: { readonly width: number } }, _tick: number | string, index: number) {
              const room = (this.chart.width / look.sizePx) * NAME_SHARE * CHARACTERS_AN_EM;
              const { label = '', aside } = bars[index] ?? {};
              return aside === undefined
                ? shortened(label, Math.floor(room))
                : `${isolated(shortened(label, Math.floor(room) - aside.length - 3))} (${aside})`;
            },
          }
        : {}),
    },
  };
}

/** Says what the row of the table says. */
function tooltip({ bars, columns }: Picture, look: ChartLook): Tooltips {
  return {
    animation: false,
    displayColors: false,
    backgroundColor: look.text,
    titleColor: look.ground,
    bodyColor: look.ground,
    cornerRadius: 4,
    padding: look.sizePx / 2,
    rtl: look.isRightToLeft,
    textDirection: look.isRightToLeft ? 'rtl' : 'ltr',
    callbacks: {
      label: ({ datasetIndex, dataIndex }) =>
        datasetIndex > 0
          ? []
          : (bars[dataIndex]?.cells ?? []).map((cell, index) => `${columns[index + 1] ?? ''}: ${cell}`),
    },
  };
}

function formatUnit(value: number, unit: Unit): string {
  return unit === 'share' ? formatShare(value) : formatNumber(value);
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most
    ? `${characters
        .slice(0, Math.max(1, most - 1))
        .join('')
        .trimEnd()}…`
    : text;
}
