type Plural = { readonly one: string; readonly other: string };
type Sentence = string | Plural;

/** The placeholders of a sentence, read off the sentence itself: "{seats} free" needs `seats`. */
type Params<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Params<Rest>
  : never;

type ParamsOf<S extends Sentence> = S extends Plural
  ? "n" | Params<S["one"]> | Params<S["other"]>
  : S extends string
    ? Params<S>
    : never;

type Arguments<S extends Sentence> = [ParamsOf<S>] extends [never]
  ? []
  : [{ readonly [Name in ParamsOf<S>]: string | number }];

export type Source = { readonly [key: string]: Sentence };
export type Say<M extends Source> = <K extends keyof M & string>(key: K, ...args: Arguments<M[K]>) => string;

/** Translations as Weblate reads them: i18next v4, plural forms as `seats_one`, `seats_other`. */
export type Translation = { readonly [key: string]: string };
export type Translations = { readonly [language: string]: Translation };

export const languages = ["de", "en", "hsb", "de-x-easy"] as const;

type Reader = { readonly language: string };

const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.includes("{")
    ? sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""))
    : sentence;

const pluralRules = new Map<string, Intl.PluralRules>();
const category = (language: string, n: number): string => {
  const rules = pluralRules.get(language) ?? new Intl.PluralRules(language);
  pluralRules.set(language, rules);
  return rules.select(n);
};

const translated = (
  translation: Translation | undefined,
  language: string,
  key: string,
  n: number | undefined,
) => {
  if (!translation) return undefined;
  if (n === undefined) return translation[key];
  return translation[`${key}_${category(language, n)}`] ?? translation[`${key}_other`];
};

const inSource = (sentence: Sentence, n: number | undefined): string =>
  typeof sentence === "string" ? sentence : sentence[n === 1 ? "one" : "other"];

const fallbacks: Readonly<Record<string, readonly string[]>> = { en: [], de: ["de"] };

/** Upper Sorbian and Easy German may be partial; what they lack is said in German. */
const fallback = (language: string): readonly string[] => fallbacks[language] ?? [language, "de"];

/**
 * Source sentences live in code, in English; translations are JSON beside it.
 * `say(ctx)("seats", { n: 2 })` – a forgotten or misspelled placeholder does not compile.
 */
export const messages = <const M extends Source>(source: M, translations: Translations = {}) => {
  const speak =
    ({ language }: Reader): Say<M> =>
    (key, ...args) => {
      const values: Readonly<Record<string, string | number>> = args[0] ?? {};
      const sentence = source[key] as Sentence;
      const n = typeof sentence === "string" ? undefined : Number(values["n"]);
      for (const candidate of fallback(language)) {
        const text = translated(translations[candidate], candidate, key, n);
        if (text !== undefined) return fill(text, values);
      }
      return fill(inSource(sentence, n), values);
    };
  return Object.assign(speak, { source, translations });
};

/** The word for each code of a closed list; a code that a later version no longer knows is shown as it is. */
export const naming = <Code extends string>(
  codes: readonly Code[],
  word: (reader: Reader, code: Code) => string,
): ((reader: Reader, code: string) => string) => {
  const known = new Set<string>(codes);
  return (reader, code) => (known.has(code) ? word(reader, code as Code) : code);
};
