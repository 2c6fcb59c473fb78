import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { countOfSources, type SourceCount } from '../../../app/count-of-sources.ts';
import type { PastImport } from '../../../app/list-imports.ts';
import type { ImportResult } from '../../../app/run-import.ts';
import { watch } from '../../../app/watch.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { queryOf, type RatingsView, WHOLE_LIST } from '../ratings/ratings-view.ts';
import { properSourceName } from '../ratings/source-name.ts';
import { hashOf } from '../route.ts';
import type { ImportDesk } from './import-desk.ts';
import { countTexts, stateTexts } from './import-words.ts';
import './sayso-import-undo.ts';

/** What came of an import, where it is now, and what can be done with it. */
export class SaysoImportDone extends LitElement {
  static override properties = {
    context: { attribute: false },
    desk: { attribute: false },
    result: { attribute: false },
    past: { attribute: false },
  };

  declare context: AppContext;
  declare desk: ImportDesk;
  declare result: ImportResult;
  /** The same import among those of before, once it is read there. */
  declare past: PastImport | undefined;

  readonly #counts = new Watched<readonly SourceCount[]>(this, () => () => undefined);

  static override styles = [
    base,
    controls,
    css`
      ul {
        padding-inline-start: var(--sayso-gap-5);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('past');
    if (this.past && this.past.id !== before?.id) {
      const { sources } = this.past;
      this.#counts.rewatch(watch(() => countOfSources(this.context, { sources })));
    }
  }

  /** What comes a moment later stands below: nothing moves under a hand that is about to press. */
  protected override render() {
    const isUndone = this.past?.state === 'undone';
    const isGone = this.past?.state === 'gone';
    const isNothing = this.past?.state === 'nothing';
    return html`<div class="stack">
      <h2 tabindex="-1">
        ${t(isUndone ? 'import_done_undone' : isGone ? 'import_done_gone' : isNothing ? 'import_done_nothing' : 'import_done')}
      </h2>
      ${
        isUndone
          ? html`<p>${t('import_past_is_undone')}</p>`
          : isNothing
            ? html`<p>${t('import_done_nothing_text')}</p>`
            : isGone
              ? nothing
              : this.#told()
      }
      <div class="row">
        ${
          isUndone || isGone || this.result.counts.added === 0
            ? nothing
            : html`<a class="button" href=${hashOf('joins')}>${t('import_done_joins')}</a>`
        }
        <button type="button" @click=${() => this.desk.startOver()}>${t('import_done_more')}</button>
      </div>
      <div class="row">
        ${this.past?.state === 'standing' ? this.#ways() : nothing}
        ${this.past ? html`<sayso-import-undo .past=${this.past}></sayso-import-undo>` : nothing}
      </div>
    </div>`;
  }

  #told() {
    const { counts } = this.result;
    return html`<ul>
        ${[...countTexts({ ...counts, intentions: 0 }), ...stateTexts(counts)].map((text) => html`<li>${text}</li>`)}
        ${counts.skipped === 0 ? nothing : html`<li>${tn('import_skipped', counts.skipped)}</li>`}
      </ul>
      <p>${t('import_done_text')}</p>
      ${
        counts.intentions === 0
          ? nothing
          : html`<p>
              ${tn('import_done_intentions', counts.intentions)}
              <a href=${listed({ isUnrated: true, trace: 'wanted' })}>${t('import_done_wanted')}</a>
            </p>`
      }`;
  }

  /** To what came from each source, the first way first: where its marks are, or the things without one. */
  #ways() {
    const counts = this.#counts.value ?? [];
    const ways = counts.flatMap(({ source, isAnyRated, unrated }) => {
      const name = properSourceName(source);
      const see = t('import_done_see', name);
      const text = tn(counts.length === 1 ? 'import_done_unrated' : 'import_done_unrated_of', unrated, name);
      const others = { href: listed({ isUnrated: true, source }), text };
      return [
        ...(isAnyRated ? [{ href: listed({ source }), text: see }] : []),
        ...(unrated > 0 ? [isAnyRated ? others : { ...others, text: see }] : []),
      ];
    });
    return ways.map(
      ({ href, text }, place) => html`<a class=${place === 0 ? 'button primary' : 'button'} href=${href}>${text}</a>`,
    );
  }
}

function listed(narrowed: Partial<RatingsView>): string {
  return hashOf('ratings', undefined, queryOf({ ...WHOLE_LIST, ...narrowed }));
}

customElements.define('sayso-import-done', SaysoImportDone);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-done': SaysoImportDone;
  }
}
