import { expect, test } from "vitest";
import { defaultRules } from "#methods/resolution-rules.ts";
import { paths } from "#modules/consortium/paths.ts";
import { changeRules, draftRules } from "#modules/consortium/procedure/commands.ts";
import { made } from "#test/made.ts";
import { putSeats } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";

const textOf = async (world: World, query: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await world.request("GET", `${paths.dryRun}?${new URLSearchParams(query)}`, { as: "chair" });
  expect(answer.status).toBe(200);
  return (await answer.text()).replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");
};

test("the dry run says what would come of a vote and why, for who is there, biased or missing", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const seats = await putSeats(
      office,
      (["civil", "civil", "public", "business"] as const).map((sector) => ({ sector })),
    );
    const [one, two, three, four] = seats.map(String);
    const yes = { [`sagt_${one}`]: "yes", [`sagt_${two}`]: "yes" };
    const passed = await textOf(world, { ...yes, [`sagt_${three}`]: "no", [`sagt_${four}`]: "abstain" });
    expect(passed).toContain("Es würde angenommen");
    expect(passed).toContain("Angenommen: 2 Ja, 1 Nein, 1 Enthaltung (Enthaltungen zählen nicht)");
    const alone = await textOf(world, { ...yes, [`wie_${three}`]: "absent", [`wie_${four}`]: "absent" });
    expect(alone).toContain("Zur Beschlussfähigkeit fehlt 1 Sitz.");
    const biased = await textOf(world, { ...yes, [`sagt_${three}`]: "no", [`sagt_${four}`]: "biased" });
    expect(biased).toContain("1 Sitz hat wegen Befangenheit nicht mitgestimmt.");
    const surprise = await textOf(world, { ...yes, unangekuendigt: "on" });
    expect(surprise).toContain("stand nicht in der Einladung");
  }));

test("a draft of the rules is tried beside those in force; nonsense in the address does no harm", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const [one, two, three] = (
      await putSeats(
        office,
        (["civil", "civil", "public"] as const).map((sector) => ({ sector })),
      )
    ).map(String);
    const draft = made(await draftRules(office));
    const remote = { ...defaultRules, remote: false };
    made(await changeRules(office, draft, remote));
    const said = { [`sagt_${one}`]: "yes", [`sagt_${two}`]: "yes", [`wie_${three}`]: "remote" };
    const text = await textOf(world, { ...said, gegenstand: "quatsch", [`sagt_${three}`]: "yes" });
    expect(text).toContain("1. (Entwurf) Es würde nicht angenommen");
    expect((await world.request("GET", paths.dryRun, { as: "consortium" })).status).toBe(403);
  }));
