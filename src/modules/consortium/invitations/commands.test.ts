import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { addItem, type NewItem } from "#modules/consortium/agenda/commands.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { addMeeting, cancelMeeting, changeMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { made } from "#test/made.ts";
import { putSeats } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { invite, propose, replyTo, watchInvitations } from "./commands.ts";
import { listReplies } from "./queries.ts";

beforeAll(listenToModules);

const item: NewItem = { kind: "decision", title: "Mitfahrbank", words: "", minutes: 10, public: true };
const plan = {
  ...{ title: "Steuerungsgruppe", words: "", whereWords: "Ratssaal", onlineWords: "" },
  ...{ startsAt: new Date("2026-12-15T17:00:00Z"), endsAt: new Date("2026-12-15T19:00:00Z") },
};
const oclock = (day: string) => new Date(`${day}T09:00:00Z`);

const deputize = (ctx: Context, seatId: SeatId, world: World) =>
  ctx.db
    .insertInto("seatHolders")
    .values({
      ...{ seatId, personId: world.cast.volunteer.id, name: "Frieda", part: "deputy" },
      startsOn: "2020-01-01",
    })
    .execute();

/** A meeting on 15 December, to be announced by 1 December: a member with a deputy, and a seat without an address. */
const planned = async (world: World) => {
  const office = world.as("coordinator");
  const seats = await putSeats(office, [
    { sector: "civil", person: world.cast.consortium.id },
    { sector: "public" },
  ]);
  const [own, other] = [found(seats[0]), found(seats[1])];
  await office.db
    .insertInto("seatHolders")
    .values({ seatId: other, personId: null, name: "Ohne Adresse", startsOn: "2020-01-01" })
    .execute();
  await deputize(office, own, world);
  const meeting = made(await addMeeting(office, plan));
  made(await addItem(office, meeting.id, item));
  return { office, own, other, ...meeting };
};

const letters = async (world: World) =>
  (
    await world.sql(
      "select kind, recipient_email as email, subject from mails where kind like 'meeting.%' order by kind, recipient_email",
    )
  ).rows as readonly { readonly kind: string; readonly email: string; readonly subject: string }[];

const announced = async (ctx: Context, id: MeetingId) =>
  (await listAgenda(ctx, found(await findMeeting(ctx, id)))).map((one) => [one.title, one.announced]);

test("members and deputies get one letter each, also on two seats, and who has no address is counted", () =>
  town(async (world) => {
    const { office, id, other } = await planned(world);
    await deputize(office, other, world);
    expect(await announced(office, id)).toEqual([["Mitfahrbank", false]]);
    expect(made(await invite(office, id, ""))).toEqual({ letters: 2, without: 1 });
    expect((await letters(world)).map(({ kind, email }) => [kind, email])).toEqual([
      ["meeting.invited", "consortium@musterstadt.example"],
      ["meeting.invited", "volunteer@musterstadt.example"],
    ]);
    expect(await announced(office, id)).toEqual([["Mitfahrbank", true]]);
  }));

test("who invites a second time without anything new is told, and nobody gets a second letter", () =>
  town(async (world) => {
    const { office, id } = await planned(world);
    made(await invite(office, id, ""));
    expect(await invite(world.as("colleague"), id, "")).toMatchObject({ because: "same" });
    const again = await world.request("POST", paths.invitation(id), { as: "coordinator", form: {} });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("seither ist nichts dazugekommen");
    expect(await letters(world)).toHaveLength(2);
  }));

test("the last day of the notice period is in time; a day later it needs a reason that everybody reads", () =>
  town(async (world) => {
    const { id } = await planned(world);
    const late = world.as("coordinator", { now: oclock("2026-12-02") });
    expect(await invite(late, id, "  ")).toMatchObject({ because: "late" });
    expect(await letters(world)).toEqual([]);
    await world.sql("savepoint late");
    made(await invite(late, id, "Der Förderbescheid kam gestern."));
    expect((await findMeeting(world.as("visitor"), id))?.stateWords).toBe("Der Förderbescheid kam gestern.");
    await world.sql("rollback to late");
    made(await invite(world.as("coordinator", { now: oclock("2026-12-01") }), id, ""));
    expect((await findMeeting(world.as("visitor"), id))?.stateWords).toBe("");
  }));

