import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import type { Seeker } from "#methods/match-gates.ts";
import { pointOf } from "#modules/opportunities/queries.ts";
import type { Wish } from "#modules/opportunities/schema.ts";
import { may } from "./policy.ts";

/** What is known of a person who looks for a place: a seeker for the score, with the words it was made from. */
export type Profile = Seeker & {
  readonly postcode: string | null;
  /** In the person's own words. */
  readonly words: string;
};

/** Nothing answered. */
export const emptyProfile: Profile = {
  fields: [],
  skills: [],
  targetGroups: [],
  times: 0,
  rhythms: [],
  company: null,
  languages: [],
  home: null,
  radius: null,
  age: null,
  checked: null,
  needs: [],
  notThese: [],
  postcode: null,
  words: "",
};

/** Between which ages somebody of this band is. */
export const ages: Readonly<Record<"under16" | "16to17" | "adult", NonNullable<Seeker["age"]>>> = {
  under16: { from: 0, to: 15 },
  "16to17": { from: 16, to: 17 },
  adult: { from: 18, to: 130 },
};

/** What a person wishes for, or nothing when they never said. */
export const wishesOf = async (ctx: Context, personId: Id<"person">): Promise<Wish | undefined> => {
  allow(may.see(ctx, personId));
  return ctx.db.selectFrom("wishes").selectAll().where("personId", "=", personId).executeTakeFirst();
};

type Known = { readonly postcode: string | null; readonly ageBand: keyof typeof ages | null };

const profileFrom = (ctx: Context, wish: Wish | undefined, person: Known | undefined): Profile => {
  const postcode = wish?.postcode ?? person?.postcode ?? null;
  return {
    ...emptyProfile,
    ...(wish && {
      fields: wish.fields,
      skills: wish.skills,
      targetGroups: wish.targetGroups,
      times: wish.times,
      rhythms: wish.rhythms,
      company: wish.company,
      languages: wish.languages,
      radius: wish.radiusKm,
      needs: wish.accessibility,
      notThese: wish.notThese,
      words: wish.words,
    }),
    postcode,
    home: postcode ? (pointOf(ctx, postcode) ?? null) : null,
    age: person?.ageBand ? ages[person.ageBand] : null,
  };
};

/** Wishes and what the file knows besides: everything that suggestions are made from. */
export const profileOf = async (ctx: Context, personId: Id<"person">): Promise<Profile> => {
  const wish = await wishesOf(ctx, personId);
  const person = await ctx.db
    .selectFrom("people")
    .select(["postcode", "ageBand"])
    .where("id", "=", personId)
    .executeTakeFirst();
  return profileFrom(ctx, wish, person);
};

export type Seeking = { readonly personId: Id<"person">; readonly profile: Profile };

/**
 * Everybody who agreed that we look for offers for them, with what they wish for. For reckoning only: whoever shows
 * something of it shows no names, and nothing by which one of them could be told from the others.
 */
export const listSeeking = async (ctx: Context, limit: number): Promise<readonly Seeking[]> => {
  const rows = await ctx.db
    .selectFrom("wishes")
    .innerJoin("people", "people.id", "wishes.personId")
    .innerJoin("consents", (join) =>
      join
        .onRef("consents.personId", "=", "wishes.personId")
        .on("consents.purpose", "=", "suggestions")
        .on("consents.withdrawnAt", "is", null),
    )
    .selectAll("wishes")
    .select(["people.postcode as homePostcode", "people.ageBand"])
    .where("people.leftAt", "is", null)
    .orderBy("wishes.personId")
    .limit(limit)
    .execute();
  return rows.map(({ homePostcode, ageBand, ...wish }) => ({
    personId: wish.personId,
    profile: profileFrom(ctx, wish, { postcode: homePostcode, ageBand }),
  }));
};

/** The week in five answers that people give about themselves; the office may write down single parts. */
export const weekSpans = [
  "weekdayMorning",
  "weekdayAfternoon",
  "weekdayEvening",
  "saturday",
  "sunday",
] as const;
type WeekSpan = (typeof weekSpans)[number];

const numbers: Readonly<Record<WeekSpan, readonly number[]>> = {
  weekdayMorning: [0, 3, 6, 9, 12],
  weekdayAfternoon: [1, 4, 7, 10, 13],
  weekdayEvening: [2, 5, 8, 11, 14],
  saturday: [15, 16, 17],
  sunday: [18, 19, 20],
};

/** The parts of the week these answers stand for. */
export const partsOfSpans = (chosen: readonly string[]): number[] =>
  weekSpans.filter((span) => chosen.includes(span)).flatMap((span) => numbers[span]);

/** The answers in which something of this week lies. */
export const spansOfParts = (parts: readonly number[]): WeekSpan[] =>
  weekSpans.filter((span) => numbers[span].some((number) => parts.includes(number)));
