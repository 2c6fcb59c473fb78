import { type Identifier, type Scheme, schemeOf, valueOf } from '../domain/identifier.ts';
import { localDay } from '../domain/local-day.ts';
import type { Moment } from '../domain/moment.ts';
import type { Rating } from '../domain/rating.ts';
import type { SourceContent } from '../domain/source-record.ts';
import { csvText, notRun } from './csv-text.ts';
import type { ExportedCsv, ExportThing, Loss, LossReason } from './exporter.ts';

const DAY = /^\d{4}([/-])\d{2}\1\d{2}$/u;
/** As much of a value as a report shows. */
const SHOWN = 80;

export type Cells = readonly string[];

/** Writes the cells of one thing, and notes what they can't carry. */
export class RowWriter {
  readonly thing: ExportThing;
  readonly losses: Loss[] = [];
  /** What was written of the fields that only a source has a word for. */
  readonly #writtenOthers = new Map<string, string>();
  readonly #lostTimes = new Set<Moment>();

  constructor(thing: ExportThing) {
    this.thing = thing;
  }

  lose(reason: LossReason, value?: string): void {
    this.losses.push({
      name: this.thing.item.name,
      reason,
      ...(value !== undefined && { value: value.slice(0, SHOWN) }),
    });
  }

  /** The row is not written. */
  leaveOut(reason: LossReason): Cells[] {
    this.lose(reason);
    return [];
  }

  /** The row is not written for want of a mark. What was wanted is told as a wish, with all else that was said of it. */
  leaveOutUnmarked(): Cells[] {
    if (this.thing.intention === undefined) {
      return this.leaveOut('not-rated');
    }
    this.loseOthersThan();
    return [];
  }

  /**
   * What a source says in a field that the format has under the same name: the first that fits, empty where none does. What
   * was taken is not told by {@link loseOthersThan}.
   */
  other(name: string, fits: (text: string, source: SourceContent) => boolean = () => true): string {
    const text = this.thing.sources.flatMap((source) => {
      const said = source.others?.[name];
      return said !== undefined && fits(said, source) ? [said] : [];
    })[0];
    if (text !== undefined) {
      this.#writtenOthers.set(name, text);
    }
    return this.words(text);
  }

  /** As {@link other}, for a day; one that is not known to the day does not fit. */
  otherDay(name: string, separator: string): string {
    return this.other(name, (text) => DAY.test(text)).replace(/[/-]/gu, separator);
  }

  /** Words of the person or of a page. What a spreadsheet would run gets an apostrophe before it. */
  words(text: string | undefined, mostLetters = Number.POSITIVE_INFINITY): string {
    const whole = text ?? '';
    if (whole.length > mostLetters) {
      this.lose('text-cut', whole);
    }
    const kept = whole.slice(0, mostLetters).toWellFormed();
    const harmless = notRun(kept);
    if (harmless !== kept) {
      this.lose('formula', kept);
    }
    return harmless;
  }

  /** Names or tags in one cell, each without the commas that separate them there. */
  list(texts: readonly string[]): string {
    const whole = texts.map((text) => text.replace(/[\s,]*,[\s,]*/gu, ' ').trim());
    texts.forEach((text, index) => {
      if (whole[index] !== text) {
        this.lose('comma-replaced', text);
      }
    });
    return this.words(whole.filter((text) => text !== '').join(', '));
  }

