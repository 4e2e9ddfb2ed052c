import { expect, test } from "vitest";
import { addWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { RegistrationForm, register } from "#modules/workshops/registrations/commands.ts";
import {
  countSectors,
  listRegistrations,
  registrationsOf,
} from "#modules/workshops/registrations/queries.ts";
import { formOf, made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { eraseRegistrations, forgetRegistrations, keptDays } from "./commands.ts";

const day = 86_400_000;
const nobody = { name: "–", email: "", phone: "", needs: "", tokenHash: null, personId: null };

const comeTo = async (world: World) => {
  const office = world.as("coordinator");
  const volunteer = world.as("volunteer");
  const startsAt = new Date(+office.now + 10 * day);
  const times = { startsAt, endsAt: new Date(+startsAt + day / 6) };
  const { id } = made(await addWorkshop(office, { title: "Werkstatt", question: "Was fehlt?", ...times }));
  made(await moveWorkshop(office, id, "announced"));
  const form = { name: "Anna", email: "anna@gast.example", sector: "civil", photo: "nein" };
  const input = formOf<Parameters<typeof register>[2]>(office, RegistrationForm, form);
  made(await register(volunteer, id, input, world.cast.volunteer.id));
  return { office, id, endsAt: times.endsAt };
};

test("somebody's registrations are shown to them, and erased without a trace of who they were", () =>
  town(async (world) => {
    const { office, id } = await comeTo(world);
    const me = world.cast.volunteer.id;
    expect(await registrationsOf(office, me)).toMatchObject([{ name: "Anna", title: "Werkstatt" }]);
    await eraseRegistrations(world.as("system"), me);
    expect(await registrationsOf(office, me)).toEqual([]);
    expect(await listRegistrations(office, id)).toMatchObject([nobody]);
  }));

test("long after the day the names go by themselves, and the count of the sectors stays", () =>
  town(async (world) => {
    const { office, id, endsAt } = await comeTo(world);
    const at = (days: number) => world.as("system", { now: new Date(+endsAt + days * day) });
    expect(await forgetRegistrations(at(keptDays - 1))).toBe(0);
    expect(await forgetRegistrations(at(keptDays + 1))).toBe(1);
    expect(await forgetRegistrations(at(keptDays + 2))).toBe(0);
    expect(await listRegistrations(office, id)).toMatchObject([nobody]);
    expect(await countSectors(office, id)).toEqual(new Map([["civil", 1]]));
  }));
