import german from '../../public/_locales/de/messages.json' with { type: 'json' };
import english from '../../public/_locales/en/messages.json' with { type: 'json' };

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** Import this before anything of `src/ui` in a test: the polyfill refuses to load where there is no extension. */
const languages: Record<'en' | 'de', Readonly<Record<string, Message>>> = { en: english, de: german };
let messages = languages.en;

const fakeBrowser = {
  runtime: { id: 'sayso@test', getURL: (path: string) => `chrome-extension://sayso/${path}` },
  i18n: { getMessage, getUILanguage: () => getMessage('common_language') },
};

Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });

/** Which language the texts of later calls are in. */
export function speak(language: 'en' | 'de'): void {
  messages = languages[language];
}

/** As the browsers do it: named placeholders first, then `$1` to `$9`; an unknown key is an empty text. */
function getMessage(key: string, substitutions: string | readonly string[] = []): string {
  if (key === '@@bidi_dir') {
    return 'ltr';
  }
  const entry = messages[key];
  const values = typeof substitutions === 'string' ? [substitutions] : substitutions;
  return (entry?.message ?? '')
    .replaceAll(
      /\$([a-z_]\w*)\$/giu,
      (_match, name: string) => entry?.placeholders?.[name.toLowerCase()]?.content ?? '',
    )
    .replaceAll(/\$([1-9])/gu, (_match, position: string) => values[Number(position) - 1] ?? '');
}
