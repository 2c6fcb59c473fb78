import type { ItemKind } from '../../../domain/item.ts';
import type { Trace, TraceKind } from '../../../domain/trace.ts';
import { formatMoment } from '../../format.ts';
import { isolated, type MessageKey, t } from '../../i18n.ts';

/** What one does with things of a kind; seen is for what has no word here of its own. */
const DONE: Readonly<Partial<Record<ItemKind, MessageKey>>> = {
  Book: 'dashboard_trace_read',
  VideoGame: 'dashboard_trace_played',
  Game: 'dashboard_trace_played',
  MusicAlbum: 'dashboard_trace_heard',
  MusicRecording: 'dashboard_trace_heard',
  PodcastSeries: 'dashboard_trace_heard',
  Place: 'dashboard_trace_visited',
  Restaurant: 'dashboard_trace_visited',
  Hotel: 'dashboard_trace_visited',
  Event: 'dashboard_trace_visited',
  Product: 'dashboard_trace_used',
  SoftwareApplication: 'dashboard_trace_used',
  Service: 'dashboard_trace_used',
  Recipe: 'dashboard_trace_used',
};

/** What a person has to do with a thing of this kind: 'Seen 3 Mar 2024', 'Read', 'Wanted'. */
export function traceText({ kind, at }: Trace, itemKind: ItemKind): string {
  const word = t(kind === 'seen' ? (DONE[itemKind] ?? 'dashboard_trace_seen') : `dashboard_trace_${kind}`);
  return at === undefined ? word : t('dashboard_trace_dated', word, formatMoment(at));
}

/** All of it on one line: 'Seen 3 Mar 2024 · Wanted'. */
export function tracesText(traces: readonly Trace[], itemKind: ItemKind): string {
  return traces.map((trace) => isolated(traceText(trace, itemKind))).join(' · ');
}

/** The same of things of every kind: 'Seen, read or used'. */
export function traceName(kind: TraceKind): string {
  return kind === 'seen' ? t('dashboard_trace_done') : t(`dashboard_trace_${kind}`);
}