  /** Tells of all that the person said and that has no place. @param held - what has one, or was told of */
  loseOthersThan(...held: readonly LossReason[]): void {
    const { rating, hasHistory, intention, sources } = this.thing;
    const others = sources
      .flatMap((source) => Object.entries(source.others ?? {}))
      .filter(([name, text]) => this.#writtenOthers.get(name) !== text);
    const rest: readonly (readonly [reason: LossReason, is: boolean, value?: string | undefined])[] = [
      ['text-left-out', this.text !== undefined, this.text],
      ['tags-left-out', this.tags.length > 0, this.tags.join(', ')],
      ['aspects-left-out', rating?.aspects !== undefined || sources.some(({ aspects }) => aspects !== undefined)],
      ['history-left-out', hasHistory],
      ['uses-left-out', this.isUsed],
      ['wish-left-out', intention !== undefined],
      ['note-left-out', this.notes.length > 0],
      ['like-left-out', sources.some(({ liked }) => liked !== undefined)],
      ['owned-left-out', sources.some(({ owned }) => owned !== undefined)],
      ['others-left-out', others.length > 0, others.map(([name, text]) => `${name}: ${text}`).join('; ')],
    ];
    for (const [reason, is, value] of rest) {
      if (is && !held.includes(reason)) {
        this.lose(reason, value);
      }
    }
    for (const text of this.#otherTexts) {
      this.lose('text-left-out', text);
    }
    if (intention?.note !== undefined && held.includes('wish-left-out')) {
      this.lose('note-left-out', intention.note);
    }
    const since = sources.flatMap(({ owned }) => owned?.at ?? []).sort()[0];
    if (since !== undefined && held.includes('owned-left-out')) {
      this.lose('date-left-out', since);
    }
  }

  /**
   * The mark on a scale of `best`, in steps: the nearest, of two equally near the higher, never below one step.
   * A mark that was given on that very scale stays what it is.
   */
  mark({ given, value }: Rating, best: number, step: number): string {
    const exact = given.best === best && given.worst >= 0 ? given.value : (value / 100) * best;
    const mark = Math.max(step, Math.round(exact / step) * step);
    const isOwnStep = Math.abs(mark - (given.value / given.best) * best) < 1e-9;
    if (!isOwnStep) {
      this.lose('rounded', `${given.value} / ${given.best} → ${mark}`);
    }
    return String(mark);
  }

  /** The day of a moment as the person sees it, `2024-03-09`; empty, and told, where it is not known to the day. */
  day(moment: Moment | undefined, separator = '-'): string {
    if (moment === undefined) {
      return '';
    }
    if (moment.length < 10) {
      this.lose('date-left-out', moment);
      return '';
    }
    return this.dayOrPart(moment, separator);
  }

  /** The same of what may be as coarse as a year: the day that the person sees. The time of day is told as lost. */
  dayOrPart(moment: Moment, separator = '-'): string {
    const day = localDay(moment);
    if (day !== moment && !this.#lostTimes.has(moment)) {
      this.#lostTimes.add(moment);
      this.lose('time-left-out', `${moment} → ${day}`);
    }
    return day.replaceAll('-', separator);
  }

  /**
   * Tells of the day of the mark where the format has one for seeing or reading it alone: the day of a mark is not the day
   * it was seen.
   *
   * @param last - the day of that which is written, `2024-03-09` with any separator; empty where none is
   */
  loseDayUnless(last: string): void {
    if (this.thing.rating && this.ratedAt !== undefined) {
      this.loseDayOf(this.ratedAt, last);
    }
  }

  /** Tells what of a moment another day does not say that is written in its place: the time of day, or all of it. */
  loseDayOf(at: Moment, written: string): void {
    if (localDay(at) === written.replaceAll('/', '-')) {
      this.dayOrPart(at);
    } else {
      this.lose('date-left-out', at);
    }
  }

  /** What the person wrote of it beside the mark; where nothing stands there, what they wrote last at any source. */
  get text(): string | undefined {
    return this.thing.rating?.text ?? this.#sourceTexts.at(-1);
  }

  /** Those of the mark and of every source: what was put on a thing anywhere was put on it. */
  get tags(): readonly string[] {
    const { rating, sources } = this.thing;
    const all = [...(rating?.tags ?? []), ...sources.flatMap(({ tags = [] }) => tags)];
    return [...new Set(all.map((tag) => tag.replace(/\s+/gu, ' ').trim()))];
  }

  /** What was written at each source, without what is empty. */
  get #sourceTexts(): string[] {
    return this.thing.sources.flatMap(({ text }) => text?.trim() || []);
  }

  /** Words of the person that are not the ones that are written: no format has room for two texts of one thing. */
  get #otherTexts(): string[] {
    const earlier = this.thing.sources.flatMap(({ earlierTexts = [] }) => earlierTexts);
    return [...new Set([...this.#sourceTexts, ...earlier])].filter((text) => text !== this.text);
  }

  /** When the present mark was given, if anybody knows. */
  get ratedAt(): Moment | undefined {
    const { rating } = this.thing;
    return rating?.isUndated ? undefined : rating?.ratedAt;
  }

  /** What sources say of one thing, without what is empty. */
  get notes(): string[] {
    return this.thing.sources.flatMap(({ note }) => (note === undefined ? [] : [note]));
  }

  /** The times that it was seen or read and somebody wrote down, earliest first. */
  get uses(): Moment[] {
    return [...new Set(this.thing.sources.flatMap(({ uses = [] }) => uses.flatMap(({ at }) => at ?? [])))].sort();
  }

  /** The days of which a source says that it had been seen or read before. */
  get repeats(): Moment[] {
    const uses = this.thing.sources.flatMap((source) => source.uses ?? []);
    return uses.flatMap(({ at, isRepeat }) => (isRepeat && at !== undefined ? [at] : []));
  }

  /** A source says that it had been seen or read before, whether it knows the day or not. */
  get isRepeated(): boolean {
    return this.thing.sources.some(({ uses = [] }) => uses.some(({ isRepeat }) => isRepeat === true));
  }

  get isUsed(): boolean {
    return this.isUsedBeside(undefined);
  }

  /** Another source than this one knows that it was seen or read. */
  isUsedBeside(source: SourceContent | undefined): boolean {
    return this.thing.sources.some((one) => one !== source && (one.uses !== undefined || one.useCount !== undefined));
  }

  /** How often, as the source has it that knows of most. */
  get useCount(): number {
    return Math.max(0, ...this.thing.sources.map(({ uses = [], useCount = 0 }) => Math.max(uses.length, useCount)));
  }

  /** The value of the first identifier of a scheme that fits. */
  idOf(scheme: Scheme, pattern = /^(.*)$/u): string {
    const values = this.thing.item.identifiers.filter((one: Identifier) => schemeOf(one) === scheme).map(valueOf);
    return values.flatMap((value) => pattern.exec(value)?.[1] ?? [])[0] ?? '';
  }
}

/** Goes through things one by one; each gives as many rows as it needs. */
export function writeRows(
  header: Cells,
  things: Iterable<ExportThing>,
  rowsOf: (writer: RowWriter) => readonly Cells[],
): ExportedCsv {
  const rows: Cells[] = [];
  const losses: Loss[] = [];
  for (const thing of things) {
    const writer = new RowWriter(thing);
    rows.push(...rowsOf(writer));
    losses.push(...writer.losses);
  }
  return { csv: csvText([header, ...rows]), rows: rows.length, losses };
}
