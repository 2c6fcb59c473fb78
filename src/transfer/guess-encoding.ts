import type { Encoding } from './encoding.ts';

/** Fewer letters say nothing of a language. */
const LEAST_LETTERS = 8;
/** Those that Russian, Ukrainian, Bulgarian and Serbian have most of: about half of all their letters. Greek bytes make a quarter. */
const FREQUENT_CYRILLIC = /[оеаинтср]/giu;
/** So many of a hundred characters of Chinese are among the hundred commonest; of bytes of another encoding, hardly any. */
const FREQUENT_HAN = {
  gb18030:
    /[的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长爱书红楼梦海风情战记传新]/gu,
  big5: /[的一是不了在人有我他這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長愛書紅樓夢海風情戰記傳新]/gu,
} as const;
/** After a small letter these are accents of the Mac; in the encodings of Windows, signs and capitals that stand there in no language. */
const MAC = /[a-z][\x87-\x8D\x8F\x90\x98]|[a-z]\x8E/gu;
/** Small letters with an accent, as Windows writes them. */
const WINDOWS = /[a-z][\xE0-\xFF]/gu;

/**
 * The encoding of bytes that are no Unicode, where they speak for one so strongly that no other is likely.
 *
 * @param bytes - the lines of a file that are not ASCII alone, as many as are at hand
 * @returns `undefined` where nothing is certain: the commonest, windows-1252, is then as good as any
 */
export function guessEncoding(bytes: Uint8Array): Encoding | undefined {
  return guesses(bytes).find(([, isLikely]) => isLikely())?.[0];
}

function guesses(bytes: Uint8Array): readonly (readonly [Encoding, () => boolean])[] {
  const inEncoding = (encoding: Encoding): string | undefined => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      return undefined; // not that one
    }
  };
  return [
    ['shift_jis', () => isJapanese(inEncoding('shift_jis'))],
    ['euc-jp', () => isJapanese(inEncoding('euc-jp'))],
    ['euc-kr', () => share(inEncoding('euc-kr'), /\p{Script=Hangul}/gu, /\p{L}/gu) > 0.95],
    ['gb18030', () => share(inEncoding('gb18030'), FREQUENT_HAN.gb18030, /\p{Script=Han}/gu) > 0.2],
    ['big5', () => share(inEncoding('big5'), FREQUENT_HAN.big5, /\p{Script=Han}/gu) > 0.2],
    ['windows-1251', () => isCyrillic(inEncoding('windows-1251'))],
    ['koi8-r', () => isCyrillic(inEncoding('koi8-r'))],
    ['macintosh', () => isMac(bytes)],
  ];
}

/** Kana make a third of Japanese and more; halves of other letters are none of the wide ones. */
function isJapanese(text: string | undefined): boolean {
  return share(text, /[\u3041-\u30FE]/gu, /\p{L}/gu) > 0.3;
}

/** Words of small letters behind at most one capital, with the letters that are frequent. */
function isCyrillic(text: string | undefined): boolean {
  const letters = text?.match(/\p{Script=Cyrillic}/gu) ?? [];
  const small = letters.filter((letter) => letter === letter.toLowerCase());
  const inWords = text?.match(/(?<![a-z\p{Script=Cyrillic}])\p{Script=Cyrillic}{3,}(?![a-z])/giu)?.join('').length ?? 0;
  return (
    share(text, FREQUENT_CYRILLIC, /\p{Script=Cyrillic}/gu) > 0.4 &&
    small.length > letters.length * 0.6 &&
    inWords > letters.length * 0.6 &&
    share(text, /\p{Script=Cyrillic}/gu, /[^\0-\x7F]/gu) > 0.8
  );
}

function isMac(bytes: Uint8Array): boolean {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const accents = text.match(MAC)?.length ?? 0;
  return accents > 1 && accents > 4 * (text.match(WINDOWS)?.length ?? 0);
}

/** How many of the letters outside of ASCII are of one sort; none where there are too few to tell. */
function share(text: string | undefined, some: RegExp, all: RegExp): number {
  const beyond = text?.replace(/[\0-\x7F]/gu, '') ?? '';
  const letters = beyond.match(all)?.length ?? 0;
  return letters < LEAST_LETTERS ? 0 : (beyond.match(some)?.length ?? 0) / letters;
}
