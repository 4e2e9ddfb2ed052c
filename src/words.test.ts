import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Source, Translations } from "#core/messages.ts";

type Spoken = { readonly file: string; readonly source: Source; readonly translations: Translations };

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
  /(^|[/-])(messages|vocabulary|words)\.ts$/u.test(path),
);

const isSpoken = (value: unknown): value is { source: Source; translations: Translations } =>
  typeof value === "function" && "source" in value && "translations" in value;

const readAll = async (): Promise<Spoken[]> => {
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: object = await import(pathToFileURL(resolve("src", file)).href);
      return Object.values(exported)
        .filter(isSpoken)
        .map(({ source, translations }) => ({ file, source, translations }));
    }),
  );
  return found.flat();
};

const placeholders = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/gu) ?? [])].sort();

/** The keys a complete translation has: plural sentences once for each category of the language. */
const expectedKeys = (source: Source, language: string): string[] => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return Object.entries(source).flatMap(([key, sentence]) =>
    typeof sentence === "string" ? [key] : pluralCategories.map((category) => `${key}_${category}`),
  );
};

const sourceOf = (source: Source, key: string): string | undefined => {
  const plain = source[key];
  if (typeof plain === "string") return plain;
  const plural = source[key.replace(/_(zero|one|two|few|many|other)$/u, "")];
  return typeof plural === "object" ? plural.other : undefined;
};

const spoken = await readAll();

test("the words of every room are read", () => {
  expect(spoken.length).toBeGreaterThan(5);
});

test("German is complete everywhere", () => {
  const missing = spoken.flatMap(({ file, source, translations }) =>
    expectedKeys(source, "de")
      .filter((key) => !translations["de"]?.[key]?.trim())
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test("no translation has a key that its source lacks, and all have its placeholders", () => {
  const wrong = spoken.flatMap(({ file, source, translations }) =>
    Object.entries(translations).flatMap(([language, sentences]) =>
      Object.entries(sentences).flatMap(([key, sentence]) => {
        const original = sourceOf(source, key);
        if (original === undefined) return [`${file} ${language}: ${key} is not in the source`];
        const [mine, theirs] = [placeholders(sentence), placeholders(original)];
        // "Eine Stunde" may do without its number.
        const complete = /_(one|two)$/u.test(key)
          ? mine.every((name) => theirs.includes(name))
          : `${mine}` === `${theirs}`;
        return complete ? [] : [`${file} ${language}: ${key} has ${mine.join()} instead of ${theirs.join()}`];
      }),
    ),
  );
  expect(wrong).toEqual([]);
});

test("a language that has a plural has all its categories", () => {
  const wrong = spoken.flatMap(({ file, source, translations }) =>
    Object.entries(translations).flatMap(([language, sentences]) =>
      Object.keys(source)
        .filter(
          (key) =>
            typeof source[key] === "object" &&
            Object.keys(sentences).some((name) => name.startsWith(`${key}_`)),
        )
        .flatMap((key) =>
          new Intl.PluralRules(language)
            .resolvedOptions()
            .pluralCategories.filter(
              (category) => !sentences[`${key}_${category}`] && !sentences[`${key}_other`],
            )
            .map((category) => `${file} ${language}: ${key}_${category}`),
        ),
    ),
  );
  expect(wrong).toEqual([]);
});
