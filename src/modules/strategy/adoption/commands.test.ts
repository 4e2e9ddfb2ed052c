import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import { paths as consortium } from "#modules/consortium/paths.ts";
import type { ResolutionId } from "#modules/consortium/resolutions/queries.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { acceptAmendment } from "#modules/strategy/amendments/commands.ts";
import { mergeVersion } from "#modules/strategy/merging/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import {
  addParagraph,
  addVersion,
  changeParagraph,
  changeVersion,
  openForAmendments,
  settle,
} from "#modules/strategy/texts/commands.ts";
import {
  findVersion,
  findVersionInForce,
  listParagraphs,
  type VersionId,
} from "#modules/strategy/texts/queries.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { town } from "#test/world.ts";
import { adopt } from "./commands.ts";
import { isSealed } from "./queries.ts";

const words = { title: "Zusammen weiter", vision: "Alle finden ihren Platz.", easyWords: "Alle helfen." };

const draft = async (
  ctx: Context,
  texts: readonly string[] = ["Der Saal ist offen."],
  title = words.title,
) => {
  const { id, number } = await addVersion(ctx, { ...words, title });
  for (const text of texts) made(await addParagraph(ctx, id, { kind: "text", words: text, fieldId: null }));
  return { id, number };
};

const settled = async (ctx: Context, texts?: readonly string[], title?: string) => {
  const version = await draft(ctx, texts, title);
  made(await settle(ctx, version.id));
  return version;
};

/** What the consortium votes on, and the resolution when it passes. */
const vote = async (
  ctx: Context,
  choice: "yes" | "no",
  hidden = false,
  subject: "strategy" | "ordinary" = "strategy",
): Promise<ResolutionId | null> => {
  const there = (await ctx.db.selectFrom("seats").select("id").execute()).map(({ id }) => id);
  const three = [{ sector: "civil" }, { sector: "public" }, { sector: "business" }] as const;
  const seats = there.length > 0 ? there : await putSeats(ctx, three);
  const meeting = await runMeeting(ctx, seats);
  const { motionId } = await putMotion(ctx, meeting, { title: "Strategie", subject, hidden });
  const ballot = made(await openVote(ctx, motionId, { method: "named" }));
  for (const seat of seats) made(await castVote(ctx, ballot, seat, { choice }));
  return made(await closeVote(ctx, ballot)).resolution;
};

const stateOf = async (ctx: Context, id: VersionId) => (await findVersion(ctx, id))?.state;

test("adopted by a resolution it holds from the day of the vote, is sealed, and the one before is replaced", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const first = await settled(office, ["Der Saal ist offen."], "Erste");
    const resolution = found(await vote(office, "yes"));
    const later = world.as("chair", { now: new Date("2026-12-03T09:00:00Z") });
    made(await adopt(later, first.id, resolution));
    const held = found(await findVersionInForce(world.as("visitor")));
    expect(held).toMatchObject({ id: first.id, adoptedOn: "2026-11-24", resolutionId: resolution });
    expect(isSealed(held, await listParagraphs(office, first.id))).toBe(true);
    const second = await settled(office, ["Der Saal ist immer offen."], "Zweite");
    made(await adopt(office, second.id, resolution));
    expect((await findVersionInForce(office))?.id).toBe(second.id);
    expect(await findVersion(office, first.id)).toMatchObject({ state: "replaced", hash: held.hash });
  }));

test("it is adopted once, and neither as a draft, nor while it is open, nor without a word", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const resolution = found(await vote(office, "yes"));
    const { id } = await draft(office);
    expect(await adopt(office, id, resolution)).toMatchObject({ because: "fixed" });
    made(await openForAmendments(office, id, "2027-01-31"));
    expect(await adopt(office, id, resolution)).toMatchObject({ because: "fixed" });
    made(await settle(office, id));
    made(await adopt(office, id, resolution));
    expect(await adopt(office, id, resolution)).toMatchObject({ because: "fixed" });
    expect(await settle(office, (await draft(office, [])).id)).toMatchObject({ because: "empty" });
  }));

