import { describe, expect, it } from 'vitest';
import { guessEncoding } from '../../../src/transfer/guess-encoding.ts';
import { bytesIn } from '../../support/bytes-in.ts';

const RUSSIAN = 'Title,Stars\nПреступление и наказание,5\nМастер и Маргарита,4\n';
const UKRAINIAN = 'Назва,Оцінка\nТіні забутих предків,5\nЗемля,4\n';
const JAPANESE = 'タイトル,評価\n千と千尋の神隠し,5\nとなりのトトロ,4\n';
const KOREAN = '제목,평점\n살인의 추억,5\n기생충과 올드보이,4\n';
const SIMPLIFIED = '书名,评分\n我们这一代人的故事,5\n红楼梦与我,4\n';
const TRADITIONAL = '書名,評分\n我們這一代人的故事,5\n紅樓夢與我,4\n';
const FRENCH = 'Titre,Note\nAmélie et les enfants du cinéma,5\nLe père Noël à la fenêtre,4\n';

describe('guessEncoding', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['windows-1251', UKRAINIAN],
    ['koi8-r', RUSSIAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['euc-kr', KOREAN],
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['macintosh', FRENCH],
  ] as const)('tells %s by what is written in it: %s', (encoding, text) => {
    expect(guessEncoding(bytesIn(encoding, text))).toBe(encoding);
  });

  it.each([
    ['windows-1252', FRENCH],
    ['windows-1252', 'Titel,Note\nÜber den Dächern – süß & größer als “Fußball”,5\nÄrger,4\n'],
    ['windows-1252', 'Título,Nota\nCorazón de león: ¿qué pasó?,5\n'],
    ['windows-1250', 'Název,Hvězdy\nPříliš žluťoučký kůň úpěl ďábelské ódy,5\nŽižek,4\n'],
    ['windows-1253', 'Τίτλος,Βαθμός\nΟ θίασος και το λιβάδι που δακρύζει,5\n'],
    ['windows-1254', 'Başlık,Puan\nKış Uykusu ve Bir Zamanlar Anadolu’da,5\n'],
    ['windows-1252', 'Title,Stars\nCafé,5\n'],
  ] as const)('says nothing where several could be meant: %s, %s', (encoding, text) => {
    expect(guessEncoding(bytesIn(encoding, text))).toBeUndefined();
  });

  it('says nothing of nothing', () => {
    expect(guessEncoding(new Uint8Array())).toBeUndefined();
  });
});
