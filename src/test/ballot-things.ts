import { makeReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { addCards, printLetters } from "#modules/participation/ballot-letters/commands.ts";
import { addBallot, announceBallot } from "#modules/participation/ballots/commands.ts";
import { addBlanks } from "#modules/participation/blanks/commands.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { type Makers, made } from "./made.ts";

/** A ballot that runs, with somebody on its roll, printed papers, a printed card and a pile that was begun. */
export const ballotThings = async ({ office }: Makers) => {
  const { name } = office.place;
  const { id, slug } = made(
    await addBallot(office, {
      title: `Abstimmung ${name}`,
      question: "Soll die Halle neu gestrichen werden?",
      words: "",
      rule: { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 },
      secrecy: "secret",
      electorate: "everybody",
      electorateWords: "",
      postcodes: [],
      leastAge: 0,
      takesOnline: true,
      takesPaper: true,
      opensAt: new Date(+office.now - 3_600_000),
      closesAt: new Date(+office.now + 86_400_000),
    }),
  );
  made(await announceBallot(office, id));
  made(
    await addVoters(office, id, [
      { name: "Wanda Wählerin", address: "Ring 1, 02943 Musterstadt" },
      { name: "Wim Wähler", email: "wim@wahl.example" },
    ]),
  );
  made(await addCards(office, id, 1));
  made(await printLetters(office, id, { how: "card", open: 1 }));
  made(await addBlanks(office, id, 1));
  const voter = await office.db
    .selectFrom("ballotVoters")
    .select("id")
    .where("ballotId", "=", id)
    .orderBy("number")
    .executeTakeFirstOrThrow();
  const pile = await office.db
    .insertInto("ballotPiles")
    .values({ ballotId: id, number: 1, sheets: 1, firstName: "Marie" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const ballotReceipt = makeReceipt(Uint8Array.from({ length: receiptBytes }, (_, at) => at));
  return {
    ballot: id,
    ballotSlug: slug,
    ballotReceipt,
    ballotFile: "stimmzettel.json",
    ballotVoter: voter.id,
    ballotPile: pile.id,
  };
};
