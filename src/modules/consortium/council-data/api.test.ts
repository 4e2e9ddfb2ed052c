import { expect, test } from "vitest";
import { found } from "#core/errors.ts";
import { addItem, addPaper, type NewItem, type NewPaper } from "#modules/consortium/agenda/commands.ts";
import { invite } from "#modules/consortium/invitations/commands.ts";
import { addMeeting } from "#modules/consortium/meetings/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import { addHolder, addSeat, keepProfile } from "#modules/consortium/seats/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

type Found = Readonly<Record<string, unknown>>;

const item: NewItem = { kind: "decision", title: "Mitfahrbank", words: "", minutes: 10, public: true };
const paper: NewPaper = {
  title: "Lageplan",
  url: "https://plan.example/lage.pdf",
  fileId: null,
  public: true,
};
const about = { words: "", whereWords: "Ratssaal", onlineWords: "Videoraum 4711" };
const since = "2026-01-01";

const plan = async (world: World, title: string, days = 21) => {
  const startsAt = new Date(+world.now + days * 86_400_000);
  const endsAt = new Date(+startsAt + 7_200_000);
  return made(await addMeeting(world.as("coordinator"), { ...about, title, startsAt, endsAt }));
};

/** A consortium with something public of every kind, and something internal beside each. */
const steering = async (world: World): Promise<void> => {
  const office = world.as("coordinator");
  await keepProfile(office, { name: "Runder Tisch", purpose: "", foundedOn: since });
  const seat = made(
    await addSeat(office, {
      ...{ title: "Stadt", organizationId: world.youthCenter, sector: "public", voting: true, position: 1 },
      startsOn: since,
    } as const),
  );
  const holder = { email: null, startsOn: since } as const;
  made(await addHolder(office, seat, { ...holder, name: "Rosa Rathaus", part: "member", public: true }));
  made(
    await addHolder(office, seat, { ...holder, name: "Stiller Vertreter", part: "deputy", public: false }),
  );
  const { id } = await plan(world, "Steuerungsgruppe");
  const open = made(await addItem(office, id, item));
  const closed = made(await addItem(office, id, { ...item, title: "Personal", public: false }));
  made(await addPaper(office, open, paper));
  made(await addPaper(office, open, { ...paper, title: "Interne Kosten", public: false }));
  made(await addPaper(office, closed, { ...paper, title: "Kündigung" }));
  made(await invite(office, id, ""));
  const quiet = await plan(world, "Noch nicht eingeladen", 60);
  const early = made(await addItem(office, quiet.id, { ...item, title: "Zu früh" }));
  made(await addPaper(office, early, { ...paper, title: "Frühes Papier" }));
};

const internal = [
  ...["Stiller Vertreter", "Personal", "Interne Kosten", "Kündigung", "Noch nicht eingeladen"],
  ...["Zu früh", "Frühes Papier", "Videoraum 4711"],
];

const origin = "http://musterstadt.test";
const data = `${origin}${paths.councilData("")}`;

const addressesIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return value.startsWith(data) ? [value] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(addressesIn);
};

/** Everything a program reads that begins at `from` and follows every address. */
const crawl = async (world: World, as: "visitor" | "coordinator" = "visitor") => {
  const read = new Map<string, Found>();
  const waiting = [`${data}system`];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (read.has(next)) continue;
    const answer = await world.request("GET", next.slice(origin.length), { as });
    expect([next, answer.status]).toEqual([next, 200]);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/u);
    const body = (await answer.json()) as Found;
    read.set(next, body);
    waiting.push(...addressesIn(body));
  }
  return read;
};

test("who begins at the system reaches everything by its addresses, and each object answers at its own", () =>
  town(async (world) => {
    await steering(world);
    const read = await crawl(world);
    const kinds = new Set<string>();
    for (const [address, object] of read) {
      if (typeof object["type"] !== "string") continue;
      kinds.add(found(object["type"].split("/").at(-1)));
      expect(object["id"]).toBe(address);
    }
    expect([...kinds].sort()).toEqual([
      ...["AgendaItem", "Body", "Consultation", "File", "Location", "Meeting", "Membership"],
      ...["Organization", "Paper", "Person", "System"],
    ]);
  }));

