import { css, html, LitElement, nothing } from 'lit';
import type { PreviewRow } from '../../../app/preview-import.ts';
import type { ItemFacts } from '../../../domain/item.ts';
import type { Moment } from '../../../domain/moment.ts';
import type { SourceContent } from '../../../domain/source-record.ts';
import '../../components/sayso-mark.ts';
import { formatMoment, formatNumber } from '../../format.ts';
import { t } from '../../i18n.ts';
import { kindName } from '../../kind-name.ts';
import { base } from '../../styles/base.ts';
import { properSourceName } from '../ratings/source-name.ts';

/** As much of a review as tells which it is. */
const SHOWN_CHARACTERS = 160;
/** Of what only the source has a word for. */
const SHOWN_FIELDS = 6;

/** One thing of a file, as it will be. */
export class SaysoImportRow extends LitElement {
  static override properties = {
    facts: { attribute: false },
    content: { attribute: false },
    note: {},
    old: { attribute: false },
  };

  declare facts: ItemFacts | undefined;
  declare content: SourceContent | undefined;
  /** What will become of it, in a word. */
  declare note: string;
  /** The mark that stands here so far: it is shown before the file's. */
  declare old: PreviewRow['here'];

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 var(--sayso-gap-4);
        padding-block: var(--sayso-gap-2);
      }

      .thing {
        flex: 1 1 14rem;
        min-inline-size: 0;
      }

      .said {
        flex: 0 1 15rem;
        min-inline-size: 0;
      }

      .name {
        font-weight: 600;
      }

      .note {
        display: inline-block;
        margin-inline-start: var(--sayso-gap-2);
        padding-inline: var(--sayso-gap-2);
        border-radius: var(--sayso-radius);
        background: var(--sayso-accent-ground);
        color: var(--sayso-accent-strong);
        font-size: var(--sayso-small);
      }

      .old {
        margin-block-end: var(--sayso-gap-1);
      }

      blockquote {
        flex-basis: 100%;
      }
    `,
  ];

  constructor() {
    super();
    this.note = '';
  }

  protected override render() {
    const { facts, content } = this;
    if (!facts) {
      return nothing;
    }
    const about = [
      kindName(facts.kind),
      ...(facts.year === undefined ? [] : [String(facts.year)]),
      ...(facts.creators ?? []),
    ];
    const present = content?.ratings?.at(-1);
    const told = [...(present ? [dateText(present.at)] : []), ...this.#others()];
    if (told.length === 0 && content?.text === undefined) {
      told.push(...restOf(content));
    }
    return html`
      <div class="thing">
        <p>
          <bdi class="name">${facts.name}</bdi>
          ${this.note === '' ? nothing : html`<span class="note">${this.note}</span>`}
        </p>
        <p class="small quiet"><bdi>${about.join(' · ')}</bdi></p>
      </div>
      <div class="said">
        ${this.old && present ? this.#oldMark(this.old) : nothing}
        ${present ? html`<sayso-mark .given=${present.given}></sayso-mark>` : nothing}
        <p class="small quiet"><bdi>${told.join(' · ')}</bdi></p>
      </div>
      ${content?.text === undefined ? nothing : html`<blockquote class="small"><bdi>${shortText(content.text)}</bdi></blockquote>`}
    `;
  }

  #oldMark({ given, source, at }: NonNullable<PreviewRow['here']>) {
    const whose =
      source === 'person' ? t('import_old_mark_yours') : t('import_old_mark_source', properSourceName(source));
    return html`<div class="old">
        <p class="small quiet">${whose}</p>
        <sayso-mark .given=${given}></sayso-mark>
        <p class="small quiet">${dateText(at)}</p>
      </div>
      <p class="small quiet">${t('import_new_mark')}</p>`;
  }

  /** What is said of it beside the mark. */
  #others(): string[] {
    const { uses, useCount, wanted, liked, owned } = this.content ?? {};
    const lastUse = uses?.at(-1);
    const times = Math.max(uses?.length ?? 0, useCount ?? 0);
    return [
      ...(lastUse
        ? [lastUse.at === undefined ? t('import_row_seen_undated') : t('import_row_seen', formatMoment(lastUse.at))]
        : []),
      ...(times > 1 ? [t('import_row_times', formatNumber(times))] : []),
      ...(wanted ? [t('import_row_wanted')] : []),
      ...(liked ? [t('import_row_liked')] : []),
      ...(owned ? [t('import_row_owned')] : []),
    ];
  }
}

function dateText(at: Moment | undefined): string {
  return at === undefined ? t('import_date_unknown') : formatMoment(at);
}

/** What else is said of a thing of which there is no mark, no word and no list: in the source's own words. */
function restOf({ tags = [], note, others = {} }: SourceContent = {}): string[] {
  const fields = Object.entries(others).map(([field, text]) => `${field}: ${text}`);
  return [...tags, ...(note === undefined ? [] : [note]), ...fields].slice(0, SHOWN_FIELDS).map(shortText);
}

function shortText(text: string): string {
  const characters = Array.from(text.slice(0, 4 * SHOWN_CHARACTERS).replaceAll(/\s+/gu, ' '));
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join('').trimEnd()}…` : text;
}

customElements.define('sayso-import-row', SaysoImportRow);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-row': SaysoImportRow;
  }
}
