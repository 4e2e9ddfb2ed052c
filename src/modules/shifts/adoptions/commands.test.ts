import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { runJobsWithin } from "#core/jobs-run.ts";
import { instantAt } from "#core/local-time.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { addRole, addShift, cancelShift, changeSettings } from "#modules/shifts/commands.ts";
import {
  dropProposal,
  forgetProposals,
  noteProgress,
  requestProposal,
  stopProposal,
} from "#modules/shifts/computing/commands.ts";
import { jobs } from "#modules/shifts/computing/jobs.ts";
import { findProposal, tellProposals } from "#modules/shifts/computing/queries.ts";
import { addHelper, changeHelper, pairHelpers } from "#modules/shifts/pool/commands.ts";
import type { Preference } from "#modules/shifts/pool/queries.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { assign, cancelSignup, signUp } from "#modules/shifts/signups/commands.ts";
import { listSignups } from "#modules/shifts/signups/queries.ts";
import { town, type World } from "#test/world.ts";
import { adoptProposal } from "./commands.ts";

const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

/** A festival that asks for wishes: two shifts, one after the other, each for one or two people. */
const festival = async (world: World) => {
  const ctx = world.as("coordinator");
  const input = read(ctx, OpportunityInput, {
    ...{ title: "Teichfest", summary: "Ein Fest.", rhythm: "once", townName: "Musterstadt" },
    fields: ["culture"],
  });
  if (!input.ok) throw new Error("no offer");
  const { id } = await addOpportunity(ctx, world.club, input.value);
  await changeSettings(ctx, id, { mode: "wishes" });
  const roleId = value(await addRole(ctx, id, { name: "Ausschank" }));
  const put = async (from: string, to: string) => {
    const [startsAt, endsAt] = [instantAt("2026-12-05", from), instantAt("2026-12-05", to)];
    const needs = [{ roleId, minimum: 1, maximum: 1 }];
    const shift = value(await addShift(ctx, id, { startsAt, endsAt, needs }));
    const [need] = (await findShift(ctx, shift))?.needs ?? [];
    if (!need) throw new Error("no need");
    return { shift, need: need.id };
  };
  const [early, late] = [await put("10:00", "12:00"), await put("12:00", "14:00")];
  value(await publishOpportunity(ctx, id));
  const join = async (
    person: Id<"person">,
    wishes: readonly (readonly [{ need: Id<"shiftNeed"> }, Preference])[],
    mostShifts?: number,
  ) => {
    const helper = value(await addHelper(ctx, id, person));
    const told = wishes.map(([{ need: needId }, preference]) => ({ needId, preference }));
    await changeHelper(ctx, id, helper, { wishes: told, ...(mostShifts ? { mostShifts } : {}) });
    return helper;
  };
  return { ctx, id, early, late, join };
};

type Festival = Awaited<ReturnType<typeof festival>>;

const compute = async ({ ctx, id }: Festival) => {
  const proposal = value(await requestProposal(ctx, id, { timeLimitSeconds: 10 }));
  await runJobsWithin(ctx, jobs);
  const row = await findProposal(ctx, id, proposal);
  if (!row) throw new Error("no proposal");
  return row;
};

const adopt = ({ ctx, id }: Festival, proposal: Id<"planProposal">, people?: Id<"person">[]) =>
  adoptProposal(ctx, id, proposal, { words: "Der Plan wurde neu gerechnet.", people });

const coming = async ({ ctx, id }: Festival) =>
  (await listSignups(ctx, id, { states: ["confirmed", "asked", "offered"], limit: 100 })).map(
    ({ name, startsAt, how }) => `${name} ${startsAt.getUTCHours() + 1}${how === "plan" ? "" : ` (${how})`}`,
  );

test("a plan is computed beside the house, taken over, and taking it over again changes nothing", () =>
  town(async (world) => {
    const fest = await festival(world);
    await fest.join(world.cast.volunteer.id, [
      [fest.early, 3],
      [fest.late, 3],
    ]);
    await fest.join(world.cast.neighborhood.id, [[fest.late, 2]]);
    const row = await compute(fest);
    expect(row).toMatchObject({ state: "done", optimal: true, progress: 100 });
    expect(row.result.answer?.figures).toMatchObject({ minimumFilled: 2, minimumNeeded: 2 });
    expect(await coming(fest)).toEqual([]);
    expect(value(await adopt(fest, row.id))).toEqual({ added: 2, dropped: 0, leftOut: [] });
    const after = await coming(fest);
    expect(after).toHaveLength(2);
    expect(after[0]).toMatch(/^Frieda Freiwillig 10$/u);
    expect(value(await adopt(fest, row.id))).toEqual({ added: 0, dropped: 0, leftOut: [] });
    expect(await coming(fest)).toEqual(after);
  }));

