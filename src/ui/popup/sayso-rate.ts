import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { AppContext } from '../../app/context.ts';
import { clearMark } from '../../app/clear-mark.ts';
import { describeItem } from '../../app/describe-item.ts';
import { editRating } from '../../app/edit-rating.ts';
import { type KnownItem, lookUpRatings } from '../../app/look-up-ratings.ts';
import { undoChange } from '../../app/undo-change.ts';
import { wantItem } from '../../app/want-item.ts';
import { watch } from '../../app/watch.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { ItemFacts } from '../../domain/item.ts';
import type { Rating } from '../../domain/rating.ts';
import { type HalfStars, halfStarsOf } from '../../domain/scale.ts';
import { openOwnPage } from '../../platform/tabs.ts';
import { ratingsChanged } from '../../platform/tell.ts';
import '../components/sayso-note.ts';
import type { NoteChanged, NoteTyped } from '../components/sayso-note.ts';
import '../components/sayso-notice.ts';
import { type RatingChanged, type RatingWalked, starsText } from '../components/sayso-stars.ts';
import '../components/sayso-tags.ts';
import type { TagsChanged, TagTyped } from '../components/sayso-tags.ts';
import { hashOf } from '../dashboard/route.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { tell } from '../tell.ts';
import { Watched } from '../watched.ts';
import { dropDraft, keepDraft } from './drafts.ts';
import { giveMark } from '../../app/give-mark.ts';
import type { PageThings } from './page-things.ts';
import { ratingStory } from './rating-story.ts';
import type { ItemDescribed, ThingChosen } from './sayso-thing.ts';
import './sayso-thing.ts';

/**
 * The thing of this page, and what the person thinks of it. Everything given here is saved by itself, at once.
 *
 * @fires {Told} told - something was saved, and how to take it back
 */
export class SaysoRate extends LitElement {
  static override properties = {
    context: { attribute: false },
    things: { attribute: false },
    _facts: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare things: PageThings;
  /** The chosen thing, with the person's corrections of what was recognised. */
  declare _facts: ItemFacts | undefined;
  declare _failure: unknown;

  readonly #known = new Watched<KnownItem | undefined>(this, () => () => undefined);

  static override styles = [
    base,
    controls,
    css`
      sayso-note,
      sayso-tags {
        margin-block-start: var(--sayso-gap-3);
      }

      sayso-notice {
        margin-block: var(--sayso-gap-3);
      }

      sayso-stars {
        margin-block-start: var(--sayso-gap-1);
      }

      .want {
        margin-block-start: var(--sayso-gap-3);
      }
    `,
  ];

  constructor() {
    super();
    this._facts = undefined;
    this._failure = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('things')) {
      this.#choose(this.things.first);
    }
  }

