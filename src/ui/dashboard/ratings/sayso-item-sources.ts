import { css, html, LitElement, nothing } from 'lit';
import type { Moment } from '../../../domain/moment.ts';
import type { SourceContent, SourceRecord } from '../../../domain/source-record.ts';
import '../../components/sayso-mark.ts';
import { formatList, formatMoment, formatNumber } from '../../format.ts';
import { type MessageKey, t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { properSourceName } from './source-name.ts';

/** Dates beyond these are only counted. */
const MAX_DATES = 12;

/** What each source says of a thing, as it said it: marks on its own scale, words, and all that is no rating. */
export class SaysoItemSources extends LitElement {
  static override properties = { records: { attribute: false } };

  declare records: readonly SourceRecord[];

  static override styles = [
    base,
    css`
      .text {
        margin-block-end: var(--sayso-gap-2);
      }

      article {
        padding-block: var(--sayso-gap-3);
        border-block-end: 1px solid var(--sayso-line);
      }

      article > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-2);
      }

      .words {
        max-block-size: 24em;
        overflow: auto;
        white-space: pre-wrap;
      }

      .private {
        padding-inline-start: var(--sayso-gap-3);
        border-inline-start: 3px solid var(--sayso-line);
      }

      .marks,
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-1) var(--sayso-gap-4);
      }

      .tags li {
        padding-inline: var(--sayso-gap-2);
        border-radius: 1rem;
        background: var(--sayso-sunk);
      }

      dl {
        display: grid;
        grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
        gap: var(--sayso-gap-1) var(--sayso-gap-4);
      }

      dt {
        color: var(--sayso-quiet);
      }
    `,
  ];

  constructor() {
    super();
    this.records = [];
  }

  protected override render() {
    return this.records.length === 0
      ? nothing
      : html`<h2>${t('dashboard_item_sources')}</h2>
          <p class="small quiet text">${t('dashboard_item_sources_text')}</p>
          ${this.records.map(
            ({ source, facts, content }) => html`<article>
              <h3><bdi>${properSourceName(source)}</bdi></h3>
              <p class="small quiet"><bdi>${facts.name}</bdi></p>
              ${contentOf(content)}
            </article>`,
          )}`;
  }
}

function contentOf({ ratings = [], text, aspects = [], tags = [], note, wanted, others = {}, ...rest }: SourceContent) {
  const said = saidOf({ ...rest, ...(wanted && { wanted }) });
  return html`
    ${
      ratings.length === 0
        ? html`<p class="small quiet">${t('dashboard_item_source_unrated')}</p>`
        : html`<ul class="marks" role="list" aria-label=${t('dashboard_item_source_marks')}>
            ${ratings.map(
              ({ given, at }) => html`<li>
                <sayso-mark .given=${given}></sayso-mark>
                <span class="small quiet">${at === undefined ? t('dashboard_ratings_undated') : formatMoment(at)}</span>
              </li>`,
            )}
          </ul>`
    }
    ${text === undefined ? nothing : words(text)}
    ${
      aspects.length === 0
        ? nothing
        : html`<dl class="small" aria-label=${t('dashboard_item_aspects')}>
            ${aspects.map(
              ({ name, given }) => html`<dt><bdi>${name}</bdi></dt><dd><sayso-mark .given=${given}></sayso-mark></dd>`,
            )}
          </dl>`
    }
    ${
      tags.length === 0
        ? nothing
        : html`<ul class="tags small" role="list" aria-label=${t('common_tags')}>
            ${tags.map((tag) => html`<li><bdi>${tag}</bdi></li>`)}
          </ul>`
    }
    ${note === undefined ? nothing : privately(note)}
    ${wanted?.note === undefined ? nothing : words(wanted.note)}
    ${
      said.length + Object.keys(others).length === 0
        ? nothing
        : html`<dl class="small">
            ${said.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
            ${Object.entries(others).map(
              ([name, value]) => html`<dt><bdi>${name}</bdi></dt><dd><bdi>${value}</bdi></dd>`,
            )}
          </dl>`
    }
  `;
}

/** A review for all, or words for the person alone. What may not fit must be reachable by keyboard to be scrolled. */
function words(text: string) {
  const isLong = text.length > 400 || text.split('\n').length > 10;
  return html`<p class="words" dir="auto" tabindex=${isLong ? '0' : nothing}>${text}</p>`;
}

function privately(note: string) {
  return html`<div class="private">
    <p class="small quiet">${t('dashboard_item_source_private')}</p>
    ${words(note)}
  </div>`;
}

/** What was done with the thing, in lines of a label and a value. */
function saidOf({
  uses = [],
  useCount,
  liked,
  owned,
  wanted,
}: Pick<SourceContent, 'uses' | 'useCount' | 'liked' | 'owned' | 'wanted'>): (readonly [string, string])[] {
  const times = Math.max(uses.length, useCount ?? 0);
  const dates = uses.flatMap(({ at }) => at ?? []);
  const shown = formatList(dates.slice(-MAX_DATES).map((at) => formatMoment(at)));
  const count = tn('dashboard_item_source_times', times);
  return [
    ...(times === 0 ? [] : [[t('dashboard_item_source_used'), shown === '' ? count : `${count}: ${shown}`] as const]),
    ...dated('dashboard_item_source_liked', liked),
    ...dated('dashboard_item_source_owned', owned, owned?.count),
    ...dated('dashboard_item_source_wanted', wanted),
  ];
}

function dated(
  label: MessageKey,
  fact: { readonly at?: Moment } | undefined,
  count = 1,
): (readonly [string, string])[] {
  if (!fact) {
    return [];
  }
  const when = fact.at === undefined ? t('dashboard_item_source_yes') : formatMoment(fact.at);
  return [[t(label), count > 1 ? `${formatNumber(count)} × · ${when}` : when]];
}

customElements.define('sayso-item-sources', SaysoItemSources);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-item-sources': SaysoItemSources;
  }
}
