import type { AppContext } from '../../app/context.ts';
import { editRating } from '../../app/edit-rating.ts';
import { lookUpRatings } from '../../app/look-up-ratings.ts';
import { ratingHistory } from '../../app/rating-history.ts';
import { stampMs } from '../../domain/clock.ts';
import { AppError } from '../../domain/errors.ts';
import { type ItemId, recordId } from '../../domain/ids.ts';
import { giveMark, type MarkGiven } from '../../app/give-mark.ts';

/**
 * What the person is in the middle of, until it is saved: a popup is torn down the moment they look elsewhere, and only
 * a write that is done at once survives that. The next popup saves what is left here.
 */
interface Drafts {
  /** Where the arrow keys have walked to on the stars. */
  readonly mark?: Required<MarkGiven>;
  /** The whole note. */
  readonly note?: Words;
  /** A tag that is not finished yet. */
  readonly tag?: Words;
}

interface Words {
  readonly itemId: ItemId;
  readonly text: string;
}

const KEY = 'sayso-drafts';

/** Replaces the draft before: one thing is in hand, in one popup, at a time. */
export function keepDraft<Name extends keyof Drafts>(name: Name, draft: Required<Drafts>[Name]): void {
  localStorage.setItem(KEY, JSON.stringify({ ...readDrafts(), [name]: draft } satisfies Drafts));
}

/** Forgets one: it is saved, or was given up. */
export function dropDraft(name: keyof Drafts): void {
  const { [name]: _dropped, ...rest } = readDrafts();
  if (Object.keys(rest).length === 0) {
    localStorage.removeItem(KEY);
  } else {
    localStorage.setItem(KEY, JSON.stringify(rest));
  }
}

/**
 * Saves what an earlier popup could not. Words whose rating is gone since go with it.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`; the draft stays then.
 */
export async function saveDrafts(context: AppContext): Promise<void> {
  const { mark, note, tag } = readDrafts();
  await save('mark', mark, (draft) => saveMark(context, draft));
  await save('note', note, ({ itemId, text }) => {
    const words = text.trim();
    return editRating(context, { itemId: recordId(itemId), text: words === '' ? null : words });
  });
  await save('tag', tag, (draft) => saveTag(context, draft));
}

async function save<Draft>(
  name: keyof Drafts,
  draft: Draft | undefined,
  keep: (draft: Draft) => Promise<unknown>,
): Promise<void> {
  try {
    if (draft !== undefined) {
      await keep(draft);
    }
  } catch (thrown) {
    const isPast = thrown instanceof AppError && (thrown.code === 'not-found' || thrown.code === 'bad-request');
    if (!isPast) {
      throw thrown;
    }
  }
  dropDraft(name);
}

/** A rating that was changed since is left alone: either it is this one, or the person thinks otherwise by now. */
async function saveMark(context: AppContext, mark: Required<MarkGiven>): Promise<void> {
  const [known] = await lookUpRatings(context, { things: [mark.facts.identifiers] });
  if (!known?.rating || stampMs(known.rating.updatedAt) < mark.atMs) {
    await giveMark(context, mark);
  }
}

async function saveTag(context: AppContext, { itemId, text }: Words): Promise<void> {
  const { current } = await ratingHistory(context, { itemId: recordId(itemId) });
  const tags = current?.tags ?? [];
  const tag = text.trim().replaceAll(/\s+/gu, ' ');
  if (current && tag !== '' && !tags.includes(tag)) {
    await editRating(context, { itemId, tags: [...tags, tag] });
  }
}

function readDrafts(): Drafts {
  try {
    const { mark, note, tag } = (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as Drafts;
    return {
      ...(Array.isArray(mark?.facts.identifiers) && { mark }),
      ...(isWords(note) && { note }),
      ...(isWords(tag) && { tag }),
    };
  } catch {
    // Not what we wrote: nothing that could be saved.
    return {};
  }
}

function isWords(words: Partial<Words> | undefined): words is Words {
  return typeof words?.itemId === 'string' && typeof words.text === 'string';
}
