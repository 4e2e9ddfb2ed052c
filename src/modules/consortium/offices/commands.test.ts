import { expect, test } from "vitest";
import { currentChair, listAllOffices, listOffices } from "#modules/consortium/seats/queries.ts";
import { listGrantsOf } from "#modules/people/grants/queries.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { endOffice, endTerms, forgetHolder, holdOffice, type OfficeInput } from "./commands.ts";

const chair: OfficeInput = {
  kind: "chair",
  name: "Vera Vorn",
  email: null,
  seatId: null,
  words: "",
  public: true,
  startsOn: "2025-01-01",
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

test("there is one chair at a time, and patrons as many as there are", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = made(await holdOffice(office, chair));
    expect(await holdOffice(office, { ...chair, name: "Zweite" })).toMatchObject({ because: "taken" });
    made(await holdOffice(office, { ...chair, kind: "patron", name: "Landrätin" }));
    made(await holdOffice(office, { ...chair, kind: "patron", name: "Bürgermeister" }));
    expect(await endOffice(office, id, "2024-12-31")).toMatchObject({ because: "order" });
    made(await endOffice(office, id, "2026-10-31"));
    made(await holdOffice(office, { ...chair, name: "Zweite", startsOn: "2026-11-01" }));
    expect(await currentChair(world.as("visitor"))).toMatchObject({ name: "Zweite" });
    expect(await currentChair(office, "2026-10-31")).toMatchObject({ name: "Vera Vorn" });
    expect(await listOffices(office)).toHaveLength(3);
    expect(await listAllOffices(office)).toHaveLength(4);
  }));

test("the chair's role ends in the night after the last day, and goes to nobody without an account", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const email = await emailOf(world);
    const id = made(await holdOffice(office, { ...chair, email }));
    const roles = () => listGrantsOf(office, world.cast.volunteer.id);
    expect(await roles()).toHaveLength(2);
    made(await endOffice(office, id, "2026-11-25"));
    expect(await roles()).toHaveLength(2);
    await endTerms(world.as("system", { now: new Date("2026-11-26T03:15:00Z") }));
    expect(await roles()).toHaveLength(0);
    expect(
      await holdOffice(office, { ...chair, startsOn: "2026-12-01", email: "wer@post.example" }),
    ).toMatchObject({
      because: "unknownEmail",
    });
  }));

test("whose file is deleted leaves the office behind without a name; nobody but office and chair enters one", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const email = await emailOf(world);
    made(await holdOffice(office, { ...chair, email }));
    await forgetHolder(world.as("system"), world.cast.volunteer.id, "ehemals");
    expect(await listOffices(office)).toMatchObject([{ name: "ehemals", personId: null, public: false }]);
    for (const who of ["visitor", "volunteer", "consortium", "editor"] as const)
      await expect(holdOffice(world.as(who), chair)).rejects.toMatchObject({ name: "Forbidden" });
    expect(await listOffices(world.as("foreignCoordinator"))).toEqual([]);
  }));
