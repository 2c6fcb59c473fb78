import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { discardRequest } from '../../../app/discard-request.ts';
import { listPreferences } from '../../../app/list-preferences.ts';
import { watch } from '../../../app/watch.ts';
import { AppError } from '../../../domain/errors.ts';
import type { RecordId } from '../../../domain/ids.ts';
import type { Preference } from '../../../domain/preference.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { hashOf } from '../route.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';
import { withGuide, withLine, withNewLine, withoutLine } from './change-draft.ts';
import { DraftInHand } from './draft-in-hand.ts';
import { type DraftFault, faultsOf } from './draft-faults.ts';
import { inputOf } from './draft-input.ts';
import { formStyle } from './form-style.ts';
import type { NeedsGuide } from './needs-guides.ts';
import type { LineDraft, RequestDraft } from './request-draft.ts';
import { requestFields } from './request-fields.ts';
import { saveDraft } from './save-draft.ts';
import './sayso-needs-guide.ts';
import type { GuideAnswered } from './sayso-needs-guide.ts';
import type { Started } from './start-draft.ts';

/** A needs guide, and the line it asks about. */
interface Asking {
  readonly guide: NeedsGuide;
  readonly line: number;
}

/**
 * Writes an intention, or changes one. What was typed and not saved is there again whenever the form is.
 *
 * @fires {Told} told
 */
export class SaysoWriteIntention extends LitElement {
  static override properties = {
    context: { attribute: false },
    query: { attribute: false },
    requestId: { attribute: false },
    _isChecked: { state: true },
    _asking: { state: true },
    _failure: { state: true },
    _refusal: { state: true },
  };

  declare context: AppContext;
  declare query: string;
  /** `new` for a new one. */
  declare requestId: string;
  /** It could not be saved as it was: from then on each field says what is wrong with it. */
  declare _isChecked: boolean;
  declare _asking: Asking | undefined;
  declare _failure: unknown;
  /** Why the request can't be changed as it stands, in words; empty for nothing. */
  declare _refusal: string;

