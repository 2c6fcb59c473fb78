import { isLiveIntention, type StoredIntention } from './intention.ts';
import type { Moment } from './moment.ts';
import type { RatingVersion } from './rating.ts';
import { isLiveSource, type SourceContent, type StoredSourceRecord } from './source-record.ts';

/**
 * What a person can have to do with a thing without a mark. `seen` is read, played, heard, visited as well; `rated` had a
 * mark that was taken off.
 */
export const TRACES = ['seen', 'wanted', 'owned', 'liked', 'reviewed', 'rated'] as const;
export type TraceKind = (typeof TRACES)[number];

/** One of them, and when, as precise as it was told; the last time, of several. */
export interface Trace {
  readonly kind: TraceKind;
  readonly at?: Moment;
}

/** What is known of a person and a thing beside any mark. */
export interface Traces {
  /** At most one of a kind, in the order of {@link TRACES}. Empty where a source only knows the thing. */
  readonly traces: readonly Trace[];
  /** The sources that know it, by their names, and that an earlier mark is from. */
  readonly sources: readonly string[];
  /** The last date of all; absent when none is known. */
  readonly at?: Moment;
}

export function isTraceKind(text: string): text is TraceKind {
  return (TRACES as readonly string[]).includes(text);
}

/**
 * Puts together what sources say of one thing, what is meant to be done with it, and how it was once rated. That it is
 * wanted is the intention's to say: a source's own list stays as it was read, whatever the person has decided since.
 */
export function tracesOf(
  records: readonly StoredSourceRecord[],
  intentions: readonly StoredIntention[],
  versions: readonly RatingVersion[] = [],
): Traces {
  const live = records.filter(isLiveSource);
  const wanted = intentions.filter(isLiveIntention);
  const found: Record<TraceKind, readonly { readonly at?: Moment | undefined }[]> = {
    seen: live.flatMap(({ content }) => timesOf(content)),
    wanted: wanted.map(({ wantedAt }) => ({ at: wantedAt })),
    owned: live.flatMap(({ content }) => content.owned ?? []),
    liked: live.flatMap(({ content }) => content.liked ?? []),
    reviewed: live.flatMap(({ content }) => (content.text === undefined ? [] : [{}])),
    rated: versions.map(({ rating }) => (rating.isUndated ? {} : { at: rating.ratedAt })),
  };
  const traces = TRACES.filter((kind) => found[kind].length > 0).map((kind) => {
    const at = lastOf(found[kind]);
    return { kind, ...(at !== undefined && { at }) };
  });
  const at = lastOf(traces);
  const earlier = versions.map(({ rating }) => rating);
  const sources = [...new Set([...live, ...wanted, ...earlier].map(({ source }) => source))].sort();
  return { traces, sources, ...(at !== undefined && { at }) };
}

function timesOf({ uses = [], useCount = 0 }: SourceContent): readonly { readonly at?: Moment | undefined }[] {
  return uses.length === 0 && useCount > 0 ? [{}] : uses;
}

/** As text, moments sort by time. */
function lastOf(dated: readonly { readonly at?: Moment | undefined }[]): Moment | undefined {
  return dated
    .flatMap(({ at }) => at ?? [])
    .reduce<Moment | undefined>((last, at) => (last !== undefined && last > at ? last : at), undefined);
}
