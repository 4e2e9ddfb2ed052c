import { expect, test } from "vitest";
import { addHolder, addSeat } from "#modules/consortium/seats/commands.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { acceptAmendment, turnDown } from "#modules/strategy/amendments/commands.ts";
import { remindSeats } from "#modules/strategy/package-office/commands.ts";
import { addPackage, endPackage } from "#modules/strategy/packages/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { addParagraph, addVersion, openForAmendments, settle } from "#modules/strategy/texts/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

/** Three open amendments, and a club's seat that Vera Volunteer holds. */
const scene = async (world: World) => {
  const ctx = world.as("coordinator");
  const { id: version } = await addVersion(ctx, { title: "Entwurf", vision: "", easyWords: "" });
  const paragraph = async (words: string) =>
    made(await addParagraph(ctx, version, { kind: "text", words, fieldId: null }));
  const [hall, bus] = [await paragraph("Der Saal ist zu."), await paragraph("Der Bus fährt bis acht Uhr.")];
  await openForAmendments(ctx, version, "2099-01-01");
  const propose = async (paragraphId: typeof hall, words: string) => {
    const input = {
      action: "change",
      paragraphId,
      words,
      reason: `Damit: ${words}`,
      as: "office",
      named: false,
    };
    return made(await proposeAmendment(ctx, { ...input, action: "change" }));
  };
  const open = await propose(hall, "Der Saal ist offen.");
  const late = await propose(bus, "Der Bus fährt bis zehn Uhr.");
  const other = await propose(bus, "Der Bus fährt bis neun Uhr.");
  const third = await propose(bus, "Der Bus fährt bis elf Uhr.");
  const seat = made(
    await addSeat(ctx, {
      ...{ title: "Sportverein", sector: "civil", organizationId: world.club, voting: true },
      ...{ position: 1, startsOn: "2026-01-01" },
    } as const),
  );
  const { email } = await ctx.db
    .selectFrom("accounts")
    .select("email")
    .where("id", "=", world.cast.volunteer.accountId)
    .executeTakeFirstOrThrow();
  made(
    await addHolder(ctx, seat, {
      ...{ name: "Vera Verein", email, part: "member", public: false },
      ...{ startsOn: "2026-01-01", endsOn: null },
    } as const),
  );
  const tie = (amendments: readonly (typeof open.id)[], title = "Saal und Bus") =>
    addPackage(ctx, version, { title, words: "Beides.", amendments: [...amendments] });
  return { ctx, version, open, late, other, third, seat, email, tie };
};

test("a seat speaks to a single amendment, everybody reads it beside the amendment, and the last word counts", () =>
  town(async (world) => {
    const { ctx, open, seat } = await scene(world);
    const path = paths.amendmentStance(open.number);
    const speak = (form: Readonly<Record<string, string>>) =>
      world.request("POST", path, { as: "volunteer", form: { seatId: seat, ...form } });
    expect(await (await world.request("GET", path, { as: "volunteer" })).text()).toContain("Sportverein");
    const bare = await speak({ stance: "cannotLive", reason: "Zu laut." });
    expect(bare.status).toBe(422);
    expect((await speak({ stance: "cannotLive", reason: "Zu laut.", change: "Bis 22 Uhr." })).status).toBe(
      303,
    );
    const seen = async () => (await world.request("GET", paths.amendment(open.number))).text();
    expect(await seen()).toContain("Es bräuchte: Bis 22 Uhr.");
    expect((await speak({ stance: "support" })).status).toBe(303);
    expect(await seen()).not.toContain("Bis 22 Uhr.");
    made(await acceptAmendment(ctx, open.id, "Ja."));
    expect((await speak({ stance: "canLive" })).status).toBe(409);
  }));

test("nobody speaks for a seat they do not hold, but the office writes down what was said", () =>
  town(async (world) => {
    const { open, seat } = await scene(world);
    const path = paths.amendmentStance(open.number);
    const form = { seatId: seat, stance: "canLive" };
    expect((await world.request("POST", path, { as: "representative", form })).status).toBe(403);
    expect((await world.request("POST", path, { as: "coordinator", form })).status).toBe(303);
    const elsewhere = { as: "foreignCoordinator", town: "second", form } as const;
    expect((await world.request("POST", path, elsewhere)).status).toBe(404);
    const page = await (await world.request("GET", paths.amendment(open.number))).text();
    expect(page).toContain("Kann damit leben");
    expect(page).not.toContain(path);
  }));

