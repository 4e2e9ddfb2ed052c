import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { hashToken, normalizeCode } from "#core/token.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot, BallotVoter } from "#modules/participation/schema.ts";
import { say } from "./messages.ts";

type BallotId = Id<"ballot">;

/** What is kept of a code: it opens this ballot and no other. */
export const codeHash = (ballotId: BallotId, code: string): Buffer =>
  hashToken(`ballot ${ballotId} ${normalizeCode(code)}`);

/** Who this code was made for; nothing when there is none, or a newer one has ended it. */
export const findVoterByCode = (
  ctx: Context,
  ballotId: BallotId,
  code: string,
): Promise<BallotVoter | undefined> =>
  ctx.db
    .selectFrom("ballotCodes")
    .innerJoin("ballotVoters", (join) =>
      join
        .onRef("ballotVoters.placeId", "=", "ballotCodes.placeId")
        .onRef("ballotVoters.id", "=", "ballotCodes.voterId"),
    )
    .selectAll("ballotVoters")
    .where("ballotCodes.ballotId", "=", ballotId)
    .where("ballotCodes.codeHash", "=", codeHash(ballotId, code))
    .executeTakeFirst();

/** Where a code leads; it is taken out of the address at once. */
export const addressOf = ({ slug }: Pick<Ballot, "slug">, code: string): string =>
  `${paths.ballotCode(slug)}?code=${code}`;

/** How somebody is written to: by mail, by a letter with an address, or by a card that is handed out. */
export type How = "mail" | "letter" | "card";

export type Standing = Readonly<Record<How, { readonly all: number; readonly open: number }>>;

/** Those who may still vote, with whether they have a code. */
export const voters = (ctx: Context, ballotId: BallotId) =>
  ctx.db
    .selectFrom("ballotVoters")
    .leftJoin("ballotCodes", (join) =>
      join
        .onRef("ballotCodes.placeId", "=", "ballotVoters.placeId")
        .onRef("ballotCodes.voterId", "=", "ballotVoters.id"),
    )
    .where("ballotVoters.ballotId", "=", ballotId)
    .where("ballotVoters.struck", "=", false)
    .where("ballotVoters.votedBy", "is", null);

/** How many get a mail, a letter or a card, and how many have none yet. */
export const standingOf = async (ctx: Context, ballotId: BallotId): Promise<Standing> => {
  const rows = await voters(ctx, ballotId)
    .select((from) => [
      from
        .case()
        .when("ballotVoters.email", "<>", "")
        .then("mail")
        .when("ballotVoters.name", "<>", "")
        .then("letter")
        .else("card")
        .end()
        .as("how"),
      from.fn.countAll<string>().as("all"),
      from.fn.count<string>("ballotCodes.id").as("written"),
    ])
    .groupBy("how")
    .limit(3)
    .execute();
  const of = (how: How) => {
    const row = rows.find((one) => one.how === how);
    const all = Number(row?.all ?? 0);
    return { all, open: all - Number(row?.written ?? 0) };
  };
  return { mail: of("mail"), letter: of("letter"), card: of("card") };
};

/** What is written down when letters or cards were printed. */
export const printing = "ballot.letters_printed";

export type LastPrint = {
  readonly id: Id<"event">;
  readonly at: Date;
  /** Whose sheets it were: numbers on the roll. */
  readonly numbers: readonly number[];
};

/** What was printed last; nothing when it was before prints were remembered by number. */
export const findLastPrint = async (ctx: Context, ballotId: BallotId): Promise<LastPrint | undefined> => {
  const row = await ctx.db
    .selectFrom("events")
    .select(["id", "happenedAt", "data"])
    .where("subjectId", "=", ballotId)
    .where("name", "=", printing)
    // Ids count on with the clock, also where a request waited for the one before.
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const { numbers } = (row?.data ?? {}) as { readonly numbers?: readonly number[] };
  return row && numbers && numbers.length > 0 ? { id: row.id, at: row.happenedAt, numbers } : undefined;
};

export type LetterWords = { readonly subject: string; readonly paragraphs: readonly string[] };

/** What the letter says, by mail and on paper alike; the code stands apart from it. */
export const letterWords = (ctx: Context, ballot: Ballot, isPrinted: boolean): LetterWords => {
  const words = say(ctx);
  const { place } = ctx;
  const until = dayAndTime(ctx, ballot.closesAt);
  return {
    subject: words("subject", { title: ballot.title }),
    paragraphs: [
      words("text", { town: place.name, question: ballot.question }),
      words("span", { from: dayAndTime(ctx, ballot.opensAt), until }),
      ...(ballot.takesOnline ? [words("online")] : []),
      ...(ballot.takesPaper
        ? [
            words(isPrinted ? "paperPrinted" : "paperMail", {
              office: place.officeName,
              street: place.officeStreet,
              town: `${place.officePostcode} ${place.officeTown}`,
              date: dayAndTime(ctx, ballot.countsUntil ?? ballot.closesAt),
            }),
          ]
        : []),
      words(ballot.secrecy),
      ...(place.officePhone ? [words("help", { phone: place.officePhone })] : []),
    ],
  };
};