test("what did not pass is no resolution, and neither one of another town nor an invented one adopts a text", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await settled(office);
    expect(await vote(office, "no")).toBeNull();
    const page = paths.adopt(id);
    const send = (resolutionId: string) =>
      world.request("POST", page, { as: "coordinator", form: { resolutionId } });
    expect((await send("")).status).toBe(422);
    expect((await send("01a20000-0000-7000-8000-000000000000")).status).toBe(404);
    const foreign = found(await vote(world.as("foreignCoordinator"), "yes"));
    expect((await send(foreign)).status).toBe(404);
    expect(await stateOf(office, id)).toBe("settling");
  }));

test("a resolution voted on as an ordinary one, by lesser majorities, adopts no text", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await settled(office);
    const ordinary = found(await vote(office, "yes", false, "ordinary"));
    const reply = await world.request("POST", paths.adopt(id), {
      as: "coordinator",
      form: { resolutionId: ordinary },
    });
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain("nicht als Beschluss zur Strategie abgestimmt");
    expect(await stateOf(office, id)).toBe("settling");
  }));

test("nobody but the office and the chair adopts, and nobody a text of another town", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await settled(office);
    const resolution = found(await vote(office, "yes"));
    for (const who of ["visitor", "consortium", "representative", "editor"] as const)
      await expect(adopt(world.as(who), id, resolution)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(adopt(world.as("foreignCoordinator"), id, resolution)).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await stateOf(office, id)).toBe("settling");
  }));

test("of which a next version was made is not adopted itself; the next one is", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await draft(office);
    const [paragraph] = await listParagraphs(office, id);
    made(await openForAmendments(office, id, "2027-01-31"));
    const { id: amendment } = made(
      await proposeAmendment(office, {
        ...{ action: "change", paragraphId: found(paragraph).id, words: "Der Saal ist immer offen." },
        ...{ reason: "Für alle.", as: "office", named: false },
      } as const),
    );
    made(await acceptAmendment(office, amendment, "Ja."));
    made(await settle(office, id));
    const { id: next } = made(await mergeVersion(office, id, words));
    const resolution = found(await vote(office, "yes"));
    expect(await adopt(office, id, resolution)).toMatchObject({ because: "merged" });
    made(await adopt(office, next, resolution));
    const held = found(await findVersionInForce(world.as("visitor")));
    expect((await listParagraphs(office, held.id)).map((one) => one.words)).toEqual([
      "Der Saal ist immer offen.",
    ]);
  }));

test("an adopted text never changes: not by its form, not past the house, and a changed letter breaks the seal", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id, number } = await settled(office);
    made(await adopt(office, id, found(await vote(office, "yes"))));
    const [paragraph] = await listParagraphs(office, id);
    const other = { kind: "text", words: "Der Saal ist zu.", fieldId: null } as const;
    expect(await changeParagraph(office, id, found(paragraph).id, other)).toMatchObject({ because: "fixed" });
    await changeVersion(office, id, { ...words, title: "Anders", easyWords: "Alle helfen mit." });
    expect(await findVersion(office, id)).toMatchObject({
      title: words.title,
      easyWords: "Alle helfen mit.",
    });
    await world.sql("savepoint before");
    const rename = world.sql("update strategy_versions set title = 'Anders' where id = $1", [id]);
    await expect(rename).rejects.toThrow(/never changes/u);
    await world.sql("rollback to before");
    const read = async () => (await world.request("GET", paths.version(number))).text();
    expect(await read()).not.toContain("passen nicht mehr zu ihrem Siegel");
    await world.sql("update paragraph_texts set words = 'Der Saal ist Offen.' where version_id = $1", [id]);
    expect(await read()).toContain("passen nicht mehr zu ihrem Siegel");
  }));

test("the text and its resolution lead to each other; an internal resolution is not named to everybody", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await settled(office);
    made(await adopt(office, id, found(await vote(office, "yes"))));
    const text = await (await world.request("GET", paths.text)).text();
    expect(text).toContain(consortium.resolution("2026-01"));
    const resolution = await (await world.request("GET", consortium.resolution("2026-01"))).text();
    expect(resolution).toContain(words.title);
    const next = await settled(office);
    made(await adopt(office, next.id, found(await vote(office, "yes", true))));
    const after = await (await world.request("GET", paths.text)).text();
    expect(after).toMatch(/Beschlossen am [^<]*24\. November 2026/u);
    expect(after).not.toContain("2026-02");
  }));
