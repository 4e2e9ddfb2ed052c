import { afterAll, beforeAll, expect, test } from "vitest";
import { NotFound } from "#core/errors.ts";
import { assign, cancelSignup } from "#modules/shifts/signups/commands.ts";
import { listSignups } from "#modules/shifts/signups/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { weekly } from "#test/weekly.ts";
import { town, type World } from "#test/world.ts";
import { offerHandover, takeHandover, withdrawHandover } from "./commands.ts";
import { findHandover, listFellows, listSwaps } from "./queries.ts";

const story = async (world: World) => {
  const office = world.as("coordinator");
  const plan = await weekly(office, world.club, { maximum: 1 });
  const { rows } = await world.sql(
    `select n.id, to_char(s.series_day, 'MM-DD') as day from shift_needs n join shifts s on s.id = n.shift_id
      where s.opportunity_id = $1 order by s.starts_at`,
    [plan.offer],
  );
  const needs = new Map(rows.map((row) => [String(row["day"]), row["id"] as never]));
  const comes = async (who: "volunteer" | "neighborhood" | "editor", day: string) => {
    const needId = needs.get(day) as never;
    return made(await assign(office, { needId, personId: world.cast[who].id, how: "office" })).signupId;
  };
  const places = async () =>
    (await listSignups(office, plan.offer, { states: ["confirmed"], limit: 50 })).map(
      ({ name, startsAt }) => `${startsAt.toISOString().slice(5, 10)} ${name}`,
    );
  return { ...plan, office, comes, places };
};

test("a shift goes to whoever takes it first, and the place is never free in between", () =>
  town(async (world) => {
    const { comes, places, offer } = await story(world);
    const mine = await comes("volunteer", "12-01");
    const { token } = made(await offerHandover(world.as("volunteer"), mine, { words: "Zahnarzt" }));
    expect(await places()).toEqual(["12-01 Frieda Freiwillig"]);
    expect(await takeHandover(world.as("volunteer"), token)).toEqual({ ok: false, because: "own" });
    expect(await takeHandover(world.as("neighborhood"), token)).toMatchObject({ ok: true });
    const taker = world.cast.neighborhood.name;
    expect(await places()).toEqual([`12-01 ${taker}`]);
    expect(await takeHandover(world.as("editor"), token)).toEqual({ ok: false, because: "gone" });
    const [row] = (await listSignups(world.as("coordinator"), offer, { limit: 9 })).filter(
      ({ id }) => id === mine,
    );
    expect(row).toMatchObject({ state: "canceled" });
    const { rows } = await world.sql("select kind, subject from mails where kind = 'handover.taken'");
    expect(rows).toMatchObject([{ subject: expect.stringContaining(`${taker} übernimmt Ihre Schicht`) }]);
    const { rows: seen } = await world.sql(
      "select title from notices where kind = 'handover' and person_id = $1",
      [world.cast.representative.id],
    );
    expect(seen).toMatchObject([{ title: `${taker} kommt statt Frieda Freiwillig` }]);
  }));

test("a swap gives both their shift, or neither", () =>
  town(async (world) => {
    const { comes, places, offer } = await story(world);
    const mine = await comes("volunteer", "12-01");
    const other = await comes("neighborhood", "12-08");
    const swaps = await listSwaps(world.as("volunteer"), offer, world.cast.volunteer.id);
    expect(swaps.map(({ id }) => id)).toEqual([other]);
    const { token } = made(await offerHandover(world.as("volunteer"), mine, { returnId: other }));
    expect(await takeHandover(world.as("editor"), token)).toEqual({ ok: false, because: "notYours" });
    expect(await takeHandover(world.as("neighborhood"), token)).toMatchObject({ ok: true });
    expect(await places()).toEqual([`12-01 ${world.cast.neighborhood.name}`, "12-08 Frieda Freiwillig"]);
    const again = await comes("volunteer", "12-15");
    const third = await comes("neighborhood", "12-22");
    const second = made(await offerHandover(world.as("volunteer"), again, { returnId: third }));
    made(await cancelSignup(world.as("neighborhood"), third));
    expect(await takeHandover(world.as("neighborhood"), second.token)).toEqual({
      ok: false,
      because: "gone",
    });
    expect(await places()).toContain("12-15 Frieda Freiwillig");
  }));

