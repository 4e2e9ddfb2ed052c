import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { plainSearch, type SearchWord, textQuery } from "#methods/search-words.ts";
import { offersOf, onOffer } from "#modules/opportunities/queries.ts";
import { skillName, skills } from "#modules/opportunities/vocabulary.ts";
import { fieldName, fields, targetGroupName, targetGroups } from "#modules/organizations/vocabulary.ts";

type Found = { readonly rank: number; readonly direct: boolean };
/** What was found: how well, and whether by the words themselves or by their sound. */
export type Hits = ReadonlyMap<Id<"opportunity">, Found>;

const codesNamed = (ctx: Context, { alternatives }: SearchWord): string[] => {
  // A field is named by its first word: not all of "Umwelt, Natur und Tiere" is about animals.
  const named = (name: string, words = 9) => {
    const own = plainSearch(name)
      .split(/[^a-z0-9]+/u)
      .slice(0, words);
    return alternatives.some((word) => word.length >= 4 && own.some((one) => one.startsWith(word)));
  };
  return [
    ...fields.filter((code) => named(fieldName(ctx, code), 1)),
    ...targetGroups.filter((code) => code !== "everyone" && named(targetGroupName(ctx, code))),
    ...skills.filter((code) => named(skillName(ctx, code))),
  ];
};

const soundsLike = 0.45;
const text = sql`plain_text(opportunities.title || ' ' || opportunities.summary || ' ' || organizations.name || ' ' || coalesce(opportunities.town_name, ''))`;
const vector = sql`(opportunities.search || setweight(to_tsvector('german_plain', organizations.name), 'B'))`;
const codes = sql`(opportunities.fields || opportunities.target_groups || opportunities.skills)`;

/**
 * The offers that have these words: in their text, in the name of the organization, inside a longer word
 * ("Schulgarten"), or as their field; and, where none has, those that sound like it.
 */
export const findByWords = async (ctx: Context, words: readonly SearchWord[]): Promise<Hits> => {
  const each = words.map((word) => {
    const inside = word.alternatives
      .filter((form) => form.length >= 5)
      .map((form) => `%${form.replace(/ae/gu, "a").replace(/oe/gu, "o").replace(/ue/gu, "u")}%`);
    return sql`(told.vector @@ to_tsquery('german_plain', ${textQuery([word])}) or told.text like any (${inside}::text[])
      or told.codes && ${codesNamed(ctx, word)}::text[])`;
  });
  const likeness = words.map(({ typed }) => sql`word_similarity(plain_text(${typed}), told.text)`);
  // The limit keeps this a step of its own, so that the words of an offer are read once and not for each word asked.
  const told = offersOf(ctx)
    .select(["opportunities.id", vector.as("vector"), text.as("text"), codes.as("codes")])
    .where(onOffer(ctx))
    .limit(5_000);
  const rows = await ctx.db
    .selectFrom(told.as("told"))
    .select("told.id")
    .select(sql<boolean>`${sql.join(each, sql` and `)}`.as("direct"))
    .select(sql<number>`ts_rank(told.vector, to_tsquery('german_plain', ${textQuery(words)}))`.as("rank"))
    .select(sql<number>`least(${sql.join(likeness)})`.as("likeness"))
    .limit(5_000)
    .execute();
  const direct = rows.filter((row) => row.direct);
  const hits = direct.length > 0 ? direct : rows.filter((row) => row.likeness >= soundsLike);
  return new Map(
    hits.map(({ id, rank, likeness: like }) => [id, { rank: rank + like, direct: direct.length > 0 }]),
  );
};
