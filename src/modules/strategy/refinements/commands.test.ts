import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { addSeat } from "#modules/consortium/seats/commands.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import {
  acceptAmendment,
  publishAmendment,
  turnDown,
  withdrawAmendment,
} from "#modules/strategy/amendments/commands.ts";
import { type AmendmentId, findAmendment, listAmendments } from "#modules/strategy/amendments/queries.ts";
import { mergeVersion } from "#modules/strategy/merging/commands.ts";
import { addPackage, giveStance } from "#modules/strategy/packages/commands.ts";
import { listAmendmentStances } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { listParagraphs } from "#modules/strategy/texts/queries.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { takeOver } from "./commands.ts";

beforeAll(listenToModules);

const base = "Die Stadt gibt den Vereinen bis 2026 einen Saal.";
const wished = "Die Stadt gibt den Vereinen bis 2027 einen hellen Saal.";

/** A citizen's amendment that everybody sees, and somebody who wants it to read otherwise. */
const scene = async (world: World) => {
  const office = world.as("coordinator");
  const { id: version } = await addVersion(office, { title: "Entwurf", vision: "", easyWords: "" });
  const paragraphId = made(await addParagraph(office, version, { kind: "text", words: base, fieldId: null }));
  const other = made(
    await addParagraph(office, version, { kind: "text", words: "Alle helfen.", fieldId: null }),
  );
  await openForAmendments(office, version, "2099-01-01");
  const citizen = world.as("volunteer");
  const propose = async (ctx: Context, words: string, amends?: AmendmentId, paragraph = paragraphId) => {
    const as = ctx === office ? "office" : "citizen";
    const input = { action: "change", paragraphId: paragraph, words, reason: "Weil.", named: false } as const;
    return proposeAmendment(ctx, { ...input, as, amends });
  };
  const wish = made(await propose(citizen, wished));
  await publishAmendment(office, wish.id);
  const refine = async (words: string) => made(await propose(office, words, wish.id));
  return { office, citizen, version, paragraphId, other, wish, propose, refine };
};

/** What the citizen was told that names this amendment. */
const heardOf = async (world: World, number: number): Promise<readonly string[]> => {
  const { rows } = await world.sql(
    `select text from notices where person_id = '${world.cast.volunteer.id}' and text like 'Änderungsvorschlag ${number} %'`,
  );
  return rows.map(({ text }) => String(text));
};

test("whoever proposed an amendment takes other words over; the others come along, and what seats said does not", () =>
  town(async (world) => {
    const { office, citizen, version, wish, refine } = await scene(world);
    const big = await refine(wished.replace("hellen", "großen, hellen"));
    const year = await refine(wished.replace("2027", "2028"));
    const dark = await refine(wished.replace("hellen ", ""));
    expect((await findAmendment(office, big.id))?.base).toBe(wished);
    const seatId = made(
      await addSeat(office, {
        ...{ title: "Verein", sector: "civil", organizationId: world.club, voting: true },
        ...{ position: 1, startsOn: "2026-01-01" },
      } as const),
    );
    const word = { seatId, stance: "support", reason: "", change: "" } as const;
    made(await giveStance(office, { amendmentId: wish.id }, word));
    await expect(takeOver(world.as("representative"), big.id, "")).rejects.toBeInstanceOf(Forbidden);
    made(await takeOver(citizen, big.id, ""));
    const now = "Die Stadt gibt den Vereinen bis 2027 einen großen, hellen Saal.";
    expect(await findAmendment(office, wish.id)).toMatchObject({ state: "open", words: now, base });
    expect(await findAmendment(office, big.id)).toMatchObject({ state: "accepted", base: wished });
    expect(await findAmendment(office, year.id)).toMatchObject({
      state: "open",
      base: now,
      words: now.replace("2027", "2028"),
    });
    expect((await findAmendment(office, dark.id))?.state).toBe("review");
    expect(await listAmendmentStances(office, wish.id)).toEqual([]);
    expect(await takeOver(citizen, big.id, "")).toMatchObject({ because: "decided" });
    made(await acceptAmendment(office, wish.id, "Gut so."));
    expect((await findAmendment(office, year.id))?.state).toBe("declined");
    const merged = made(await mergeVersion(office, version, { title: "Neu", vision: "", easyWords: "" }));
    expect((await listParagraphs(office, merged.id)).map(({ words }) => words)).toEqual([
      now,
      "Alle helfen.",
    ]);
  }));

test("an amendment to the text is not mixed up with one to an amendment, and there is only one level", () =>
  town(async (world) => {
    const { office, version, wish, refine, propose } = await scene(world);
    const big = await refine(wished.replace("hellen", "großen"));
    expect((await listAmendments(office, { version })).map(({ id }) => id)).toEqual([wish.id]);
    expect((await listAmendments(office, { of: wish.id })).map(({ id }) => id)).toEqual([big.id]);
    expect(await propose(office, "Ganz anders.", big.id)).toMatchObject({ because: "settled" });
    expect(await propose(office, wished, wish.id)).toMatchObject({ because: "same" });
    await expect(acceptAmendment(office, big.id, "Ja.")).rejects.toBeInstanceOf(NotFound);
    made(await turnDown(office, wish.id, "declined", "Nein."));
    expect((await findAmendment(office, big.id))?.state).toBe("declined");
    expect(await propose(office, "Ganz anders.", wish.id)).toMatchObject({ because: "settled" });
  }));

