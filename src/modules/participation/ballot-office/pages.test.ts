import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import { findBallot, listOptions } from "#modules/participation/ballots/queries.ts";
import { countRoll, listVoters } from "#modules/participation/roll/queries.ts";
import { town, type World } from "#test/world.ts";

const base = "/buero/abstimmungen";

const fields = {
  title: "Ein neuer Vorstand",
  question: "Wer soll in den Vorstand?",
  seats: "2",
  secrecy: "secret",
  electorate: "roll",
  leastAge: "0",
  takesOnline: "on",
  takesPaper: "on",
  opensOn: "2026-12-01",
  opensTime: "08:00",
  closesOn: "2026-12-08",
  closesTime: "18:00",
};

const post = (world: World, path: string, form: Record<string, string>) =>
  world.request("POST", path, { as: "coordinator", form });

const drafted = async (world: World) => {
  const added = await post(world, `${base}/neu?art=stv`, fields);
  expect(added.status).toBe(303);
  const id = /abstimmungen\/([^/]+)\/auswahl/u.exec(added.headers.get("location") ?? "")?.[1] ?? "";
  return { id: id as Id<"ballot">, at: `${base}/${id}`, office: world.as("coordinator") };
};

test("a ballot goes from draft to announcement, and then nothing of it can be changed", () =>
  town(async (world) => {
    const { id, at, office } = await drafted(world);
    const early = await post(world, `${at}/stand`, { stand: "angekuendigt" });
    expect(early.status).toBe(409);
    expect(await early.text()).toContain("Es steht zu wenig zur Auswahl.");
    await post(world, `${at}/auswahl`, { "title.0": "Anna", "title.1": "Bertram", "title.3": "Carla" });
    expect((await listOptions(office, id)).map(({ title }) => title)).toEqual(["Anna", "Bertram", "Carla"]);
    const unlotted = await post(world, `${at}/stand`, { stand: "angekuendigt" });
    expect(await unlotted.text()).toContain("Bitte losen Sie zuerst die Listennummern aus.");
    await post(world, `${at}/auswahl/los`, { lots: "4 8 15 16 23 42" });
    const drawn = (await listOptions(office, id)).map(({ key }) => key);
    expect(drawn.toSorted()).toEqual(["1", "2", "3"]);
    const slug = (await findBallot(office, id))?.slug ?? "";
    const page = `/beteiligung/abstimmungen/${slug}`;
    expect((await world.request("GET", page)).status).toBe(404);
    expect((await post(world, `${at}/stand`, { stand: "angekuendigt" })).status).toBe(303);
    const shown = await world.request("GET", page);
    expect(await shown.text()).toContain("Es gibt 2 Plätze.");
    const late = await post(world, `${at}/bearbeiten`, { ...fields, title: "Anders" });
    expect(late.status).toBe(409);
    expect((await post(world, `${at}/auswahl`, { "title.0": "Dora" })).status).toBe(409);
    expect((await post(world, `${at}/auswahl/los`, { lots: "1" })).status).toBe(409);
    expect((await listOptions(office, id)).map(({ key }) => key)).toEqual(drawn);
    expect((await findBallot(office, id))?.title).toBe("Ein neuer Vorstand");
    expect((await post(world, `${at}/stand`, { words: "" })).status).toBe(422);
    await post(world, `${at}/stand`, { words: "Es fehlen Kandidaturen." });
    expect(await (await world.request("GET", page)).text()).toContain("Es fehlen Kandidaturen.");
  }));

test("a ballot that ends before it begins, or takes no sheet at all, comes back in words", () =>
  town(async (world) => {
    const back = await post(world, `${base}/neu?art=majority`, { ...fields, closesOn: "2026-11-30" });
    expect(back.status).toBe(409);
    expect(await back.text()).toContain("Sie würde enden, bevor sie beginnt.");
    const { takesOnline: _, takesPaper: __, ...none } = fields;
    const noWay = await post(world, `${base}/neu?art=majority`, none);
    expect(await noWay.text()).toContain("Mindestens ein Weg zum Abstimmen ist nötig.");
    const nowhere = await post(world, `${base}/neu?art=majority`, { ...fields, electorate: "residents" });
    expect(await nowhere.text()).toContain("in welchen Postleitzahlen");
    expect((await post(world, `${base}/neu?art=majority`, { ...fields, title: "" })).status).toBe(422);
  }));

test("the roll takes a list without doubles, says which line is wrong, and strikes with a reason", () =>
  town(async (world) => {
    const { id, at, office } = await drafted(world);
    const list =
      'Name;E-Mail;Anschrift\r\nIlse Noack;ilse@noack.example;\r\n"Graf, Uwe";;"Am Markt 1; 2. Stock"';
    const taken = await post(world, `${at}/verzeichnis/liste`, { list });
    expect(taken.headers.get("location")).toContain("neu-2-0");
    const again = await post(world, `${at}/verzeichnis/liste`, { list });
    expect(again.headers.get("location")).toContain("neu-0-2");
    const wrong = await post(world, `${at}/verzeichnis/liste`, { list: "Ilse Noack;kein Ort\n;x@y.example" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Zeile 1");
    const voters = await listVoters(office, id);
    expect(voters.map(({ name, address }) => [name, address])).toEqual([
      ["Ilse Noack", ""],
      ["Graf, Uwe", "Am Markt 1; 2. Stock"],
    ]);
    const voter = `${at}/verzeichnis/${voters[0]?.id}`;
    expect((await post(world, voter, { words: "" })).status).toBe(422);
    await post(world, voter, { words: "Weggezogen" });
    expect(await countRoll(office, id)).toMatchObject({ entitled: 1, struck: 1 });
    const shown = await world.request("GET", `${at}/verzeichnis`, { as: "coordinator" });
    expect(await shown.text()).toContain("Gestrichen: Weggezogen");
    for (const who of ["volunteer", "representative"] as const)
      expect((await world.request("GET", `${at}/verzeichnis`, { as: who })).status).toBe(403);
    expect(await findBallot(world.as("foreignCoordinator"), id)).toBeUndefined();
  }));