test("a seat finds what waits for its word; a package asks for all that is in it, and writes one letter", () =>
  town(async (world) => {
    const { ctx, open, late, other, third, seat, email, tie } = await scene(world);
    const list = async () => (await world.request("GET", paths.packageStances, { as: "volunteer" })).text();
    const hrefs = async () =>
      [...(await list()).matchAll(/href="(\/mein\/strategie\/\w+\/\d+)"/gu)].map(([, at]) => at);
    expect(await hrefs()).toEqual(
      [open, late, other, third].map(({ number }) => paths.amendmentStance(number)),
    );
    const { id, number } = made(await tie([open.id, late.id]));
    expect(await hrefs()).toEqual([
      paths.packageStance(number),
      paths.amendmentStance(other.number),
      paths.amendmentStance(third.number),
    ]);
    const mine = await (await world.request("GET", "/mein", { as: "volunteer" })).text();
    expect(mine).toContain(paths.packageStance(number));
    const form = { seatId: seat, stance: "support" };
    await world.request("POST", paths.packageStance(number), { as: "volunteer", form });
    expect(await hrefs()).toEqual([paths.amendmentStance(other.number), paths.amendmentStance(third.number)]);
    const letters = await ctx.db
      .selectFrom("mails")
      .select("subject")
      .where("key", "=", `amendment_package.tied:${id}:${email}`)
      .execute();
    expect(letters).toEqual([{ subject: "Können Sie damit leben? Saal und Bus" }]);
    expect((await world.request("GET", paths.packageStances, { as: "representative" })).status).toBe(403);
  }));

test("an amendment is in one living package only, and what collides with the accepted is not tied at all", () =>
  town(async (world) => {
    const { ctx, open, late, other, third, tie } = await scene(world);
    const { id } = made(await tie([open.id, late.id]));
    expect(await tie([open.id, other.id], "Noch einmal")).toMatchObject({ because: "bundled" });
    const form = await (await world.request("GET", paths.addPackage, { as: "coordinator" })).text();
    expect(form).toContain("2 offene Änderungsvorschläge fehlen hier");
    made(await acceptAmendment(ctx, other.id, "Neun reicht."));
    const page = await (await world.request("GET", paths.officePackage(id), { as: "coordinator" })).text();
    expect(page).toContain(`schon angenommene Änderungsvorschläge (Änderungsvorschlag ${other.number})`);
    made(await turnDown(ctx, late.id, "declined", "Neun reicht."));
    const stuck = await (await world.request("GET", paths.officePackage(id), { as: "coordinator" })).text();
    expect(stuck).toContain("Es lässt sich nicht mehr vereinbaren");
    made(await endPackage(ctx, id, "failed", "So nicht."));
    expect(await tie([open.id, third.id], "Noch einmal")).toMatchObject({ because: "accepted" });
  }));

test("whoever has not spoken is reminded once a day, and after the last day for amendments it goes on", () =>
  town(async (world) => {
    const { ctx, version, open, late, seat, email, tie } = await scene(world);
    made(await settle(ctx, version));
    const form = await (await world.request("GET", paths.addPackage, { as: "coordinator" })).text();
    expect(form).toContain(open.id);
    const { id, number } = made(await tie([open.id, late.id]));
    const remind = (as: "coordinator" | "volunteer" = "coordinator") =>
      world.request("POST", paths.remindSeats(id), { as, form: {} });
    const letters = () =>
      ctx.db
        .selectFrom("mails")
        .select("subject")
        .where("key", "like", `amendment_package.reminded:%${id}:${email}`)
        .execute();
    expect((await remind("volunteer")).status).toBe(403);
    expect((await remind()).status).toBe(303);
    expect(await letters()).toEqual([{ subject: "Ihr Wort fehlt noch: Saal und Bus" }]);
    const again = await remind();
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Heute ist schon erinnert worden.");
    const word = { seatId: seat, stance: "support" };
    await world.request("POST", paths.packageStance(number), { as: "volunteer", form: word });
    const tomorrow = world.as("coordinator", { now: new Date(+ctx.now + 86_400_000) });
    expect(await remindSeats(tomorrow, id)).toMatchObject({ because: "nobody" });
    expect(await letters()).toHaveLength(1);
  }));