test("what nobody has read yet keeps unseen, also when the amendment is withdrawn by whoever proposed it", () =>
  town(async (world) => {
    const { citizen, office, wish, propose } = await scene(world);
    const stranger = world.as("representative");
    const unread = made(await propose(stranger, wished.replace("hellen", "kühlen"), wish.id));
    expect(await heardOf(world, unread.number)).toEqual([]);
    expect(await findAmendment(world.as("visitor"), unread.id)).toBeUndefined();
    await expect(takeOver(citizen, unread.id, "")).rejects.toBeInstanceOf(NotFound);
    made(await withdrawAmendment(citizen, wish.id));
    expect(await findAmendment(world.as("visitor"), unread.id)).toBeUndefined();
    expect((await findAmendment(office, unread.id))?.state).toBe("hidden");
    const waiting = await office.db
      .selectFrom("tasks")
      .select("id")
      .where("subjectId", "=", unread.id)
      .where("doneAt", "is", null)
      .execute();
    expect(waiting).toEqual([]);
  }));

test("in a package an amendment stays as it is, and nothing is taken over that would undo it", () =>
  town(async (world) => {
    const { office, citizen, version, other, wish, refine, propose } = await scene(world);
    const none = await refine(base);
    expect(await takeOver(citizen, none.id, "")).toMatchObject({ because: "same" });
    const beside = made(await propose(office, "Alle helfen gern.", undefined, other));
    made(
      await addPackage(office, version, { title: "Beides", words: "So.", amendments: [wish.id, beside.id] }),
    );
    const big = await refine(wished.replace("hellen", "großen"));
    expect(await takeOver(citizen, big.id, "")).toMatchObject({ because: "bundled" });
    const page = await world.request("POST", paths.takeOver(big.number), { as: "coordinator", form: {} });
    expect(page.status).toBe(409);
    expect(await page.text()).toContain("Der Vorschlag steckt in einem Paket");
  }));

test("on the pages somebody proposes other words, and whoever wrote the amendment takes them over", () =>
  town(async (world) => {
    const { office, wish } = await scene(world);
    const path = paths.improveAmendment(wish.number);
    const form = await world.request("GET", path, { as: "coordinator" });
    expect(await form.text()).toContain(wished);
    const words = wished.replace("hellen", "großen");
    const send = (fields: Readonly<Record<string, string>>) =>
      world.request("POST", path, { as: "coordinator", form: { as: "office", ...fields } });
    expect((await send({ words, reason: "" })).status).toBe(422);
    expect((await send({ words: wished, reason: "Nichts." })).status).toBe(409);
    expect((await send({ words, reason: "Mehr Platz." })).status).toBe(303);
    const [row] = await listAmendments(office, { of: wish.id });
    if (!row) throw new Error("nothing proposed");
    const own = { as: "volunteer" } as const;
    expect(await (await world.request("GET", paths.amendment(row.number), own)).text()).toContain(
      "Diese Worte übernehmen",
    );
    const seen = await (await world.request("GET", paths.amendment(row.number))).text();
    expect(seen).not.toContain("Diese Worte übernehmen");
    expect(seen).toContain(`Ändert die Worte von Änderungsvorschlag ${wish.number}`);
    expect((await world.request("POST", paths.takeOver(row.number), { ...own, form: {} })).status).toBe(303);
    expect((await findAmendment(office, wish.id))?.words).toBe(words);
    const elsewhere = { as: "foreignCoordinator", town: "second", form: {} } as const;
    expect((await world.request("POST", paths.takeOver(row.number), elsewhere)).status).toBe(404);
  }));

test("when the next version is made, what amends an open amendment goes along with it", () =>
  town(async (world) => {
    const { office, version, wish, refine, propose } = await scene(world);
    const big = await refine(wished.replace("hellen", "großen, hellen"));
    made(
      await acceptAmendment(
        office,
        made(await propose(office, base.replace("Die Stadt", "Jede Stadt"))).id,
        "Ja.",
      ),
    );
    const next = made(await mergeVersion(office, version, { title: "Neu", vision: "", easyWords: "" }));
    const now = wished.replace("Die Stadt", "Jede Stadt");
    expect(await findAmendment(office, wish.id)).toMatchObject({
      state: "open",
      versionId: next.id,
      words: now,
    });
    expect(await findAmendment(office, big.id)).toMatchObject({
      state: "open",
      versionId: next.id,
      base: now,
      words: now.replace("hellen", "großen, hellen"),
    });
  }));

test("whoever proposed an amendment hears of other words for it once everybody can see them", () =>
  town(async (world) => {
    const { office, wish, propose } = await scene(world);
    const cool = made(await propose(world.as("representative"), wished.replace("hellen", "kühlen"), wish.id));
    await publishAmendment(office, cool.id);
    expect(await heardOf(world, cool.number)).toEqual([
      `Änderungsvorschlag ${cool.number} schlägt andere Worte dafür vor. Sie können sie übernehmen.`,
    ]);
  }));