test("what people said yes to stays, what the planner gave may move", () =>
  town(async (world) => {
    const fest = await festival(world);
    const { volunteer, neighborhood } = world.cast;
    await fest.join(volunteer.id, [[fest.late, 3]]);
    await fest.join(neighborhood.id, [
      [fest.early, 2],
      [fest.late, 1],
    ]);
    value(await assign(fest.ctx, { needId: fest.late.need, personId: neighborhood.id, how: "office" }));
    const moved = await compute(fest);
    expect(value(await adopt(fest, moved.id))).toEqual({ added: 2, dropped: 1, leftOut: [] });
    expect((await coming(fest)).map((line) => line.slice(-2))).toEqual(["10", "12"]);
    expect((await coming(fest))[1]).toBe("Frieda Freiwillig 12");
    await world.sql("update signups set how = 'self'");
    await world.sql("update shift_wishes set preference = 0");
    await world.sql(`update shift_wishes set preference = 3 where need_id = '${fest.early.need}'`);
    const kept = await compute(fest);
    expect(value(await adopt(fest, kept.id))).toEqual({ added: 0, dropped: 0, leftOut: [] });
  }));

test("who signed up meanwhile keeps the place, and who was to get it keeps the old one", () =>
  town(async (world) => {
    const fest = await festival(world);
    const { volunteer, neighborhood } = world.cast;
    await fest.join(volunteer.id, [
      [fest.early, 1],
      [fest.late, 3],
    ]);
    value(await assign(fest.ctx, { needId: fest.early.need, personId: volunteer.id, how: "office" }));
    await fest.join(neighborhood.id, [[fest.early, 3]]);
    const row = await compute(fest);
    value(await signUp(fest.ctx, { needIds: [fest.late.need], personId: world.cast.representative.id }));
    const { added, dropped, leftOut } = value(await adopt(fest, row.id));
    expect([added, dropped]).toEqual([0, 0]);
    expect(leftOut.map(({ because }) => because)).toEqual(["full", "full"]);
    expect(await coming(fest)).toEqual([
      "Frieda Freiwillig 10 (office)",
      expect.stringMatching(/12 \(self\)$/u),
    ]);
    expect((await findProposal(fest.ctx, fest.id, row.id))?.result.leftOut).toHaveLength(2);
  }));

test("a part is taken over: only the people who were chosen", () =>
  town(async (world) => {
    const fest = await festival(world);
    await fest.join(world.cast.volunteer.id, [[fest.early, 3]]);
    await fest.join(world.cast.neighborhood.id, [[fest.late, 3]]);
    const row = await compute(fest);
    expect(value(await adopt(fest, row.id, [world.cast.volunteer.id]))).toMatchObject({ added: 1 });
    expect(await coming(fest)).toEqual(["Frieda Freiwillig 10"]);
    expect(value(await adopt(fest, row.id))).toMatchObject({ added: 1 });
  }));

test("a canceled shift is left out and said, and nobody is put back where they canceled", () =>
  town(async (world) => {
    const fest = await festival(world);
    await fest.join(world.cast.volunteer.id, [[fest.early, 3]]);
    await fest.join(world.cast.neighborhood.id, [[fest.late, 3]]);
    const row = await compute(fest);
    value(await cancelShift(fest.ctx, fest.late.shift, "Sturm"));
    const first = value(await adopt(fest, row.id));
    expect([first.added, first.leftOut.map(({ because }) => because)]).toEqual([1, ["past"]]);
    const [signup] = await listSignups(fest.ctx, fest.id, { states: ["confirmed"], limit: 1 });
    if (!signup) throw new Error("nobody comes");
    value(await cancelSignup(world.as("volunteer"), signup.id));
    expect(value(await adopt(fest, row.id))).toEqual({ added: 0, dropped: 0, leftOut: [] });
    expect(await coming(fest)).toEqual([]);
  }));