  readonly #hand = new DraftInHand(this);
  readonly #preferences = new Watched<Preference[]>(
    this,
    watch(() => listPreferences(this.context)),
  );

  static override styles = [base, controls, formStyle];

  constructor() {
    super();
    this.query = '';
    this._isChecked = false;
    this._asking = undefined;
    this._failure = undefined;
    this._refusal = '';
    new Heading(this, () => this.#title);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('requestId') || changed.has('query')) {
      void this.#start();
    }
  }

  protected override render() {
    const { started, draft } = this.#hand;
    const back = started?.row ? hashOf('intentions', started.row.id) : hashOf('intentions');
    return html`
      <p class="back"><a href=${back}>${t(started?.row ? 'intentions_back_single' : 'intentions_back')}</a></p>
      <h1 tabindex="-1">${this.#title}</h1>
      ${this.#isMissing || this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      ${
        this.#isMissing
          ? html`<p>${t('intentions_missing_text')}</p>
              <p><a href=${hashOf('changes')}>${t('dashboard_section_changes')}</a></p>`
          : nothing
      }
      ${draft && started ? this.#content(draft, started) : nothing}
    `;
  }

  get #title(): string {
    return t(
      this.#isMissing ? 'intentions_missing' : this.requestId === 'new' ? 'intentions_write' : 'intentions_change',
    );
  }

  get #isMissing(): boolean {
    const failure = this._failure;
    return !this.#hand.started && failure instanceof AppError && ['not-found', 'bad-request'].includes(failure.code);
  }

  #content(draft: RequestDraft, { row, draft: clean }: Started) {
    const phase = row?.cast.phase.kind ?? 'draft';
    if (phase === 'ended' || phase === 'accepted') {
      return html`<sayso-notice>${t('intentions_fixed')}</sayso-notice>`;
    }
    const faults = this.#faults(draft);
    return html`
      <p class="intro quiet">${t(phase === 'draft' ? 'intentions_write_intro' : 'intentions_change_intro')}</p>
      ${this.#hand.isKept ? this.#kept() : nothing}
      <form novalidate @submit=${this.#onSubmit}>
        ${faults.length === 0 ? nothing : this.#summary(faults)}
        ${this._refusal === '' ? nothing : html`<sayso-notice kind="error">${this._refusal}</sayso-notice>`}
        ${requestFields(
          {
            draft,
            faultOf: (field) => faults.find((fault) => fault.field === field)?.text ?? '',
            change: (part) => this.#set({ ...draft, ...part }),
            changeLine: (number, part: Partial<LineDraft>) => this.#set(withLine(draft, number, part)),
          },
          {
            preferences: this.#preferences.value ?? [],
            clean,
            nowMs: this.context.clock.nowMs(),
            isCast: phase !== 'draft',
            onGuide: (line, guide) => (this._asking = { line, guide }),
            onAddLine: () => void this.#addLine(draft),
            onRemoveLine: (line) => void this.#removeLine(draft, line),
          },
        )}
        <div class="acts">
          <button type="submit" class="primary">${t(phase === 'draft' ? 'intentions_save' : 'intentions_save_version')}</button>
          ${this.#hand.isDirty ? html`<button type="button" @click=${this.#forget}>${t('intentions_forget')}</button>` : nothing}
          ${
            row && phase === 'draft'
              ? html`<button type="button" class="danger" @click=${() => this.#discard(row)}>${t('intentions_discard')}</button>`
              : nothing
          }
        </div>
        <p class="small quiet">${t(phase === 'draft' ? 'intentions_save_hint' : 'intentions_save_version_hint')}</p>
      </form>
      ${this._asking ? this.#guide(draft, this._asking) : nothing}
    `;
  }

  #kept() {
    return html`<sayso-notice>
      ${t('intentions_kept')}
      <button slot="actions" type="button" class="bare" @click=${this.#forget}>${t('intentions_kept_forget')}</button>
    </sayso-notice>`;
  }

  #summary(faults: readonly DraftFault[]) {
    return html`<div class="faults" role="alert" tabindex="-1">
      <p>${t('intentions_faults')}</p>
      <ul role="list">
        ${faults.map(
          ({ field, text }) => html`<li>
            <button type="button" class="bare" @click=${() => this.#focus(field)}>${text}</button>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  #guide(draft: RequestDraft, { guide, line }: Asking) {
    return html`<sayso-needs-guide
      .context=${this.context}
      .guide=${guide}
      .preferences=${this.#preferences.value ?? []}
      @guide-answered=${({ detail }: GuideAnswered) =>
        this.#set(withGuide(draft, line, { ...detail, kind: guide.kind, name: t(`guide_${guide.name}`) }))}
      @dialog-closed=${() => (this._asking = undefined)}
    ></sayso-needs-guide>`;
  }

  async #start(): Promise<void> {
    this._isChecked = false;
    this._failure = undefined;
    try {
      await this.#hand.start(this.context, this.requestId, this.query);
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  #faults(draft: RequestDraft): readonly DraftFault[] {
    const { started } = this.#hand;
    return this._isChecked ? faultsOf(draft, this.context.clock.nowMs(), started?.row && started.draft) : [];
  }

  #set(draft: RequestDraft): void {
    this._refusal = '';
    this.#hand.set(draft);
  }

  readonly #forget = (): void => {
    this.#hand.forget();
    this._isChecked = false;
    // The button that was pressed is gone.
    this.renderRoot.querySelector('h1')?.focus();
  };

  async #addLine(draft: RequestDraft): Promise<void> {
    const next = withNewLine(draft);
    this.#set(next);
    await this.#focus(`words-${next.lastLine}`);
  }

  async #removeLine(draft: RequestDraft, line: number): Promise<void> {
    this.#set(withoutLine(draft, line));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#add-line')?.focus();
  }

  async #focus(field: string): Promise<void> {
    await this.updateComplete;
    const element = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(field)}`);
    for (let part = element?.closest('details'); part; part = part.parentElement?.closest('details')) {
      part.open = true;
    }
    element?.focus();
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { started, draft } = this.#hand;
    if (!started || !draft) {
      return;
    }
    this._isChecked = true;
    const [first] = this.#faults(draft);
    if (first) {
      await this.#focus(first.field);
      return;
    }
    await this.#try(async () => {
      const saved = await saveDraft(this.context, started.row, inputOf(draft, started.row?.cast.request));
      if (saved.kind === 'refused') {
        this._refusal = saved.text;
        return;
      }
      this.#hand.drop();
      this.#tell(t('intentions_saved', shortName(inputOf(draft).title)), saved.journalId);
      window.location.hash = hashOf('intentions', saved.id);
    });
  }

  async #discard({ id, cast }: NonNullable<Started['row']>): Promise<void> {
    await this.#try(async () => {
      const { journalId } = await discardRequest(this.context, { id });
      this.#hand.drop();
      this.#tell(t('intentions_discarded', shortName(cast.request.title)), journalId);
      window.location.hash = hashOf('intentions');
    });
  }

  #tell(text: string, journalId: RecordId | undefined): void {
    const undo = journalId && (() => takeBack(this.context, { journalIds: [journalId] }));
    tell(this, { text, ...(undo && { undo }) });
  }

  async #try(change: () => Promise<void>): Promise<void> {
    try {
      this._failure = undefined;
      await change();
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

customElements.define('sayso-write-intention', SaysoWriteIntention);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-write-intention': SaysoWriteIntention;
  }
}