  protected override render() {
    const facts = this._facts;
    if (!facts) {
      return html``;
    }
    const known = this.#known.value;
    const rating = known?.rating;
    const shown = known?.item ?? facts;
    return html`
      <sayso-thing
        .facts=${shown}
        .things=${this.things}
        @thing-chosen=${(event: ThingChosen) => this.#choose(event.detail.facts)}
        @item-described=${this.#onDescribed}
      ></sayso-thing>
      <sayso-stars
        .halfStars=${rating === undefined ? 0 : halfStarsOf(rating.value)}
        .label=${t('stars_label_of', shown.name)}
        @rating-walked=${({ detail }: RatingWalked) => this.#keepMark(this._facts, detail.halfStars)}
        @rating-changed=${this.#onRated}
      ></sayso-stars>
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      ${this.#known.failure === undefined ? nothing : html`<sayso-notice .failure=${this.#known.failure}></sayso-notice>`}
      ${rating === undefined ? nothing : this.#saidOf(rating, known?.earlierMarks ?? 0)}
      ${
        // A page is seldom what is wanted; what is recognised on it, or what the person says it is, may be.
        shown.kind === 'WebPage'
          ? nothing
          : html`<p class="want">
              <button type="button" @click=${() => this.#want(facts)}>${t('popup_want')}</button>
            </p>`
      }
    `;
  }

  #saidOf(rating: Rating, earlierMarks: number) {
    return html`
      <p class="quiet small">${ratingStory(rating, earlierMarks)}</p>
      <sayso-note
        .text=${rating.text ?? ''}
        placeholder=${t('popup_note_placeholder')}
        @note-typed=${(event: NoteTyped) => keepDraft('note', { itemId: rating.itemId, text: event.detail.text })}
        @note-changed=${(event: NoteChanged) => this.#onNote(rating, event.detail.text)}
      ></sayso-note>
      <sayso-tags
        .tags=${rating.tags ?? []}
        @tag-typed=${(event: TagTyped) => keepDraft('tag', { itemId: rating.itemId, text: event.detail.text })}
        @tags-changed=${(event: TagsChanged) => this.#onTags(rating, event.detail.tags)}
      ></sayso-tags>
    `;
  }

  #choose(facts: ItemFacts): void {
    this._facts = facts;
    this.#known.value = undefined;
    this.#known.rewatch(
      watch(async () => {
        const [known] = await lookUpRatings(this.context, { things: [facts.identifiers] });
        return known;
      }),
    );
  }

  /** The mark is not given yet; should the popup go before it is kept, the next one keeps it. */
  #keepMark(facts: ItemFacts | undefined, halfStars: HalfStars): void {
    if (facts) {
      keepDraft('mark', { facts, halfStars, atMs: this.context.clock.nowMs() });
    }
  }

  async #onRated({ detail: { halfStars } }: RatingChanged): Promise<void> {
    const facts = this._facts;
    const known = this.#known.value;
    if (!facts) {
      return;
    }
    if (halfStars === 0) {
      dropDraft('mark');
      if (known?.rating) {
        const { itemId } = known.rating;
        await this.#save(() => clearMark(this.context, { itemId }), t('popup_removed'));
      }
      return;
    }
    this.#keepMark(facts, halfStars);
    await this.#save(
      async () => {
        const rated = await giveMark(this.context, { facts, halfStars });
        dropDraft('mark');
        return rated;
      },
      t('popup_saved', starsText(halfStars)),
    );
  }

  async #onNote({ itemId }: Rating, text: string): Promise<void> {
    await this.#save(async () => {
      const edited = await editRating(this.context, { itemId, text: text === '' ? null : text });
      dropDraft('note');
      return edited;
    }, t('popup_note_saved'));
  }

  async #onTags({ itemId }: Rating, tags: readonly string[]): Promise<void> {
    await this.#save(async () => {
      const edited = await editRating(this.context, { itemId, tags });
      dropDraft('tag');
      return edited;
    }, t('common_saved'));
  }

  /** A correction goes into the record if there is one, else it waits in hand for the rating. */
  async #onDescribed({ detail }: ItemDescribed): Promise<void> {
    const itemId = this.#known.value?.item.id;
    if (itemId !== undefined) {
      await this.#save(() => describeItem(this.context, { itemId, ...detail }), t('popup_described'));
    } else if (this._facts) {
      this._facts = { ...this._facts, ...detail };
    }
  }

  /** On the watch-list it stays whether or not an intention is written of it. */
  async #want(facts: ItemFacts): Promise<void> {
    try {
      const { item } = await wantItem(this.context, { facts });
      this._failure = undefined;
      await openOwnPage(`src/ui/dashboard/dashboard.html${hashOf('intentions', 'new', `item=${item.id}`)}`);
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  async #save(change: () => Promise<{ readonly journalId: RecordId }>, text: string): Promise<void> {
    try {
      const { journalId } = await change();
      this._failure = undefined;
      tell(this, { text, undo: () => this.#undo(journalId) });
      await ratingsChanged();
    } catch (thrown) {
      this._failure = thrown;
      // What is on the stars and what is kept must not differ: they show again what is kept.
      const stars = this.renderRoot.querySelector('sayso-stars');
      if (stars) {
        stars.halfStars = this.#known.value?.rating ? halfStarsOf(this.#known.value.rating.value) : 0;
      }
    }
  }

  async #undo(journalId: RecordId): Promise<void> {
    await undoChange(this.context, { journalId });
    await ratingsChanged();
  }
}

customElements.define('sayso-rate', SaysoRate);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-rate': SaysoRate;
  }
}
