import { expect, test } from "vitest";
import { publicMinutes } from "#methods/minutes.ts";
import { addItem } from "#modules/consortium/agenda/commands.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { deadlineOf } from "#modules/consortium/invitations/queries.ts";
import { addMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import { findMinutes, readMinutes } from "#modules/consortium/minutes/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { made } from "#test/made.ts";
import { minutesThings } from "#test/minutes-things.ts";
import { putSeats } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { invitationReport, minutesReport, pressReport, turnoutSentence } from "./queries.ts";

const things = async (world: World) => {
  const [seat] = await putSeats(world.as("coordinator"), [
    { sector: "civil", person: world.cast.consortium.id },
  ]);
  if (!seat) throw new Error("a seat was to be put up");
  return minutesThings(world.as("coordinator"), seat);
};

const textOf = (report: unknown): string => JSON.stringify(report);

test("the paper of minutes holds everything that is said, who was there by sector, and how they stand", () =>
  town(async (world) => {
    const { minutesMeeting } = await things(world);
    const office = world.as("coordinator");
    const row = await findMinutes(office, minutesMeeting);
    if (!row) throw new Error("there are no minutes");
    const minutes = await readMinutes(office, row);
    if (!minutes) throw new Error("they say nothing");
    const text = textOf(minutesReport(office, minutes, row));
    for (const said of ["Entwurf: noch nicht genehmigt", "Alle waren dafür.", "Rosa Rathaus", "1. Wege"])
      expect(text).toContain(said);
    expect(turnoutSentence(office, minutes)).toMatch(/^Stimmberechtigt und zeitweise oder ganz da: .+ 1\.$/u);
  }));

test("on the paper for everybody stands no name without consent, and the seal by which it can be checked", () =>
  town(async (world) => {
    const { minutesNumber } = await things(world);
    const reply = await world.request("GET", paths.minutesPaper(Number(minutesNumber)));
    expect(reply.status).toBe(200);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    expect(new TextDecoder("latin1").decode(bytes.slice(0, 5))).toBe("%PDF-");
    const visitor = world.as("visitor");
    const approved = await visitor.db
      .selectFrom("meetingMinutes")
      .select("meetingId")
      .where("state", "=", "approved")
      .executeTakeFirstOrThrow();
    const row = await findMinutes(visitor, approved.meetingId);
    const minutes = row?.content?.minutes;
    if (!row || !minutes) throw new Error("nothing was approved");
    const text = textOf(minutesReport(visitor, publicMinutes(minutes), row, true));
    expect(text).not.toContain("Rosa Rathaus");
    expect(text).toContain(row.hash);
    expect(textOf(pressReport(visitor, publicMinutes(minutes)))).toContain(
      "Öffentlich wurde nichts beschlossen.",
    );
  }));

test("an invitation on paper has the agenda with its clock, for everybody without what is not public", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const startsAt = new Date("2027-01-14T17:00:00Z");
    const about = { title: "Sitzung", words: "", whereWords: "Rathaus", onlineWords: "Telefon 03576 1" };
    const { id } = made(
      await addMeeting(office, { ...about, startsAt, endsAt: new Date(+startsAt + 7_200_000) }),
    );
    const item = { kind: "discussion", words: "", minutes: 15, public: true } as const;
    made(await addItem(office, id, { ...item, title: "Personal", public: false }));
    made(await addItem(office, id, { ...item, title: "Wege" }));
    await office.db.updateTable("meetings").set({ state: "invited", invitedAt: office.now }).execute();
    const inEyesOf = async (who: "coordinator" | "visitor") => {
      const ctx = world.as(who);
      const meeting = await findMeeting(ctx, id);
      if (!meeting) throw new Error("the meeting is gone");
      const agenda = await listAgenda(ctx, meeting);
      return textOf(invitationReport(ctx, { meeting, agenda, deadline: await deadlineOf(ctx, meeting) }));
    };
    expect(await inEyesOf("coordinator")).toContain("Personal (nicht öffentlich)");
    const open = await inEyesOf("visitor");
    expect(open).toMatch(/18[.:]15/u);
    expect(open).not.toContain("Personal");
    expect(open).not.toContain("Aus der Ferne");
    expect(await inEyesOf("coordinator")).toContain("Telefon 03576 1");
  }));

test("a draft is the office's: who has a seat reads it from the day it is sent, nobody else before it is approved", () =>
  town(async (world) => {
    const { minutesMeeting } = await things(world);
    const own = paths.ownMinutesPaper(minutesMeeting);
    expect((await world.request("GET", own, { as: "consortium" })).status).toBe(200);
    expect((await world.request("GET", own, { as: "volunteer" })).status).toBe(403);
    const { number } = (await findMeeting(world.as("coordinator"), minutesMeeting)) ?? { number: 0 };
    expect((await world.request("GET", paths.minutesPaper(number))).status).toBe(404);
  }));
