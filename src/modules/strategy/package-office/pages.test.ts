import { expect, test } from "vitest";
import { addSeat } from "#modules/consortium/seats/commands.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { findAmendment } from "#modules/strategy/amendments/queries.ts";
import { listPackages } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

const office = { as: "coordinator" } as const;

/** Two amendments that agree with each other, tied through the form; and a seat. */
const scene = async (world: World) => {
  const ctx = world.as("coordinator");
  const { id } = await addVersion(ctx, { title: "Entwurf", vision: "", easyWords: "" });
  const paragraphId = made(
    await addParagraph(ctx, id, { kind: "text", words: "Der Saal ist zu.", fieldId: null }),
  );
  await openForAmendments(ctx, id, "2099-01-01");
  const propose = async (action: "change" | "insert", words: string) => {
    const input = { action, paragraphId, words, reason: "Weil.", as: "office", named: false };
    return made(await proposeAmendment(ctx, input)).id;
  };
  const amendments = [await propose("change", "Der Saal ist offen."), await propose("insert", "Für alle.")];
  const seat = made(
    await addSeat(ctx, {
      title: "Sportverein",
      sector: "civil",
      organizationId: world.club,
      voting: true,
      position: 1,
      startsOn: "2026-01-01",
    }),
  );
  const form = { title: "Saal für alle", words: "Die einen geben, die anderen auch.", amendments };
  const answer = await world.request("POST", paths.addPackage, { ...office, form });
  const [row] = await listPackages(ctx, id);
  return { ctx, answer, row, amendments, seat };
};

test("a package is tied, a seat that cannot live with it holds it up, and its last word lets it pass as a whole", () =>
  town(async (world) => {
    const { ctx, answer, row, amendments, seat } = await scene(world);
    expect(answer.status).toBe(303);
    if (!row) throw new Error("no package");
    const speak = (form: Readonly<Record<string, string>>) =>
      world.request("POST", paths.packageStance(row.number), { ...office, form: { seatId: seat, ...form } });
    const end = (state: string) =>
      world.request("POST", paths.officePackage(row.id), { ...office, form: { state, words: "So ist es." } });
    const bare = await speak({ stance: "cannotLive", reason: "Zu laut." });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain("Zu laut.");
    expect((await speak({ stance: "cannotLive", reason: "Zu laut.", change: "Bis 22 Uhr." })).status).toBe(
      303,
    );
    const seen = await (await world.request("GET", paths.package(row.number))).text();
    expect(seen).toContain("Es bräuchte: Bis 22 Uhr.");
    expect((await end("agreed")).status).toBe(409);
    expect((await speak({ stance: "canLive" })).status).toBe(303);
    expect((await end("agreed")).status).toBe(303);
    for (const id of amendments) expect((await findAmendment(ctx, id))?.state).toBe("accepted");
    expect((await end("failed")).status).toBe(409);
    expect((await speak({ stance: "support" })).status).toBe(409);
  }));

test("one amendment is no package, and whoever has no seat has no word", () =>
  town(async (world) => {
    const { row, amendments } = await scene(world);
    const form = { title: "Allein", words: "Nur einer.", amendments: amendments[0] ?? "" };
    expect((await world.request("POST", paths.addPackage, { ...office, form })).status).toBe(409);
    if (!row) throw new Error("no package");
    const path = paths.packageStance(row.number);
    expect((await world.request("GET", path, { as: "volunteer" })).status).toBe(403);
  }));
