import { afterAll, beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { addWorkshop, changeWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { tokenIn } from "#test/letters.ts";
import { formOf, made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { cancelRegistration, RegistrationForm, register, remindAll } from "./commands.ts";
import { countRegistrations, findByToken, freeSeats, listRegistrations } from "./queries.ts";

const day = 86_400_000;

beforeAll(listenToModules);

const announce = async (office: Context, seats: number) => {
  const startsAt = new Date(+office.now + 10 * day);
  const times = { startsAt, endsAt: new Date(+startsAt + day / 6) };
  const title = "Werkstatt am Teich";
  const workshop = made(await addWorkshop(office, { title, question: "Was fehlt?", seats, ...times }));
  made(await moveWorkshop(office, workshop.id, "announced"));
  return workshop;
};

const guest = (ctx: Context, name: string) =>
  formOf(ctx, RegistrationForm, { name, email: `${name.toLowerCase()}@gast.example`, photo: "nein" });

const subjects = async (world: World) =>
  (
    await world.sql("select recipient_name, kind from mails where kind like 'workshop.%' order by id")
  ).rows.map((row) => `${row["recipient_name"]} ${String(row["kind"]).slice("workshop.".length)}`);

test("the last seat goes to one, the next waits and moves up by the link of a letter, and each is told", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const visitor = world.as("visitor");
    const { id, slug } = await announce(office, 2);
    for (const name of ["Anna", "Bodo", "Cleo"]) made(await register(visitor, id, guest(visitor, name)));
    expect(await countRegistrations(office, id)).toEqual({ registered: 2, waiting: 1 });
    const token = await tokenIn(office, "workshop.registered", `/werkstaetten/${slug}/anmeldung`);
    const row = await findByToken(visitor, id, token);
    expect(row?.name).toBe("Bodo");
    const answer = await world.request("POST", `/werkstaetten/${slug}/anmeldung/${token}`, {
      form: { was: "cancel" },
    });
    expect(answer.status).toBe(303);
    const list = await listRegistrations(office, id);
    expect(list.map(({ name, state }) => `${name} ${state}`)).toEqual(["Anna registered", "Cleo registered"]);
    expect(await subjects(world)).toEqual([
      "Anna registered",
      "Bodo registered",
      "Cleo waiting",
      "Cleo movedUp",
    ]);
    if (row) expect(await cancelRegistration(visitor, row.id)).toEqual({ ok: true, value: null });
  }));

test("nobody registers twice, for a draft, or once the day has begun", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const visitor = world.as("visitor");
    const { id } = await announce(office, 20);
    made(await register(visitor, id, guest(visitor, "Anna")));
    expect(await register(visitor, id, guest(visitor, "Anna"))).toEqual({ ok: false, because: "twice" });
    await world.sql(`update workshops set state = 'running' where id = '${id}'`);
    expect(await register(visitor, id, guest(visitor, "Bodo"))).toEqual({ ok: false, because: "closed" });
    await world.sql(`update workshops set state = 'draft' where id = '${id}'`);
    expect(await register(visitor, id, guest(visitor, "Bodo"))).toEqual({ ok: false, because: "closed" });
    await world.sql(`update workshops set state = 'announced' where id = '${id}'`);
    const there = world.as("visitor", { place: world.second });
    await expect(register(there, id, guest(visitor, "Bodo"))).rejects.toThrow("");
  }));

test("a form needs a way to be reached and a real answer about pictures", () =>
  town(async (world) => {
    const { slug } = await announce(world.as("coordinator"), 20);
    const send = async (form: Record<string, string>) => {
      const reply = await world.request("POST", `/werkstaetten/${slug}/anmeldung`, { form });
      return { status: reply.status, text: await reply.text() };
    };
    const unreachable = await send({ name: "Anna", photo: "ja" });
    expect(unreachable.status).toBe(422);
    expect(unreachable.text).toContain("Wir brauchen eine E-Mail-Adresse oder eine Telefonnummer");
    expect((await send({ name: "Anna", phone: "03576 4711" })).status).toBe(422);
    expect((await send({ name: "Anna", phone: "03576 4711", photo: "nein" })).status).toBe(303);
  }));

test("more seats let people move up; another day and a cancellation are told to all; the day before they are reminded", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const visitor = world.as("visitor");
    const { id } = await announce(office, 2);
    for (const name of ["Anna", "Bodo", "Cleo"]) made(await register(visitor, id, guest(visitor, name)));
    expect(await freeSeats(visitor, { id, seats: 2 })).toBe(0);
    made(await changeWorkshop(office, id, { seats: 3 }));
    expect(await countRegistrations(office, id)).toEqual({ registered: 3, waiting: 0 });
    await remindAll(world.as("system", { now: new Date(+world.now + 5 * day) }), id);
    await remindAll(world.as("system", { now: new Date(+world.now + 9 * day) }), id);
    made(await changeWorkshop(office, id, { whereText: "Im Rathaus" }));
    made(await moveWorkshop(office, id, "canceled"));
    const told = await subjects(world);
    const count = (news: string) => told.filter((one) => one.endsWith(` ${news}`)).length;
    expect({
      movedUp: count("movedUp"),
      reminder: count("reminder"),
      moved: count("moved"),
      canceled: count("canceled"),
    }).toEqual({ movedUp: 1, reminder: 3, moved: 3, canceled: 3 });
  }));

let committed: Committed;
beforeAll(async () => {
  committed = await openCommitted();
});
afterAll(() => committed.close());

test("ten who reach for five seats at once: five come, five wait", async () => {
  const actor = committed.cast.coordinator;
  const { id } = await committed.at(committed.first, (office) => announce(office, 5), { actor });
  const names = Array.from({ length: 10 }, (_, n) => `Gast${n}`);
  await Promise.all(
    names.map((name) =>
      committed.at(committed.first, async (ctx) => made(await register(ctx, id, guest(ctx, name)))),
    ),
  );
  expect(await committed.at(committed.first, (ctx) => countRegistrations(ctx, id))).toEqual({
    registered: 5,
    waiting: 5,
  });
}, 60_000);
