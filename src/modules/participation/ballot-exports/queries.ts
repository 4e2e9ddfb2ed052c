import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import type { BallotFile } from "#methods/ballot.ts";
import { readBallotFile } from "#methods/ballot-file.ts";
import { writePabulib } from "#methods/pabulib-writing.ts";
import { type RankedFile, writeBlt, writePrefLib } from "#methods/ranked-file.ts";
import { rankedSheets } from "#methods/ranked-sheets.ts";
import { writeTable } from "#methods/table-file.ts";
import { ruleOf } from "#modules/participation/ballots/queries.ts";
import { publishedBytes, tallyOf } from "#modules/participation/counting/queries.ts";
import type { Ballot } from "#modules/participation/schema.ts";

/** How a published ballot can be downloaded, by the ending of its file. */
export const formats = ["json", "csv", "pb", "blt", "toc", "result"] as const;
export type Format = (typeof formats)[number];

export const fileNames: Readonly<Record<Format, string>> = {
  json: "stimmzettel.json",
  csv: "stimmzettel.csv",
  pb: "stimmzettel.pb",
  blt: "stimmzettel.blt",
  toc: "stimmzettel.toc",
  result: "ergebnis.json",
};

/** Which formats can say what this ballot was about. */
export const formatsOf = (ballot: Pick<Ballot, "rule">): readonly Format[] => {
  const { kind, paper } = ruleOf(ballot);
  const isFund = kind === "equalShares" || kind === "greedy";
  const isRanked = paper === "ranking";
  return formats.filter(
    (format) =>
      (format !== "pb" || isFund) && ((format !== "blt" && format !== "toc") || (isRanked && !isFund)),
  );
};

/** The published ballot as it was counted; nothing before it is published. */
export const findPublishedFile = async (ctx: Context, ballot: Ballot): Promise<BallotFile | undefined> => {
  const bytes = await publishedBytes(ctx, ballot);
  if (!bytes) return undefined;
  const read = readBallotFile(new TextDecoder().decode(bytes));
  if (!read.ok) throw new Error(`the published file of ${ballot.slug} is broken: ${read.problem.at}`);
  return read.value.file;
};

/** One line a sheet: the receipt, and the mark of each option; what is not marked is empty. */
const csvOf = ({ options, sheets }: BallotFile): string => {
  const isNamed = sheets.some(({ name }) => name !== undefined);
  const heading = [
    "Quittung",
    ...(isNamed ? ["Name"] : []),
    ...options.map(({ id, title }) => `${id}: ${title}`),
  ];
  const rows = sheets.map(({ receipt, name, marks }) => [
    receipt,
    ...(isNamed ? [name ?? ""] : []),
    ...options.map(({ id }) => (Object.hasOwn(marks, id) ? marks[id] : "")),
  ]);
  return writeTable(heading, rows);
};

const rankedOf = (ballot: Ballot, file: BallotFile): RankedFile => {
  const sheets = rankedSheets(
    file.options,
    file.sheets.map(({ marks }) => marks),
  );
  const usual = file.options.map((_, index) => index);
  const byLot = tallyOf(ballot)?.ties.some(({ by }) => by === "order") ?? false;
  return {
    title: file.title,
    seats: file.rule.kind === "stv" ? file.rule.seats : 1,
    options: file.options,
    sheets,
    withdrawn: [],
    // Who stands last in our list goes first; said only where it made a difference.
    ties: byLot ? usual.toReversed() : usual,
    blank: file.sheets.length - sheets.reduce((sum, { weight }) => sum + weight, 0),
  };
};

/** "24.11.2026", as the format of pabulib.org writes days. */
const plainDay = (when: Date): string => isoDay(when).split("-").reverse().join(".");

const pabulibOf = (ctx: Context, ballot: Ballot, file: BallotFile): string | undefined => {
  const tally = tallyOf(ballot);
  const about = {
    country: "Germany",
    unit: ctx.place.name,
    instance: isoDay(ballot.closesAt).slice(0, 4),
    language: "de",
    begins: plainDay(ballot.opensAt),
    ends: plainDay(ballot.closesAt),
  };
  return writePabulib(file, about, tally && "winners" in tally ? tally.winners : null) ?? undefined;
};

const mediaTypes: Readonly<Record<Format, string>> = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  pb: "text/plain; charset=utf-8",
  blt: "text/plain; charset=utf-8",
  toc: "text/plain; charset=utf-8",
  result: "application/json; charset=utf-8",
};

export type Download = { readonly body: string | Uint8Array; readonly mediaType: string };

const bodyOf = async (
  ctx: Context,
  ballot: Ballot,
  format: Format,
): Promise<string | Uint8Array | undefined> => {
  if (format === "json") return publishedBytes(ctx, ballot);
  if (format === "result")
    return JSON.stringify({ rule: ballot.rule, seal: ballot.seal, tally: tallyOf(ballot) }, null, 2);
  const file = await findPublishedFile(ctx, ballot);
  if (!file) return undefined;
  if (format === "csv") return csvOf(file);
  if (format === "pb") return pabulibOf(ctx, ballot, file);
  const ranked = rankedOf(ballot, file);
  return format === "blt" ? writeBlt(ranked) : writePrefLib(ranked);
};

/** A published ballot in one format; nothing where there is no such file. */
export const download = async (ctx: Context, ballot: Ballot, name: string): Promise<Download | undefined> => {
  const format = formatsOf(ballot).find((one) => fileNames[one] === name);
  if (!format || ballot.state !== "published") return undefined;
  const body = await bodyOf(ctx, ballot, format);
  return body === undefined ? undefined : { body, mediaType: mediaTypes[format] };
};
