import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Outcome } from "#core/outcome.ts";
import { addRound, closeRound, openRound, voice } from "#modules/participation/opinions/commands.ts";
import {
  findParticipant,
  findPublicRound,
  findRound,
  listOwnVotes,
  listStatements,
} from "#modules/participation/opinions/queries.ts";
import {
  addStatements,
  moderateStatement,
  suggestStatement,
} from "#modules/participation/statements/commands.ts";
import { listDeclined, listOwnStatements } from "#modules/participation/statements/queries.ts";
import { tellSquareRound } from "#modules/participation/statements/seed.ts";
import { town, type World } from "#test/world.ts";
import { computeMap } from "./commands.ts";
import { findingsOf, findWork, votesFile } from "./queries.ts";

const ok = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const process = async (world: World) => {
  const { id } = await world
    .as("coordinator")
    .db.insertInto("processes")
    .values({ slug: "platz", template: "square", title: "Der Platz", question: "Wie?", state: "published" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

const opened = async (world: World) => {
  const office = world.as("coordinator");
  const { id, slug } = await addRound(office, await process(world), {
    title: "Was zählt?",
    question: "Was soll gelten?",
    words: "",
    takesStatements: true,
  });
  ok(await addStatements(office, id, [{ text: "Eins." }, { text: "Zwei." }, { text: "Drei." }]));
  ok(await openRound(office, id));
  return { office, id, slug, statements: await listStatements(office, id) };
};

test("the example finds two stable groups, and says what unites and what divides them", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await tellSquareRound(office, await process(world));
    await computeMap(office, id);
    const round = await findRound(office, id);
    const result = round && findingsOf(round);
    expect(result?.stable).toBe(true);
    expect(result?.groups.map(({ size }) => size)).toEqual([72, 48]);
    expect(result?.uniting.length).toBeGreaterThan(2);
    expect(result?.dividing.length).toBe(5);
    expect(result?.points).toHaveLength(120);
    const file = await votesFile(office, id);
    expect(round?.resultHash).toBe(createHash("sha256").update(file).digest("hex"));
    expect(await findWork(office, id)).toBeUndefined();
  }));

test("a device votes without a name; its last word counts, and the map has to be computed again", () =>
  town(async (world) => {
    const { office, id, slug, statements } = await opened(world);
    const guest = world.as("visitor");
    const round = await findPublicRound(guest, slug);
    const statement = statements[0]?.id ?? ("" as never);
    const { token } = ok(await voice(guest, id, { token: undefined, statement, vote: 1 }));
    expect(ok(await voice(guest, id, { token, statement, vote: -1 })).token).toBeUndefined();
    const own = await listOwnVotes(guest, await findParticipant(guest, id, token));
    expect([...own.values()]).toEqual([-1]);
    const [after] = await listStatements(office, id);
    expect(after).toMatchObject({ agreed: 0, disagreed: 1, passed: 0 });
    expect(round?.participantCount).toBe(0);
    expect((await findRound(office, id))?.participantCount).toBe(1);
    await computeMap(office, id);
    const result = findingsOf((await findRound(office, id)) ?? { result: null });
    expect(result).toMatchObject({ people: 1, stable: false, groups: [], uniting: [] });
  }));

test("an own statement waits until the office has read it; a no has a reason that its device is told", () =>
  town(async (world) => {
    const { office, id } = await opened(world);
    const guest = world.as("visitor");
    const { token } = ok(await suggestStatement(guest, id, undefined, "Vier."));
    const waiting = (await listStatements(office, id, "waiting"))[0]?.id ?? ("" as never);
    expect(await voice(guest, id, { token, statement: waiting, vote: 1 }).catch(() => "missing")).toBe(
      "missing",
    );
    ok(await moderateStatement(office, id, waiting, { reason: "doubled", words: "Steht schon da." }));
    const participant = (await findParticipant(guest, id, token)) ?? ("" as never);
    expect(await listOwnStatements(guest, participant)).toMatchObject([
      { state: "declined", words: "Steht schon da." },
    ]);
    expect(await listDeclined(guest, id)).toHaveLength(1);
    for (let times = 0; times < 5; times++) ok(await suggestStatement(guest, id, token, `Nr. ${times}`));
    expect(await suggestStatement(guest, id, token, "Zu viel.")).toMatchObject({ because: "tooMany" });
  }));

test("a draft is there for nobody else, and a closed round takes nothing", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id, slug } = await addRound(office, await process(world), {
      title: "Entwurf",
      question: "?",
      words: "",
      takesStatements: false,
    });
    expect(await findPublicRound(world.as("visitor"), slug)).toBeUndefined();
    expect(await openRound(office, id)).toMatchObject({ because: "noStatements" });
    ok(await addStatements(office, id, [{ text: "A" }, { text: "B" }, { text: "C" }]));
    ok(await openRound(office, id));
    expect(await suggestStatement(world.as("visitor"), id, undefined, "D")).toMatchObject({
      because: "notTaken",
    });
    const statement = (await listStatements(office, id))[0]?.id ?? ("" as never);
    ok(await closeRound(office, id));
    expect(await voice(world.as("visitor"), id, { token: undefined, statement, vote: 1 })).toMatchObject({
      because: "notOpen",
    });
    await expect(openRound(world.as("volunteer"), id)).rejects.toThrow();
  }));
