/** One bar or group of bars, and the row of the table that says the same. */
export interface Bar {
  readonly label: string;
  /** Stands behind the label of a lying bar, in brackets. */
  readonly aside?: string;
  /** One for each of the picture's series. */
  readonly values: readonly number[];
  /** What the table says beside the label, and the picture when it is pointed at: one for each column but the first. */
  readonly cells: readonly string[];
  /** The library, narrowed to what the bar counts; absent where it can't be narrowed so. */
  readonly href?: string;
}

/** What a length stands for. */
export type Unit = 'count' | 'stars' | 'share';

/** A picture as it is drawn, told and put into a table. */
export interface Picture {
  /** Names it among the others on the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly says: string;
  /** What it leaves out. */
  readonly notes: readonly string[];
  readonly unit: Unit;
  /** Long names stand beside bars that lie; times stand under bars that stand. */
  readonly isSideways: boolean;
  /** What the bars of a group are, where there are two. */
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
  /** Heads of the table's columns, that of the labels first. */
  readonly columns: readonly string[];
  /** Where the title leads to. */
  readonly href?: string;
}
