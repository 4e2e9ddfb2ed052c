import * as z from "zod";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { isId } from "#core/id.ts";
import { day, type Filled, filledWith, line, paragraph, tick, time, whole } from "#core/input.ts";
import { instantAt, timeOf } from "#core/local-time.ts";
import type { BallotRule } from "#methods/ballot.ts";
import type { BallotInput, NewOption } from "#modules/participation/ballots/commands.ts";
import { ruleOf } from "#modules/participation/ballots/queries.ts";
import type { Ballot, BallotOption } from "#modules/participation/schema.ts";
import { electorates, type RuleKind, secrecies } from "#modules/participation/vocabulary.ts";

/** The ways of voting that the office sets up here; those about money belong to the fund. */
export const ownKinds = ["majority", "approval", "points", "schulze", "irv", "stv", "consensing"] as const;
export type OwnKind = (typeof ownKinds)[number];
export const isOwnKind = (kind: string): kind is OwnKind => (ownKinds as readonly string[]).includes(kind);

export const majorities = ["half", "twoThirds", "threeQuarters"] as const;
const shares = {
  half: "moreThanHalf",
  twoThirds: { parts: 2, of: 3 },
  threeQuarters: { parts: 3, of: 4 },
} as const;

/** Under which “everything stays as it is” stands on a list that it is ranked in. */
export const quoKey = "bestand";

const postcodes = z
  .string()
  .trim()
  .transform((text) => text.split(/[\s,;]+/u).filter(Boolean))
  .pipe(z.array(z.string().regex(/^\d{5}$/u, { error: "postcode" })).max(50));

export const BallotForm = z.object({
  title: line(300),
  question: line(1_000),
  words: paragraph(6_000).optional(),
  process: z
    .string()
    .refine(isId<"process">, { error: "choose" })
    .optional(),
  passes: z.enum(majorities).default("half"),
  quorum: whole(0, 100_000).default(0),
  seats: whole(1, 50).default(1),
  most: whole(0, 200).default(0),
  points: whole(1, 1_000).default(5),
  mostEach: whole(1, 1_000).default(5),
  quo: tick,
  needed: whole(0, 100).default(50),
  secrecy: z.enum(secrecies),
  electorate: z.enum(electorates),
  postcodes: postcodes.default([]),
  leastAge: z.enum(["0", "16", "18"]).default("0"),
  electorateWords: line(1_000).optional(),
  takesOnline: tick,
  takesPaper: tick,
  opensOn: day,
  opensTime: time,
  closesOn: day,
  closesTime: time,
  countsUntil: day.optional(),
});
export type BallotValues = z.output<typeof BallotForm>;

const ruleFrom = (kind: OwnKind, values: BallotValues): BallotRule => {
  const { seats, most, points, needed, quorum } = values;
  const quo = values.quo ? { statusQuo: quoKey } : {};
  switch (kind) {
    case "majority":
      return { kind, paper: "yesNo", passes: shares[values.passes], quorum };
    case "approval":
      return { kind, paper: "approval", seats, most };
    case "points":
      return { kind, paper: "points", seats, points, mostEach: Math.min(points, values.mostEach) };
    case "schulze":
    case "irv":
      return { kind, paper: "ranking", ...quo };
    case "stv":
      return { kind, paper: "ranking", seats };
    case "consensing":
      return { kind, paper: "resistance", passive: "passive", needed };
  }
};

/** What was typed as a ballot; the rule of a fund stays as it is. */
export const ballotFrom = (values: BallotValues, kind: RuleKind, before?: Ballot): BallotInput => ({
  title: values.title,
  question: values.question,
  words: values.words ?? "",
  processId: values.process ?? null,
  rule: before && !isOwnKind(kind) ? ruleOf(before) : ruleFrom(isOwnKind(kind) ? kind : "majority", values),
  secrecy: values.secrecy,
  electorate: values.electorate,
  electorateWords: values.electorateWords ?? "",
  postcodes: values.postcodes,
  leastAge: values.leastAge === "16" ? 16 : values.leastAge === "18" ? 18 : 0,
  takesOnline: values.takesOnline,
  takesPaper: values.takesPaper,
  opensAt: instantAt(values.opensOn, values.opensTime),
  closesAt: instantAt(values.closesOn, values.closesTime),
  countsUntil: values.countsUntil ? instantAt(values.countsUntil, "23:59") : null,
});

const ruleValues = (rule: BallotRule) => ({
  ...rule,
  passes:
    rule.kind === "majority" && rule.passes !== "moreThanHalf"
      ? rule.passes.of === 3
        ? "twoThirds"
        : "threeQuarters"
      : "half",
  quo: "statusQuo" in rule && rule.statusQuo !== undefined,
});

/** A ballot as its form. */
export const formOf = (ballot: Ballot): Filled =>
  filledWith({
    ...ruleValues(ruleOf(ballot)),
    title: ballot.title,
    question: ballot.question,
    words: ballot.words,
    process: ballot.processId,
    secrecy: ballot.secrecy,
    electorate: ballot.electorate,
    postcodes: ballot.postcodes.join(" "),
    leastAge: String(ballot.leastAge),
    electorateWords: ballot.electorateWords,
    takesOnline: ballot.takesOnline,
    takesPaper: ballot.takesPaper,
    opensOn: isoDay(ballot.opensAt),
    opensTime: timeOf(ballot.opensAt),
    closesOn: isoDay(ballot.closesAt),
    closesTime: timeOf(ballot.closesAt),
    countsUntil: ballot.countsUntil && isoDay(ballot.countsUntil),
  });

/** A new ballot before anything was typed. */
export const emptyForm = ({ postcode }: { readonly postcode: string }): Filled =>
  filledWith({
    passes: "half",
    quorum: 0,
    seats: 1,
    most: 0,
    points: 5,
    mostEach: 3,
    needed: 50,
    secrecy: "secret",
    electorate: "everybody",
    postcodes: postcode,
    leastAge: "0",
    takesOnline: true,
    takesPaper: true,
    opensTime: "08:00",
    closesTime: "18:00",
  });

/** Processes that a ballot may be part of. */
export const listProcesses = (ctx: Context) =>
  ctx.db
    .selectFrom("processes")
    .select(["id", "title"])
    .where("state", "in", ["draft", "published"])
    .orderBy("title")
    .limit(200)
    .execute();

/** How many lines the form of options has: those there are, and a few more. */
export const linesFor = (options: readonly BallotOption[]): number => Math.min(200, options.length + 4);

/** The options as they were typed line by line; what was there keeps its key, its costs and its proposal. */
export const optionsFrom = (
  body: Readonly<Record<string, unknown>>,
  before: readonly BallotOption[],
): readonly NewOption[] => {
  let next = Math.max(0, ...before.map(({ key }) => Number(key) || 0));
  return Array.from({ length: linesFor(before) }, (_, index): NewOption[] => {
    const title = String(body[`title.${index}`] ?? "")
      .replace(/\s+/gu, " ")
      .trim()
      .slice(0, 300);
    const words = String(body[`words.${index}`] ?? "")
      .trim()
      .slice(0, 2_000);
    if (title === "") return [];
    const old = before[index];
    if (old) return [{ ...old, title, words }];
    next += 1;
    return [{ key: String(next), title, words }];
  }).flat();
};