test("pairs, qualifications, and places elsewhere are part of the problem; what stays empty is explained", () =>
  town(async (world) => {
    const fest = await festival(world);
    const { volunteer, neighborhood } = world.cast;
    const one = await fest.join(volunteer.id, [[fest.early, 3]]);
    const other = await fest.join(neighborhood.id, [[fest.late, 3]]);
    value(await pairHelpers(fest.ctx, fest.id, [one, other], "together"));
    const together = await compute(fest);
    expect(together.result.answer?.unfilled.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ["together"],
      ["together"],
    ]);
    value(await pairHelpers(fest.ctx, fest.id, [one, other], undefined));
    await world.sql(`with q as (insert into qualifications (name) values ('Hygiene') returning id)
      insert into role_qualifications (role_id, qualification_id) select shift_roles.id, q.id from shift_roles, q`);
    const other2 = await festival(world);
    value(await assign(fest.ctx, { needId: other2.late.need, personId: neighborhood.id, how: "self" }));
    await world.sql(`insert into held_qualifications (person_id, qualification_id, held_since, seen_at)
      select '${neighborhood.id}', id, '2026-01-01', '2026-01-01' from qualifications where name = 'Hygiene'`);
    const barred = await compute(fest);
    expect(barred.result.answer?.unfilled.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ["unqualified"],
      ["elsewhere"],
    ]);
  }));

test("nobody waits twice, nothing can be asked without shifts or wishes, and what was stopped before it began ends", () =>
  town(async (world) => {
    const fest = await festival(world);
    expect(await requestProposal(fest.ctx, fest.id, { timeLimitSeconds: 5 })).toEqual({
      ok: false,
      because: "wishes",
    });
    await fest.join(world.cast.volunteer.id, [[fest.early, 3]]);
    const id = value(await requestProposal(fest.ctx, fest.id, { timeLimitSeconds: 5 }));
    expect(await requestProposal(fest.ctx, fest.id, { timeLimitSeconds: 5 })).toEqual({
      ...{ ok: false, because: "running" },
    });
    expect(await dropProposal(fest.ctx, fest.id, id)).toEqual({ ok: false, because: "open" });
    expect(await adopt(fest, id)).toEqual({ ok: false, because: "open" });
    await stopProposal(fest.ctx, fest.id, id);
    await stopProposal(fest.ctx, fest.id, id);
    await runJobsWithin(fest.ctx, jobs);
    expect(await findProposal(fest.ctx, fest.id, id)).toMatchObject({ state: "dropped" });
    expect(await adopt(fest, id)).toEqual({ ok: false, because: "nothing" });
  }));

test("whoever computes hears that it should stop", () =>
  town(async (world) => {
    const fest = await festival(world);
    await fest.join(world.cast.volunteer.id, [[fest.early, 3]]);
    const id = value(await requestProposal(fest.ctx, fest.id, { timeLimitSeconds: 5 }));
    await world.sql("update plan_proposals set state = 'running'");
    expect(await noteProgress(fest.ctx, id, 41.7)).toBe(false);
    await stopProposal(fest.ctx, fest.id, id);
    expect(await noteProgress(fest.ctx, id, 200)).toBe(true);
    expect(await findProposal(fest.ctx, fest.id, id)).toMatchObject({ state: "running", progress: 99 });
  }));

test("nobody else asks, stops, drops or takes over: not other organizations, not volunteers, not the other town", () =>
  town(async (world) => {
    const fest = await festival(world);
    await fest.join(world.cast.volunteer.id, [[fest.early, 3]]);
    const row = await compute(fest);
    for (const part of ["volunteer", "otherRepresentative", "editor"] as const) {
      const ctx = world.as(part);
      await expect(requestProposal(ctx, fest.id, { timeLimitSeconds: 5 })).rejects.toThrow(Forbidden);
      await expect(stopProposal(ctx, fest.id, row.id)).rejects.toThrow(Forbidden);
      await expect(dropProposal(ctx, fest.id, row.id)).rejects.toThrow(Forbidden);
      await expect(adopt({ ...fest, ctx }, row.id)).rejects.toThrow(Forbidden);
    }
    const foreign = world.as("foreignCoordinator");
    await expect(adopt({ ...fest, ctx: foreign }, row.id)).rejects.toThrow(NotFound);
    const other = await festival(world);
    await expect(adopt({ ...other, ctx: world.as("representative") }, row.id)).rejects.toThrow(NotFound);
  }));

test("a person sees which plans were computed with what they told, and takes it away with them", () =>
  town(async (world) => {
    const fest = await festival(world);
    await fest.join(world.cast.volunteer.id, [[fest.early, 3]]);
    const row = await compute(fest);
    const system = world.as("system");
    expect(await tellProposals(system, world.cast.volunteer.id)).toMatchObject([{ title: "Teichfest" }]);
    expect(await tellProposals(system, world.cast.neighborhood.id)).toEqual([]);
    await forgetProposals(system, world.cast.neighborhood.id);
    expect(await findProposal(fest.ctx, fest.id, row.id)).toBeDefined();
    await forgetProposals(system, world.cast.volunteer.id);
    expect(await findProposal(fest.ctx, fest.id, row.id)).toBeUndefined();
  }));
