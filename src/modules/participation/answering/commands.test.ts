import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { listTasks } from "#modules/desk/queries.ts";
import { addProposal, withdrawProposal } from "#modules/participation/proposals/commands.ts";
import { askQuestion, withdrawQuestion } from "#modules/participation/questions/commands.ts";
import { listSteps } from "#modules/participation/steps/queries.ts";
import { made } from "#test/made.ts";
import { processIn } from "#test/processes.ts";
import { town, type World } from "#test/world.ts";
import { forgetAsker, giveAnswer, watchAnswers } from "./commands.ts";
import {
  countAnswers,
  findAnswer,
  findProposalAnswer,
  listOwed,
  listOwedInTown,
  listQuestions,
} from "./queries.ts";

beforeAll(listenToModules);

const bench = {
  title: "Eine Bank am Teich",
  words: "Wer am Teich entlanggeht, möchte sich hinsetzen.",
  how: "online",
  named: true,
} as const;

const later = (world: World, days: number) => new Date(+world.now + days * 86_400_000);

const proposed = async (world: World) => {
  const process = await processIn(world.as("coordinator"));
  const { id } = made(await addProposal(world.as("volunteer"), process, bench));
  const row = await findProposalAnswer(world.as("visitor"), id);
  if (!row) throw new Error("no answer is owed");
  return { process, id, row };
};

const yes = { verdict: "yes", words: "Das Bauamt stellt sie im Mai auf.", answererWords: "Bauamt" } as const;

test("with the proposal the clock begins: the answer is owed by the day that the process promises", () =>
  town(async (world) => {
    const { row, process } = await proposed(world);
    expect(row).toMatchObject({ dueOn: "2026-12-22", verdict: null, number: 1, title: bench.title });
    const elsewhere = world.as("foreignCoordinator");
    expect(await findAnswer(elsewhere, row.id)).toBeUndefined();
    expect(await listOwed(world.as("visitor"), process.id)).toHaveLength(1);
  }));

test("an answer with its reasons stands on the path, stops the clock, and its correction leaves the first to be read", () =>
  town(async (world) => {
    const { id, row, process } = await proposed(world);
    await expect(giveAnswer(world.as("volunteer"), row.id, yes)).rejects.toThrow();
    const office = world.as("coordinator");
    expect(await giveAnswer(office, row.id, { ...yes, verdict: "answered" })).toMatchObject({
      because: "verdict",
    });
    made(await giveAnswer(office, row.id, yes));
    expect(await giveAnswer(office, row.id, yes)).toMatchObject({ because: "same" });
    expect(await countAnswers(office, process.id)).toEqual({ answered: 1, inTime: 1, open: 0, overdue: 0 });
    const tooLate = world.as("coordinator", { now: later(world, 60) });
    made(await giveAnswer(tooLate, row.id, { ...yes, verdict: "no", words: "Der Teich wird zugeschüttet." }));
    const corrected = await findProposalAnswer(world.as("visitor"), id);
    expect(corrected).toMatchObject({ verdict: "no", earlier: [{ verdict: "yes", words: yes.words }] });
    // It was answered in time, and corrected afterwards.
    expect(await countAnswers(tooLate, process.id)).toMatchObject({ answered: 1, inTime: 1 });
    const steps = await listSteps(office, id);
    expect(steps.map(({ kind }) => kind)).toEqual(["published", "answered", "answered"]);
  }));

test("what was not answered by its day is late for everybody, first in the list, and counted", () =>
  town(async (world) => {
    const { process } = await proposed(world);
    const now = later(world, 29);
    const visitor = world.as("visitor", { now });
    expect(await countAnswers(visitor, process.id)).toEqual({ answered: 0, inTime: 0, open: 1, overdue: 1 });
    const [first] = await listOwedInTown(visitor);
    expect(first?.dueOn).toBe("2026-12-22");
    const page = await (await world.request("GET", "/beteiligung/antworten", { now })).text();
    expect(page).toContain("1 Tag zu spät");
    const answered = made(await giveAnswer(world.as("coordinator", { now }), first?.id ?? raise(), yes));
    expect(answered).toBeNull();
    expect(await countAnswers(visitor, process.id)).toEqual({ answered: 1, inTime: 0, open: 0, overdue: 0 });
  }));

