import { expect, test } from "vitest";
import { listGrantsOf } from "#modules/people/grants/queries.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import {
  addHolder,
  addSeat,
  changeSeat,
  endHolder,
  endSeat,
  keepProfile,
  type SeatInput,
} from "./commands.ts";
import { findConsortium, findSeat, listOtherSeats, listSeats, ownSeats } from "./queries.ts";

const seat: SeatInput = {
  title: "Stadtverwaltung",
  organizationId: null,
  sector: "public",
  voting: true,
  position: 1,
  startsOn: "2026-01-01",
};
const rosa = {
  name: "Rosa Rathaus",
  email: null,
  part: "member" as const,
  public: false,
  startsOn: "2026-01-01",
};

const emailOf = async (world: World): Promise<string> =>
  (
    await world
      .as("system")
      .db.selectFrom("accounts")
      .select("email")
      .where("id", "=", world.cast.volunteer.accountId)
      .executeTakeFirstOrThrow()
  ).email;

const rolesOf = async (world: World): Promise<readonly string[]> =>
  (await listGrantsOf(world.as("system"), world.cast.volunteer.id)).map(({ role }) => role);

test("whoever takes a seat with the address of their account gets the role, and loses it with the term", () =>
  town(async (world) => {
    const chair = world.as("chair");
    const id = made(await addSeat(chair, seat));
    const email = await emailOf(world);
    const holder = made(await addHolder(chair, id, { ...rosa, email, name: "Frieda Freiwillig" }));
    expect(await rolesOf(world)).toEqual(["consortium"]);
    const [own] = await ownSeats(world.as("volunteer"));
    expect(own).toMatchObject({ id, part: "member", holderId: holder });
    made(await endHolder(chair, holder, "2026-11-23"));
    expect(await rolesOf(world)).toEqual([]);
    expect(await ownSeats(world.as("volunteer"))).toEqual([]);
  }));

test("a seat has one member at a time, the next begins when the term before is over; deputies may be several", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = made(await addSeat(office, seat));
    const first = made(await addHolder(office, id, rosa));
    const next = { ...rosa, name: "Ralf Rathaus", startsOn: "2026-06-01" };
    expect(await addHolder(office, id, next)).toMatchObject({ because: "taken" });
    made(await endHolder(office, first, "2026-05-31"));
    made(await addHolder(office, id, next));
    made(await addHolder(office, id, { ...next, part: "deputy", name: "Eine" }));
    made(await addHolder(office, id, { ...next, part: "deputy", name: "Andere" }));
    const [today] = await listSeats(office);
    expect(today?.holders.map(({ name }) => name)).toEqual(["Ralf Rathaus", "Eine", "Andere"]);
    const [then] = await listSeats(office, "2026-03-01");
    expect(then?.holders.map(({ name }) => name)).toEqual(["Rosa Rathaus"]);
  }));

test("an unknown address, a term before its seat, the same person twice and an end before the beginning are refused", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = made(await addSeat(office, seat));
    const email = await emailOf(world);
    expect(await addHolder(office, id, { ...rosa, email: "niemand@post.example" })).toMatchObject({
      because: "unknownEmail",
    });
    expect(await addHolder(office, id, { ...rosa, startsOn: "2025-12-31" })).toMatchObject({
      because: "early",
    });
    const holder = made(await addHolder(office, id, { ...rosa, email }));
    expect(await addHolder(office, id, { ...rosa, email, part: "deputy" })).toMatchObject({
      because: "twice",
    });
    expect(await endHolder(office, holder, "2025-12-31")).toMatchObject({ because: "order" });
    expect(await endSeat(office, id, { endsOn: "2025-12-31", words: "" })).toMatchObject({
      because: "order",
    });
    const missing = { ...seat, organizationId: id as unknown as SeatInput["organizationId"] };
    expect(await addSeat(office, missing)).toMatchObject({ because: "organization" });
  }));

test("a seat that ends keeps its reason and its people, and nobody takes it any more", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = made(await addSeat(office, seat));
    made(await addHolder(office, id, rosa));
    made(await changeSeat(office, id, { title: "Rathaus", position: 3 }));
    made(await endSeat(office, id, { endsOn: "2026-10-31", words: "Das Amt wurde aufgelöst." }));
    expect(await listSeats(office)).toEqual([]);
    expect(await listOtherSeats(office)).toMatchObject([
      { title: "Rathaus", endWords: "Das Amt wurde aufgelöst." },
    ]);
    expect((await findSeat(office, id))?.holders).toMatchObject([{ endsOn: "2026-10-31" }]);
    expect(await addHolder(office, id, { ...rosa, startsOn: "2026-11-01" })).toMatchObject({
      because: "over",
    });
  }));

test("names without consent are for those who sit at the table; another town sees nothing, and nobody else writes", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    await keepProfile(office, { name: "Konsortium", purpose: "", foundedOn: "2026-01-01" });
    const id = made(await addSeat(office, seat));
    made(await addHolder(office, id, rosa));
    made(await addHolder(office, id, { ...rosa, part: "deputy", name: "Offene Olga", public: true }));
    const names = async (who: "visitor" | "consortium") =>
      (await listSeats(world.as(who)))[0]?.holders.map(({ name }) => name);
    expect(await names("visitor")).toEqual(["", "Offene Olga"]);
    expect(await names("consortium")).toEqual(["Rosa Rathaus", "Offene Olga"]);
    expect(await listSeats(world.as("foreignCoordinator"))).toEqual([]);
    expect(await findConsortium(world.as("foreignCoordinator"))).toBeUndefined();
    for (const who of ["visitor", "volunteer", "consortium", "representative", "editor"] as const)
      await expect(addSeat(world.as(who), seat)).rejects.toMatchObject({ name: "Forbidden" });
  }));
