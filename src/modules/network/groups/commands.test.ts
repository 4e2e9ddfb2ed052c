import { expect, test } from "vitest";
import { addGroupDate, cancelGroupDate } from "#modules/network/group-dates/commands.ts";
import { calendarOf, listGroupDates } from "#modules/network/group-dates/queries.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { addGroup, addGroupMember, endGroup, forgetMember, leaveGroup } from "./commands.ts";
import { findGroup, findGroupBySlug, listGroupMembers, tellGroups } from "./queries.ts";

const words = { purpose: "", contactWords: "", internal: false, foundedOn: "2026-01-01" };
const meeting = { title: "Treffen", words: "", whereWords: "Lesehaus", day: "2026-12-01", from: "17:00" };
const date = { ...meeting, until: "19:00", open: false };

/** A group that the representative leads for the club. */
const led = async (world: World, internal = false) => {
  const office = world.as("coordinator");
  const { id, slug } = await addGroup(office, { ...words, internal, name: "Mitfahrbank" });
  const member = { organizationId: world.club, name: "Vera Verein", email: null, part: "lead" as const };
  const entered = made(await addGroupMember(office, id, { ...member, startsOn: words.foundedOn }));
  const { id: personId } = world.cast.representative;
  await office.db.updateTable("workingGroupMembers").set({ personId }).where("id", "=", entered).execute();
  return { id, slug, entered, office, member };
};

test("whoever leads a group keeps its dates, a member does not, and the dates are in the lead's own calendar", () =>
  town(async (world) => {
    const { id } = await led(world);
    const lead = world.as("representative");
    const made1 = made(await addGroupDate(lead, id, date));
    for (const who of ["otherRepresentative", "volunteer", "visitor", "chair"] as const)
      await expect(addGroupDate(world.as(who), id, date)).rejects.toMatchObject({ name: "Forbidden" });
    expect(await listGroupDates(world.as("visitor"), id, false)).toEqual([]);
    expect(await calendarOf(lead, world.cast.representative.id)).toMatchObject([
      { title: "Mitfahrbank: Treffen", whereText: "Lesehaus", canceled: false },
    ]);
    made(await cancelGroupDate(lead, id, made1));
    expect(await cancelGroupDate(lead, id, made1)).toMatchObject({ because: "canceled" });
    expect(await calendarOf(lead, world.cast.representative.id)).toMatchObject([
      { canceled: true, revision: 1 },
    ]);
    expect(await addGroupDate(lead, id, { ...date, day: "2026-11-01" })).toMatchObject({ because: "past" });
  }));

test("an internal group is there for its members and the office only, and in no other town", () =>
  town(async (world) => {
    const { id, slug } = await led(world, true);
    expect(await findGroupBySlug(world.as("visitor"), slug)).toBeUndefined();
    expect(await findGroupBySlug(world.as("otherRepresentative"), slug)).toBeUndefined();
    expect(await findGroupBySlug(world.as("representative"), slug)).toMatchObject({ id });
    expect(await findGroup(world.as("foreignCoordinator"), id)).toBeUndefined();
    expect((await world.request("GET", `/netzwerk/gruppen/${slug}`)).status).toBe(404);
  }));

test("everybody reads the organizations of a group, but no name", () =>
  town(async (world) => {
    const { slug } = await led(world);
    const open = await (await world.request("GET", `/netzwerk/gruppen/${slug}`)).text();
    expect(open).toContain("Teichfreunde Musterstadt");
    expect(open).not.toContain("Vera Verein");
    const inside = await world.request("GET", `/netzwerk/gruppen/${slug}`, { as: "representative" });
    expect(await inside.text()).toContain("Vera Verein");
  }));

test("the same member twice is refused, and so is anybody after the end", () =>
  town(async (world) => {
    const { id, office, member, entered } = await led(world);
    const once = { organizationId: world.company, name: "", email: null, part: "member" as const };
    made(await addGroupMember(office, id, { ...once, startsOn: "2026-02-01" }));
    expect(await addGroupMember(office, id, { ...once, startsOn: "2026-03-01" })).toMatchObject({
      because: "member",
    });
    await leaveGroup(office, id, entered);
    await expect(leaveGroup(office, id, entered)).rejects.toMatchObject({ name: "NotFound" });
    made(await endGroup(office, id));
    expect(await endGroup(office, id)).toMatchObject({ because: "ended" });
    expect(await addGroupMember(office, id, { ...member, startsOn: "2026-03-01" })).toMatchObject({
      because: "ended",
    });
    expect(await addGroupDate(office, id, date)).toMatchObject({ because: "ended" });
  }));

test("two groups of one name get two addresses", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    expect((await addGroup(office, { ...words, name: "Neu" })).slug).toBe("neu-2");
    expect((await addGroup(office, { ...words, name: "Fest" })).slug).toBe("fest");
    expect((await addGroup(office, { ...words, name: "Fest" })).slug).toBe("fest-2");
  }));

test("whoever is forgotten leaves the group without a name; the organization stays", () =>
  town(async (world) => {
    const { id, office } = await led(world);
    const person = world.cast.representative.id;
    expect(await tellGroups(office, person)).toMatchObject([{ name: "Mitfahrbank", part: "lead" }]);
    await forgetMember(world.as("system"), person);
    expect(await tellGroups(office, person)).toEqual([]);
    expect(await listGroupMembers(office, [id])).toMatchObject([
      { name: "", personId: null, organizationId: world.club },
    ]);
  }));
