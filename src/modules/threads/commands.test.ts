import { beforeAll, expect, test } from "vitest";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { type Thing, traceAll } from "#core/traceable.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { tie, untie } from "./commands.ts";
import { followThread, stationsOf } from "./following/queries.ts";
import { listThreads } from "./queries.ts";

const namesOf = (open: (ctx: Context) => boolean) => ({
  name: async (ctx: Context, ids: readonly string[]) =>
    open(ctx)
      ? (
          await ctx.db
            .selectFrom("organizations")
            .select(["id", "name"])
            .where("id", "in", ids as never)
            .execute()
        ).map(({ id, name }) => ({
          kind: open === isOffice ? "secret" : "open",
          id,
          title: name,
          path: `/${id}`,
        }))
      : [],
  find: async () => [],
});
const isOffice = ({ actor }: Context): boolean => isStaff(actor);

// Two kinds of things: one that everybody sees, one that only the office sees.
beforeAll(() =>
  traceAll([
    { kind: "open", noun: () => "Offenes", ...namesOf(() => true) },
    { kind: "secret", noun: () => "Geheimes", ...namesOf(isOffice) },
  ]),
);

const things = ({ club, youthCenter, company }: World) => ({
  club: { kind: "open", id: club },
  youth: { kind: "open", id: youthCenter },
  firm: { kind: "open", id: company },
  hidden: { kind: "secret", id: company },
});

const titles = (tied: readonly { readonly title: string }[]): string[] => tied.map(({ title }) => title);

test("a thread is seen from both ends, with its words, and is gone when it is untied", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { club, youth } = things(world);
    const id = made(await tie(office, club, youth, "Drei Tische sagten es."));
    const visitor = world.as("visitor");
    const [below] = (await listThreads(visitor, club)).to;
    expect(below).toMatchObject({
      title: "Jugendhaus Musterstadt",
      noun: "Offenes",
      words: "Drei Tische sagten es.",
    });
    expect(titles((await listThreads(visitor, youth)).from)).toEqual(["Teichfreunde Musterstadt e.V."]);
    await untie(office, id);
    expect(await listThreads(visitor, club)).toEqual({ from: [], to: [] });
    const { rows } = await world.sql(
      "select name from events where name like 'thread.%' order by happened_at, id",
    );
    expect(rows.map(({ name }) => name)).toEqual(["thread.tied", "thread.untied"]);
  }));

test("only the office ties, only what is there, once, and in one direction", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { club, youth } = things(world);
    await expect(tie(world.as("volunteer"), club, youth)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(tie(office, club, { kind: "open", id: crypto.randomUUID() })).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(tie(office, club, { kind: "nothing", id: youth.id })).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await tie(office, club, club)).toMatchObject({ because: "same" });
    made(await tie(office, club, youth));
    expect(await tie(office, club, youth)).toMatchObject({ because: "tied" });
    expect(await tie(office, youth, club)).toMatchObject({ because: "otherWay" });
  }));

test("who may not see a thing sees neither its title nor what lies beyond it", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { club, youth, hidden } = things(world);
    made(await tie(office, club, hidden));
    made(await tie(office, hidden, youth));
    expect(titles((await listThreads(office, club)).to)).toEqual(["Autohaus Muster GmbH"]);
    expect((await listThreads(world.as("visitor"), club)).to).toEqual([]);
    const seen = await followThread(office, club);
    expect(titles(seen?.down[0]?.branches ?? [])).toEqual(["Jugendhaus Musterstadt"]);
    expect((await followThread(world.as("visitor"), club))?.down).toEqual([]);
    expect(await followThread(world.as("visitor"), hidden)).toBeUndefined();
  }));

test("the whole thread ends where it closes a circle, and is drawn through the thing one looks from", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { club, youth, firm } = things(world);
    const ring: [Thing, Thing][] = [
      [club, youth],
      [youth, firm],
      [firm, club],
    ];
    for (const [from, to] of ring) made(await tie(office, from, to));
    const following = await followThread(world.as("visitor"), youth);
    expect(titles(following?.down ?? [])).toEqual(["Autohaus Muster GmbH"]);
    expect(titles(following?.down[0]?.branches ?? [])).toEqual(["Teichfreunde Musterstadt e.V."]);
    expect(following?.down[0]?.branches[0]?.branches).toEqual([]);
    if (!following) throw new Error("the thread is not there");
    expect(stationsOf(following).length).toBeLessThanOrEqual(6);
    expect(titles(stationsOf(following))).toContain("Jugendhaus Musterstadt");
  }));

test("another town sees nothing of it", () =>
  town(async (world) => {
    const { club, youth } = things(world);
    made(await tie(world.as("coordinator"), club, youth));
    const foreign = world.as("foreignCoordinator");
    expect(await listThreads(foreign, club)).toEqual({ from: [], to: [] });
    expect(await followThread(foreign, club)).toBeUndefined();
  }));
