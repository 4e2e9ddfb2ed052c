import type { Context } from "#core/context.ts";
import { holdOffice } from "#modules/consortium/offices/commands.ts";
import { draftRules } from "#modules/consortium/procedure/commands.ts";
import { addHolder, addSeat, keepProfile } from "#modules/consortium/seats/commands.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { type Makers, made } from "./made.ts";
import { meetingThings } from "./meeting-things.ts";
import { minutesThings } from "./minutes-things.ts";
import { voteThings } from "./vote-things.ts";

/** Numbers begin anew in every town: the second one counts on, so that no number of an address is there twice. */
const countOn = (office: Context): number => (office.place.slug === "musterstadt" ? 1 : 2);

/** The same for what is counted in other files as well: the second town begins at a hundred. */
const numberOf = (office: Context, number: number): number => number + (countOn(office) - 1) * 100;

/** A seat with somebody on it, and a chair. */
const seatThings = async (office: Context) => {
  const startsOn = "2026-01-01";
  await keepProfile(office, { name: "Konsortium", purpose: "Gemeinsam steuern.", foundedOn: startsOn });
  const place = { organizationId: null, voting: true, position: 1, startsOn };
  const seat = made(await addSeat(office, { ...place, title: "Stadtverwaltung", sector: "public" }));
  const somebody = { email: null, public: false, startsOn };
  const seatHolder = made(
    await addHolder(office, seat, { ...somebody, name: "Rosa Rathaus", part: "member" }),
  );
  const chair = { ...somebody, kind: "chair", seatId: seat, words: "" } as const;
  const consortiumOffice = made(await holdOffice(office, { ...chair, name: "Rosa Rathaus" }));
  const procedureRule = made(await draftRules(office));
  return { seat, seatHolder, consortiumOffice, procedureRule };
};

/** A guiding question of the consortium, a seat and a chair. */
export const consortiumThings = async ({ office }: Makers) => {
  const question = { kind: "question", words: "", parentId: null } as const;
  const topic = made(await addTopic(office, { ...question, title: `Wer fährt wen? (${office.place.name})` }));
  const topicNumber = numberOf(office, topic.number);
  await office.db.updateTable("topics").set({ number: topicNumber }).where("id", "=", topic.id).execute();
  const seats = await seatThings(office);
  const votes = await voteThings(office, seats.seat, countOn(office));
  const meetings = await meetingThings(office, seats.seat, countOn(office));
  const minutes = await minutesThings(office, seats.seat);
  return { ...seats, ...votes, ...meetings, ...minutes, topic: topic.id, topicNumber: String(topicNumber) };
};