test("nothing internal stands in it, not even for the office", () =>
  town(async (world) => {
    await steering(world);
    for (const as of ["visitor", "coordinator"] as const) {
      const text = JSON.stringify([...(await crawl(world, as)).values()]);
      for (const one of ["Rosa Rathaus", "Mitfahrbank", "Lageplan", "Steuerungsgruppe"])
        expect(text).toContain(one);
      for (const one of internal) expect(text).not.toContain(one);
    }
  }));

test("what is not public answers nobody who knows its id", () =>
  town(async (world) => {
    await steering(world);
    const { rows } = await world.sql(`
      select 'agendaItem/' || id as file from agenda_items where title in ('Personal', 'Zu früh')
      union all select 'paper/' || id from agenda_papers where title <> 'Lageplan'
      union all select 'file/' || id from agenda_papers where title <> 'Lageplan'
      union all select 'person/' || id from seat_holders where name = 'Stiller Vertreter'
      union all select 'membership/' || id from seat_holders where name = 'Stiller Vertreter'
      union all select 'meeting/' || id from meetings where title = 'Noch nicht eingeladen'`);
    expect(rows).toHaveLength(11);
    for (const { file } of rows) {
      const answer = await world.request("GET", paths.councilData(file as string), { as: "coordinator" });
      expect([file, answer.status]).toEqual([file, 404]);
    }
    for (const file of ["meeting/1", "unsinn", "unsinn/1", "person/x"])
      expect((await world.request("GET", paths.councilData(file))).status).toBe(404);
    const other = await world.request("GET", paths.councilData("person"), { town: "second" });
    expect(await other.json()).toMatchObject({ data: [] });
  }));

test("a list comes in pages that lead to each other and hold each meeting once", () =>
  town(async (world) => {
    for (let n = 1; n <= 23; n += 1) await plan(world, `Sitzung ${n}`, n);
    await world
      .as("coordinator")
      .db.updateTable("meetings")
      .set({ state: "invited", invitedAt: world.now })
      .execute();
    const get = async (path: string) =>
      (await (await world.request("GET", path)).json()) as {
        readonly data: readonly { readonly id: string }[];
        readonly pagination: Found;
        readonly links: Readonly<Record<string, string>>;
      };
    const first = await get(paths.councilData("meeting"));
    expect(first.pagination).toEqual({
      totalElements: 23,
      elementsPerPage: 20,
      currentPage: 1,
      totalPages: 2,
    });
    expect(first.links["prev"]).toBeUndefined();
    const second = await get(found(first.links["next"]).slice(origin.length));
    expect(second.links).toMatchObject({ prev: first.links["self"], last: second.links["self"] });
    expect(second.links["next"]).toBeUndefined();
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(23);
  }));

test("Popolo names people, the body and who sits in it for whom, each by an id that stands in the file", () =>
  town(async (world) => {
    await steering(world);
    const answer = await world.request("GET", paths.councilData("popolo"));
    const file = (await answer.json()) as Readonly<Record<string, readonly Found[]>>;
    expect(file["persons"]).toMatchObject([{ name: "Rosa Rathaus" }]);
    const [table, sending] = file["organizations"] ?? [];
    expect(table).toMatchObject({ name: "Runder Tisch", founding_date: since, classification: "committee" });
    expect(sending).toMatchObject({ name: "Jugendhaus Musterstadt", classification: "organization" });
    expect(file["memberships"]).toMatchObject([
      {
        ...{ person_id: file["persons"]?.[0]?.["id"], organization_id: table?.["id"] },
        ...{ role: "Mitglied", on_behalf_of_id: sending?.["id"], start_date: since, end_date: null },
      },
    ]);
  }));