test("one helper is meant, and only they can take it; helpers know each other by first name", () =>
  town(async (world) => {
    const { comes, offer } = await story(world);
    const mine = await comes("volunteer", "12-01");
    await comes("neighborhood", "12-08");
    const me = world.as("volunteer");
    const [fellow] = await listFellows(me, offer, world.cast.volunteer.id);
    expect(fellow?.short).toMatch(/^\S+ \S\.$/u);
    const toId = world.cast.neighborhood.id;
    expect(await offerHandover(me, mine, { toId: world.cast.juror.id })).toEqual({
      ok: false,
      because: "receiver",
    });
    const { token } = made(await offerHandover(me, mine, { toId }));
    expect(await offerHandover(me, mine, {})).toEqual({ ok: false, because: "already" });
    const { rows } = await world.sql("select recipient_email from mails where kind = 'handover.offered'");
    expect(rows).toHaveLength(1);
    expect(await takeHandover(world.as("editor"), token)).toEqual({ ok: false, because: "notYours" });
    made(await withdrawHandover(me, mine));
    expect(await takeHandover(world.as("neighborhood"), token)).toEqual({ ok: false, because: "gone" });
    expect(await withdrawHandover(me, mine)).toEqual({ ok: false, because: "taken" });
  }));

test("who is elsewhere at that time, too young or unqualified cannot take it, nor anybody after the start", () =>
  town(async (world) => {
    const { comes, office, role } = await story(world);
    const elsewhere = await story(world);
    const mine = await comes("volunteer", "12-01");
    const { token } = made(await offerHandover(world.as("volunteer"), mine, {}));
    await elsewhere.comes("neighborhood", "12-01");
    expect(await takeHandover(world.as("neighborhood"), token)).toEqual({ ok: false, because: "overlap" });
    await world.sql("update shift_roles set minimum_age = 18 where id = $1", [role]);
    await world.sql("update people set age_band = '16to17' where id = $1", [world.cast.editor.id]);
    expect(await takeHandover(world.as("editor"), token)).toMatchObject({ ok: false });
    const late = { now: new Date("2026-12-01T14:30:00Z") };
    expect(await takeHandover(world.as("coordinator", late), token)).toEqual({ ok: false, because: "gone" });
    expect(await findHandover(office, token)).toMatchObject({ takenBy: null });
  }));

test("nobody gives away somebody else's shift, and the other town knows of none", () =>
  town(async (world) => {
    const { comes } = await story(world);
    const mine = await comes("volunteer", "12-01");
    await expect(offerHandover(world.as("neighborhood"), mine, {})).rejects.toThrow(NotFound);
    await expect(offerHandover(world.as("coordinator"), mine, {})).rejects.toThrow(NotFound);
    const { token } = made(await offerHandover(world.as("volunteer"), mine, {}));
    await expect(withdrawHandover(world.as("neighborhood"), mine)).rejects.toThrow(NotFound);
    await expect(takeHandover(world.as("foreignVolunteer"), token)).rejects.toThrow(NotFound);
  }));

let stage: Committed;
beforeAll(async () => {
  stage = await openCommitted();
});
afterAll(() => stage.close());

test("two who reach for the same shift at once: one gets it, the other is told", async () => {
  const now = new Date("2026-11-24T09:00:00Z");
  const as = <T>(
    who: "coordinator" | "volunteer" | "neighborhood" | "editor",
    work: Parameters<Committed["at"]>[1],
  ) => stage.at(stage.first, work, { now, actor: stage.cast[who] }) as Promise<T>;
  const token = await as<string>("coordinator", async (ctx) => {
    const { offer } = await weekly(ctx, stage.club, { maximum: 1 });
    const need = await ctx.db
      .selectFrom("shiftNeeds")
      .innerJoin("shifts", "shifts.id", "shiftNeeds.shiftId")
      .select("shiftNeeds.id")
      .where("shifts.opportunityId", "=", offer)
      .where("shifts.seriesDay", "=", "2026-12-01")
      .executeTakeFirstOrThrow();
    const personId = stage.cast.volunteer.id;
    const { signupId } = made(await assign(ctx, { needId: need.id, personId, how: "office" }));
    return made(await offerHandover({ ...ctx, actor: stage.cast.volunteer }, signupId, {})).token;
  });
  const take = (who: "neighborhood" | "editor") =>
    as<Awaited<ReturnType<typeof takeHandover>>>(who, (ctx) => takeHandover(ctx, token));
  const outcomes = await Promise.all([take("neighborhood"), take("editor")]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, because: "gone" }]);
});