const raise = (): never => {
  throw new Error("nothing is owed");
};

test("a week before its day it stands on the worklist, once, until it is answered", () =>
  town(async (world) => {
    const { row } = await proposed(world);
    const tasks = async () =>
      (await listTasks(world.as("coordinator"), { view: "all" })).filter(
        ({ kind }) => kind === "participation",
      );
    await watchAnswers(world.as("system"));
    expect(await tasks()).toEqual([]);
    for (const days of [21, 22, 30]) await watchAnswers(world.as("system", { now: later(world, days) }));
    expect(await tasks()).toMatchObject([
      { title: "Vorschlag 1 beantworten: Eine Bank am Teich", subjectId: row.id },
    ]);
    made(await giveAnswer(world.as("coordinator"), row.id, yes));
    expect(await tasks()).toEqual([]);
  }));

test("a proposal that was withdrawn is not owed an answer any more", () =>
  town(async (world) => {
    const { id, row, process } = await proposed(world);
    made(await withdrawProposal(world.as("volunteer"), process, id));
    expect(await listOwed(world.as("coordinator"), process.id)).toEqual([]);
    expect(await giveAnswer(world.as("coordinator"), row.id, yes)).toMatchObject({ because: "gone" });
  }));

test("whoever may write asks the administration, is told of the answer, and may take the question back before it", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    const asker = world.as("volunteer");
    const words = "Bleiben die Linden stehen?";
    const id = made(await askQuestion(asker, process, { words, named: false }));
    const [row] = await listQuestions(world.as("visitor"), process.id);
    expect(row).toMatchObject({ questionWords: words, authorWords: "", dueOn: "2026-12-22", own: false });
    await expect(withdrawQuestion(world.as("neighborhood"), id)).rejects.toThrow();
    const answer = { verdict: "answered", words: "Ja, alle vier.", answererWords: "Bauamt" } as const;
    expect(await giveAnswer(world.as("coordinator"), id, yes)).toMatchObject({ because: "verdict" });
    made(await giveAnswer(world.as("coordinator"), id, answer));
    const notices = await world.sql("select person_id, title from notices");
    expect(notices.rows).toEqual([
      { person_id: world.cast.volunteer.id, title: expect.stringContaining("Ihre Frage ist beantwortet") },
    ]);
    expect(await withdrawQuestion(asker, id)).toMatchObject({ because: "answered" });
    const second = made(await askQuestion(asker, process, { words: "Und die Bänke?", named: true }));
    made(await withdrawQuestion(asker, second));
    expect(await listQuestions(world.as("visitor"), process.id)).toHaveLength(1);
  }));

test("nobody asks who does not belong to the process, after its end, or more than five times an hour", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"), "collect", {
      who: "residents",
      postcodes: ["02959"],
    });
    const ask = (who: "volunteer" | "coordinator", now = world.now, more = process) =>
      askQuestion(world.as(who, { now }), more, { words: "Warum?", named: true });
    expect(await ask("volunteer")).toMatchObject({ because: "notAllowed" });
    expect(await ask("coordinator", world.now, { ...process, state: "closed" })).toMatchObject({
      because: "notOpen",
    });
    for (let n = 1; n <= 5; n += 1) made(await ask("coordinator"));
    expect(await ask("coordinator")).toMatchObject({ because: "tooMany" });
  }));

test("whoever leaves leaves the question without their name", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    made(await askQuestion(world.as("volunteer"), process, { words: "Bleiben die Linden?", named: true }));
    await forgetAsker(world.as("system"), world.cast.volunteer.id);
    const { rows } = await world.sql("select asked_by, author_words from process_answers");
    expect(rows).toEqual([{ asked_by: null, author_words: "" }]);
  }));
