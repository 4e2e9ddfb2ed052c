import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { addItem, type NewItem } from "#modules/consortium/agenda/commands.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { addConsortiumTask, changeConsortiumTask, finishTask, type NewTask, watchTasks } from "./commands.ts";
import { findConsortiumTask, listFinishedTasks, listOpenTasks, ownerOf, type TaskId } from "./queries.ts";

beforeAll(listenToModules);

const task: NewTask = { title: "Standort klären", dueOn: "2026-12-01", ownerWords: "Bauhof" };
const on = (world: World, day: string, who: Parameters<World["as"]>[0] = "coordinator") =>
  world.as(who, { now: new Date(`${day}T09:00:00Z`) });

const seatsOf = async (world: World, office: Context): Promise<readonly [SeatId, SeatId]> => {
  const [own, other] = await putSeats(office, [
    { sector: "civil", person: world.cast.consortium.id },
    { sector: "public", person: world.cast.chair.id },
  ]);
  if (!own || !other) throw new Error("no seats");
  return [own, other];
};

const told = async (world: World): Promise<readonly (readonly [string, string])[]> =>
  (
    await world.sql(
      "select p.name, n.title from notices n join people p on p.id = n.person_id where n.key like 'consortium_task.%' order by n.made_at, n.key",
    )
  ).rows.map(({ name, title }) => [name as string, title as string]);

const waiting = async (world: World, id: TaskId): Promise<number> =>
  (await world.sql("select id from tasks where subject_id = $1 and done_at is null", [id])).rows.length;

test("a task has somebody who does it; whoever it is hears of it, and nobody hears of their own", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const [own, other] = await seatsOf(world, office);
    expect(await addConsortiumTask(office, { ...task, ownerWords: "  " })).toMatchObject({
      because: "nobody",
    });
    const id = made(await addConsortiumTask(office, { ...task, seatId: own }));
    expect((await told(world)).map(([name]) => name)).toEqual(["Kai Konsortium"]);
    const change = { ...task, ownerWords: "", seatId: other };
    made(await changeConsortiumTask(world.as("chair"), id, change));
    expect((await told(world)).map(([name]) => name)).toEqual(["Kai Konsortium"]);
    made(await changeConsortiumTask(office, id, { ...change, dueOn: "2026-12-05" }));
    expect((await told(world)).map(([name]) => name)).toEqual(["Kai Konsortium", "Vicky Vorsitz"]);
    made(await changeConsortiumTask(office, id, { ...change, dueOn: "2026-12-05", title: "Ort klären" }));
    expect(await told(world)).toHaveLength(2);
    made(await addConsortiumTask(office, { ...task, title: "Für den Verein", organizationId: world.club }));
    expect((await told(world)).map(([name]) => name)).toContain("Vera Verein");
  }));

test("what is late comes onto the worklist, its owner hears of it once, and another day takes it off", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const [own] = await seatsOf(world, office);
    const id = made(await addConsortiumTask(office, { ...task, seatId: own }));
    expect(await watchTasks(on(world, "2026-12-01", "system"))).toBe(0);
    for (const day of ["2026-12-02", "2026-12-03", "2026-12-09"])
      expect(await watchTasks(on(world, day, "system"))).toBe(1);
    expect(await waiting(world, id)).toBe(1);
    expect(await told(world)).toHaveLength(2);
    const change = { ...task, seatId: own, dueOn: "2026-12-20" };
    made(await changeConsortiumTask(on(world, "2026-12-09"), id, change));
    expect(await waiting(world, id)).toBe(0);
    await watchTasks(on(world, "2026-12-21", "system"));
    expect(await waiting(world, id)).toBe(1);
    made(await finishTask(on(world, "2026-12-22"), id, "done", ""));
    expect(await waiting(world, id)).toBe(0);
    expect(await watchTasks(on(world, "2026-12-23", "system"))).toBe(0);
  }));

