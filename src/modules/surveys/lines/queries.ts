import type { Context } from "#core/context.ts";
import { slugOf } from "#core/slug.ts";
import type { Words } from "#methods/questionnaire.ts";
import { languageName } from "#modules/organizations/vocabulary.ts";
import type { Wrong } from "#modules/surveys/conditions/queries.ts";
import { say } from "./messages.ts";

/** What a form carries. */
export type Fields = Readonly<Record<string, unknown>>;
/** One line of a list. */
export type Labeled = { readonly label: Words };

/** The text of one field. */
export const textAt = (fields: Fields, name: string): string =>
  typeof fields[name] === "string" ? fields[name].replaceAll("\r\n", "\n").trim() : "";

/** One text in each language; languages in which nothing stands are left out. */
export const wordsAt = (fields: Fields, name: string, languages: readonly string[]): Words =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = textAt(fields, `${name}.${language}`);
      return text === "" ? [] : [[language, text]];
    }),
  );

/** Nothing where no language says anything. */
export const someWords = (words: Words): Words | undefined =>
  Object.keys(words).length > 0 ? words : undefined;

/** The number in one field, written with a comma or a point. */
export const numberAt = (fields: Fields, name: string): number | undefined => {
  const text = textAt(fields, name).replace(",", ".");
  return text === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
};

const lines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** The texts of lists, language by language: as many lines in each, or none. */
type Listed =
  | { readonly ok: true; readonly lines: readonly Words[] }
  | { readonly ok: false; readonly wrong: Wrong };

/** The lines of a list in all languages. */
export const listAt = (ctx: Context, fields: Fields, name: string, languages: readonly string[]): Listed => {
  const [first = "de", ...others] = languages;
  const main = lines(textAt(fields, `${name}.${first}`));
  const result: Record<string, string>[] = main.map((text) => ({ [first]: text }));
  for (const language of others) {
    const own = lines(textAt(fields, `${name}.${language}`));
    if (own.length === 0) continue;
    if (own.length !== main.length) {
      const sentence = say(ctx)("wrongCount", {
        language: languageName(ctx, language),
        n: own.length,
        all: main.length,
      });
      return { ok: false, wrong: { field: `${name}.${language}`, sentence } };
    }
    own.forEach((text, index) => {
      const line = result[index];
      if (line) line[language] = text;
    });
  }
  return { ok: true, lines: result };
};

const slugFree = (text: string, taken: ReadonlySet<string>): string => {
  const wanted = slugOf(text, "antwort").replaceAll("-", "_").slice(0, 60);
  const stem = /^[a-z_]/iu.test(wanted) ? wanted : `a_${wanted}`;
  let name = stem === "other" ? "other_" : stem;
  for (let n = 2; taken.has(name); n += 1) name = `${stem}_${n}`;
  return name;
};

/** Keeps what stood there by its words, else by its place when as many lines stand there as before, else anew. */
export const matched = <Old extends Labeled>(
  texts: readonly Words[],
  old: readonly Old[],
  language: string,
  key: (line: Old) => string,
  make: (name: string, label: Words) => Old,
): Old[] => {
  const byWords = new Map(old.map((line) => [line.label[language] ?? "", line]));
  const known = texts.map((label) => byWords.get(label[language] ?? ""));
  const kept = new Set(known.filter((line) => line !== undefined));
  const taken = new Set(old.map(key));
  return texts.map((label, index) => {
    const there = old[index];
    const isRenamed = texts.length === old.length && there !== undefined && !kept.has(there);
    const same = known[index] ?? (isRenamed ? there : undefined);
    if (same) return { ...same, label };
    const name = slugFree(label[language] ?? "", taken);
    taken.add(name);
    return make(name, label);
  });
};