test("what is added in time goes out as an addition and may be decided; what is added later may not", () =>
  town(async (world) => {
    const { office, id } = await planned(world);
    made(await invite(office, id, ""));
    made(await addItem(office, id, { ...item, title: "Jugendraum" }));
    made(await invite(world.as("coordinator", { now: oclock("2026-12-01") }), id, ""));
    const late = world.as("coordinator", { now: oclock("2026-12-05") });
    made(await addItem(late, id, { ...item, title: "Spätes" }));
    made(await invite(late, id, ""));
    expect(await announced(office, id)).toEqual([
      ["Mitfahrbank", true],
      ["Jugendraum", true],
      ["Spätes", false],
    ]);
    const kinds = (await letters(world)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "meeting.again")).toHaveLength(4);
    expect(kinds.filter((kind) => kind === "meeting.invited")).toHaveLength(2);
  }));

test("without an agenda, without seats and after its start nobody is invited", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = made(await addMeeting(office, plan));
    expect(await invite(office, id, "")).toMatchObject({ because: "noAgenda" });
    made(await addItem(office, id, item));
    expect(await invite(office, id, "")).toMatchObject({ because: "nobody" });
    await putSeats(office, [{ sector: "civil" }]);
    const begun = world.as("coordinator", { now: plan.startsAt });
    expect(await invite(begun, id, "Spät.")).toMatchObject({ because: "over" });
    for (const who of ["consortium", "volunteer", "editor"] as const)
      await expect(invite(world.as(who), id, "")).rejects.toMatchObject({ name: "Forbidden" });
    await expect(invite(world.as("foreignCoordinator"), id, "")).rejects.toMatchObject({ name: "NotFound" });
  }));

test("who was invited hears that it is moved or canceled; before the invitation nobody hears of it", () =>
  town(async (world) => {
    const { office, id } = await planned(world);
    made(await changeMeeting(office, id, { ...plan, whereWords: "Bibliothek" }));
    expect(await letters(world)).toEqual([]);
    made(await invite(office, id, ""));
    made(await changeMeeting(office, id, { ...plan, title: "Großes Treffen", whereWords: "Bibliothek" }));
    expect(await letters(world)).toHaveLength(2);
    made(await changeMeeting(office, id, { ...plan, whereWords: "Stadthalle" }));
    made(await cancelMeeting(office, id, "Krankheit"));
    expect((await letters(world)).map(({ kind }) => kind)).toEqual([
      ...["meeting.canceled", "meeting.canceled", "meeting.invited", "meeting.invited"],
      ...["meeting.moved", "meeting.moved"],
    ]);
    expect(await invite(office, id, "Doch noch.")).toMatchObject({ because: "over" });
  }));

test("a seat answers and changes its mind, its deputy too; nobody answers for a seat of somebody else", () =>
  town(async (world) => {
    const { office, id, own, other } = await planned(world);
    const kai = world.as("consortium");
    made(await replyTo(kai, id, own, { reply: "room", words: "" }));
    made(await replyTo(world.as("volunteer"), id, own, { reply: "deputy", words: "Ich komme." }));
    expect(await listReplies(office, id)).toMatchObject([{ seatId: own, reply: "deputy" }]);
    await expect(replyTo(kai, id, other, { reply: "room", words: "" })).rejects.toMatchObject({
      name: "Forbidden",
    });
    expect(await listReplies(world.as("visitor"), id)).toEqual([]);
    made(await cancelMeeting(office, id, "Krankheit"));
    expect(await replyTo(kai, id, own, { reply: "absent", words: "" })).toMatchObject({ because: "over" });
  }));

test("a seat puts something on the agenda; after the invitation it is not announced", () =>
  town(async (world) => {
    const { office, id, own, other } = await planned(world);
    made(await invite(office, id, ""));
    const kai = world.as("consortium");
    made(await propose(kai, id, own, { title: "Spielplatz", words: "" }));
    expect(await announced(office, id)).toEqual([
      ["Mitfahrbank", true],
      ["Spielplatz", false],
    ]);
    await expect(propose(kai, id, other, { title: "Fremdes", words: "" })).rejects.toMatchObject({
      name: "Forbidden",
    });
    await expect(propose(office, id, own, { title: "Amt", words: "" })).rejects.toMatchObject({
      name: "Forbidden",
    });
  }));

test("an invitation that is due comes onto the worklist once, and goes when everybody is invited", () =>
  town(async (world) => {
    const { id } = await planned(world);
    const open = async () =>
      (await world.sql("select id from tasks where subject_id = $1 and done_at is null", [id])).rows.length;
    await watchInvitations(world.as("system", { now: oclock("2026-11-25") }));
    expect(await open()).toBe(0);
    await watchInvitations(world.as("system", { now: oclock("2026-11-26") }));
    await watchInvitations(world.as("system", { now: oclock("2026-11-27") }));
    expect(await open()).toBe(1);
    made(await invite(world.as("coordinator", { now: oclock("2026-11-27") }), id, ""));
    expect(await open()).toBe(0);
  }));
