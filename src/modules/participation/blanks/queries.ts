import { create } from "qrcode";
import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { money } from "#core/number.ts";
import type { Paper } from "#core/typeset.ts";
import type { BallotRule } from "#methods/ballot.ts";
import {
  type BallotPaper,
  ballotPaperSource,
  mostMarks,
  type PaperOption,
  pointsOf,
} from "#methods/ballot-paper.ts";
import { shortLanguage } from "#methods/questionnaire-paper.ts";
import { ruleOf } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot, BallotOption } from "#modules/participation/schema.ts";
import { say } from "./messages.ts";

/** How many ballot papers of this ballot were printed. */
export const countBlanks = async (ctx: Context, ballotId: Id<"ballot">): Promise<number> => {
  const row = await ctx.db
    .selectFrom("ballotBlanks")
    .select((from) => from.fn.countAll<string>().as("n"))
    .where("ballotId", "=", ballotId)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
};

const longestWords = 140;
const shorten = (text: string): string =>
  text.length > longestWords ? `${text.slice(0, longestWords - 1).trimEnd()}…` : text;

/** What one marks on paper, in the order of the list numbers; yes and no have no number. */
const linesOf = (
  ctx: Context,
  rule: BallotRule,
  options: readonly BallotOption[],
): readonly PaperOption[] => {
  const words = say(ctx);
  if (rule.paper === "yesNo")
    return [words("yes"), words("no"), words("abstain")].map((title) => ({ number: "", title, words: "" }));
  return options.map(({ title, words: about, costCents }, index) => ({
    number: String(index + 1),
    title,
    words: [costCents === null ? "" : money(ctx, costCents), shorten(about.replace(/\s+/gu, " "))]
      .filter(Boolean)
      .join(" · "),
  }));
};

/** How a paper of this rule is filled in, in sentences. */
export const howTo = (ctx: Context, rule: BallotRule): readonly string[] => {
  const words = say(ctx);
  switch (rule.paper) {
    case "yesNo":
      return [words("howYesNo")];
    case "approval": {
      const most = mostMarks(rule);
      return [most ? words("howApprovalMost", { n: most }) : words("howApproval")];
    }
    case "points": {
      const points = pointsOf(rule) ?? { all: 1, each: 1 };
      return [
        words("howPoints", { n: points.all }),
        ...(points.each < points.all ? [words("howPointsEach", { n: points.each })] : []),
      ];
    }
    case "ranking":
      return [words("howRanking")];
    case "resistance":
      return [words("howResistance")];
  }
};

/** A QR code as a drawing for paper: dark squares of a line are drawn in one go. */
const drawCode = (text: string): string => {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const line = (row: number) =>
    Array.from(data.slice(row * size, (row + 1) * size), (bit) => (bit ? "1" : "0"));
  const path = Array.from({ length: size }, (_, row) =>
    [...line(row).join("").matchAll(/1+/gu)].map(
      ({ index, 0: run }) => `M${index} ${row}h${run.length}v1h-${run.length}z`,
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path.flat().join("")}"/></svg>`;
};

type Asked = {
  readonly ballot: Ballot;
  readonly options: readonly BallotOption[];
  readonly receipts: readonly string[];
  readonly origin: string;
};

/** The ballot with each of these receipts, as it is set. */
export const paperOf = (ctx: Context, { ballot, options, receipts, origin }: Asked): Paper => {
  const words = say(ctx);
  const rule = ruleOf(ballot);
  const { place } = ctx;
  const address = `${origin.replace(/^https?:\/\//u, "")}${paths.ballot(ballot.slug)}`;
  const data: BallotPaper = {
    title: ballot.title,
    asker: place.officeName || place.name,
    language: shortLanguage(ctx.language),
    question: ballot.question,
    paper: rule.paper,
    how: [...howTo(ctx, rule), words("howPen"), words("mistake")],
    options: linesOf(ctx, rule, options),
    handIn: [
      words("byLetter"),
      [
        words("where", {
          office: place.officeName,
          street: place.officeStreet,
          town: `${place.officePostcode} ${place.officeTown}`,
        }),
        words("until", { date: dayAndTime(ctx, ballot.countsUntil ?? ballot.closesAt) }),
      ].join(" "),
    ],
    number: words("number"),
    stub: {
      heading: words("stub"),
      lines: [
        `${ballot.title}. ${words("stubText")}`,
        words("stubAddress", { address }),
        words("stubSecret"),
      ],
      cut: words("cut"),
    },
    low: words("low"),
    high: words("high"),
    page: words("page", { n: "{n}", all: "{all}" }),
    sheets: receipts.map((receipt) => ({
      receipt,
      code: drawCode(receipt),
      found: drawCode(`${origin}${paths.receipt(ballot.slug, receipt)}`),
    })),
  };
  return { source: ballotPaperSource, data };
};