test("the seat that took it on says that it is done, nobody else; said once more, its day stays", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const [own, other] = await seatsOf(world, office);
    const id = made(await addConsortiumTask(office, { ...task, seatId: own }));
    const foreign = made(await addConsortiumTask(office, { ...task, seatId: other }));
    const kai = world.as("consortium");
    await expect(finishTask(kai, foreign, "done", "")).rejects.toMatchObject({ name: "Forbidden" });
    for (const who of ["visitor", "volunteer", "representative", "editor"] as const)
      await expect(finishTask(world.as(who), id, "done", "")).rejects.toMatchObject({ name: "Forbidden" });
    made(await finishTask(kai, id, "done", "Am Markt"));
    made(await finishTask(on(world, "2026-11-30", "consortium"), id, "done", "Am Markt, beim Brunnen"));
    expect(await findConsortiumTask(kai, id)).toMatchObject({
      ...{ state: "done", doneOn: "2026-11-24", stateWords: "Am Markt, beim Brunnen" },
    });
    made(await finishTask(office, id, "open", ""));
    expect(await findConsortiumTask(kai, id)).toMatchObject({ state: "open", doneOn: null });
    expect(await finishTask(office, id, "dropped", " ")).toMatchObject({ because: "why" });
    made(await finishTask(on(world, "2026-11-30"), id, "dropped", "Kein Geld"));
    expect((await listFinishedTasks(world.as("visitor"))).map(({ doneOn }) => doneOn)).toEqual([
      "2026-11-30",
    ]);
  }));

test("a task of an internal item or resolution is seen by the consortium only", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const seats = [...(await seatsOf(world, office)), ...(await putSeats(office, [{ sector: "business" }]))];
    const meeting = await runMeeting(office, seats);
    const item: NewItem = { kind: "discussion", title: "Personal", words: "", minutes: 5, public: false };
    const agendaItemId = made(await addItem(office, meeting, item));
    const { motionId } = await putMotion(office, meeting, { hidden: true });
    const vote = made(await openVote(office, motionId, { method: "named" }));
    for (const seat of seats) made(await castVote(office, vote, seat, { choice: "yes" }));
    const { resolution: resolutionId } = made(await closeVote(office, vote));
    if (!resolutionId) throw new Error("it did not pass");
    made(await addConsortiumTask(office, task));
    const inside = made(await addConsortiumTask(office, { ...task, title: "Gespräch", agendaItemId }));
    made(await addConsortiumTask(office, { ...task, title: "Vertrag", resolutionId }));
    expect((await listOpenTasks(world.as("visitor"))).map(({ title }) => title)).toEqual(["Standort klären"]);
    expect(await findConsortiumTask(world.as("representative"), inside)).toBeUndefined();
    expect(await listOpenTasks(world.as("consortium"))).toHaveLength(3);
    expect(await listOpenTasks(world.as("foreignCoordinator"))).toEqual([]);
  }));

test("nobody but the office and the chair gives tasks, and nobody of another town changes one", () =>
  town(async (world) => {
    const id = made(await addConsortiumTask(world.as("chair"), task));
    for (const who of ["visitor", "consortium", "representative", "editor"] as const) {
      await expect(addConsortiumTask(world.as(who), task)).rejects.toMatchObject({ name: "Forbidden" });
      await expect(changeConsortiumTask(world.as(who), id, task)).rejects.toMatchObject({
        name: "Forbidden",
      });
    }
    const foreign = world.as("foreignCoordinator");
    await expect(changeConsortiumTask(foreign, id, task)).rejects.toMatchObject({ name: "NotFound" });
    await expect(finishTask(foreign, id, "done", "")).rejects.toMatchObject({ name: "NotFound" });
  }));

test("who does a task is the organization, the seat or the words for it, and never a person", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const [own] = await seatsOf(world, office);
    const ownerIn = async (more: Partial<NewTask>): Promise<string> => {
      const row = await findConsortiumTask(
        office,
        made(await addConsortiumTask(office, { ...task, ...more })),
      );
      return row ? ownerOf(row) : "";
    };
    expect(await ownerIn({ seatId: own })).toBe("Sitz 1");
    expect(await ownerIn({ organizationId: world.club })).toBe("Teichfreunde Musterstadt e.V.");
    expect(await ownerIn({})).toBe("Bauhof");
  }));
