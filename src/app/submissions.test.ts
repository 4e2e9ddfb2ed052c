import { expect, test } from "vitest";
import { openDatabase } from "#core/db.ts";
import { newKey } from "#core/token.ts";
import { houseOn, requestOf, stageOfFile, testNow, town } from "#test/world.ts";

const settings = {
  name: "Musterstadt",
  fullName: "Stadt Musterstadt",
  accentLight: "#0a5c63",
  accentDark: "#7fd0d2",
  accentDeep: "#0b474d",
};

test("a form that is sent twenty times at once is done once, and all get the same answer", async () => {
  const { database, scene } = await stageOfFile();
  const { db } = openDatabase(database.connection, 25);
  try {
    const house = houseOn(db, () => testNow);
    const form = { ...settings, _key: newKey() };
    const send = () =>
      house.request(requestOf(scene, "POST", "/buero/einstellungen", { as: "coordinator", form }));
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
    const { n } = await db
      .selectFrom("events")
      .select((expression) => expression.fn.countAll<number>().as("n"))
      .where("name", "=", "place.changed")
      .executeTakeFirstOrThrow();
    expect(n).toBe(1);
  } finally {
    await db.destroy();
  }
});

test("what was refused may be put right and sent again with the same key", () =>
  town(async (world) => {
    const form = { ...settings, _key: newKey(), accentLight: "#ffee00" };
    const refused = await world.request("POST", "/buero/einstellungen", { as: "coordinator", form });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("zu wenig Kontrast");
    const repaired = await world.request("POST", "/buero/einstellungen", {
      as: "coordinator",
      form: { ...form, accentLight: "#0a5c63" },
    });
    expect(repaired.status).toBe(303);
  }));

test("a form of another site is refused", () =>
  town(async (world) => {
    const answer = await world.request("POST", "/buero/einstellungen", {
      as: "coordinator",
      form: settings,
      headers: { origin: "https://elsewhere.example" },
    });
    expect(answer.status).toBe(403);
  }));
