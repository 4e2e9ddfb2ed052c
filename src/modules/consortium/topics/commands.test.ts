import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { findTraceable } from "#core/traceable.ts";
import { tie } from "#modules/threads/commands.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { made } from "#test/made.ts";
import { town } from "#test/world.ts";
import { addTopic, changeTopic, moveTopic, type TopicInput } from "./commands.ts";
import { findTopic, listBelow, listTopicStates, listTopics } from "./queries.ts";

beforeAll(listenToModules);

const topic = (kind: TopicInput["kind"], title: string, parentId: TopicInput["parentId"] = null) => ({
  kind,
  title,
  words: "",
  parentId,
});

test("a question is taken up, a problem hangs below it, an objective below the problem; numbers go on", () =>
  town(async (world) => {
    const chair = world.as("chair");
    const question = made(await addTopic(chair, topic("question", "Wer fährt wen?")));
    const problem = made(await addTopic(chair, topic("problem", "Abends fährt kein Bus.", question.id)));
    const objective = made(await addTopic(chair, topic("objective", "Alle kommen heim.", problem.id)));
    expect([question.number, problem.number, objective.number]).toEqual([1, 2, 3]);
    const visitor = world.as("visitor");
    expect((await listBelow(visitor, question.id)).map(({ title }) => title)).toEqual([
      "Abends fährt kein Bus.",
    ]);
    expect(await listTopics(visitor, { kind: "objective" })).toHaveLength(1);
    const thread = await listThreads(visitor, { kind: "topic", id: problem.id });
    expect([thread.from, thread.to].map(([one]) => one?.title)).toEqual([
      "Leitfrage 1: Wer fährt wen?",
      "Ziel 3: Alle kommen heim.",
    ]);
    const { title, words } = topic("problem", "Abends fährt kein Bus.");
    made(await changeTopic(chair, problem.id, { title, words, parentId: null }));
    expect((await listThreads(visitor, { kind: "topic", id: problem.id })).from).toEqual([]);
  }));

test("a topic hangs only below what is more general, never below itself", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const question = made(await addTopic(office, topic("question", "Wer fährt wen?")));
    const objective = made(await addTopic(office, topic("objective", "Alle kommen heim.", question.id)));
    const { title, words } = topic("question", "Wer fährt?");
    expect(await addTopic(office, topic("problem", "Kein Bus.", objective.id))).toMatchObject({
      because: "parent",
    });
    expect(await changeTopic(office, question.id, { title, words, parentId: question.id })).toMatchObject({
      because: "circle",
    });
    expect(await changeTopic(office, question.id, { title, words, parentId: objective.id })).toMatchObject({
      because: "parent",
    });
  }));

test("how it stands is kept with its reason, and so is an earlier title; the same twice is refused", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = made(await addTopic(office, topic("question", "Wer fährt wen?")));
    made(await moveTopic(office, id, "working", "Die Arbeitsgruppe fragt die Vereine."));
    expect(await moveTopic(office, id, "working", "Die Arbeitsgruppe fragt die Vereine.")).toMatchObject({
      because: "same",
    });
    made(await changeTopic(office, id, { title: "Wer fährt wen heim?", words: "", parentId: null }));
    const states = await listTopicStates(world.as("visitor"), id);
    expect(new Set(states.map(({ title }) => title))).toEqual(
      new Set(["Wer fährt wen?", "Wer fährt wen heim?"]),
    );
    expect(states.map(({ words }) => words)).toContain("Die Arbeitsgruppe fragt die Vereine.");
    expect(await findTopic(office, id)).toMatchObject({ state: "working", title: "Wer fährt wen heim?" });
  }));

test("only the office and the chair take up and move; another town has its own", () =>
  town(async (world) => {
    const { id } = made(await addTopic(world.as("coordinator"), topic("question", "Wer fährt wen?")));
    for (const who of ["visitor", "volunteer", "consortium", "representative", "editor"] as const) {
      await expect(addTopic(world.as(who), topic("question", "Und?"))).rejects.toMatchObject({
        name: "Forbidden",
      });
      await expect(moveTopic(world.as(who), id, "answered", "Ja.")).rejects.toMatchObject({
        name: "Forbidden",
      });
    }
    const foreign = world.as("foreignCoordinator");
    expect(await listTopics(foreign)).toEqual([]);
    await expect(moveTopic(foreign, id, "answered", "Ja.")).rejects.toMatchObject({ name: "NotFound" });
  }));

test("a question nobody asked is a break in the thread, until somebody says where it comes from", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = made(await addTopic(office, topic("question", "Wer fährt wen?")));
    const other = made(await addTopic(office, topic("question", "Wo trifft man sich?")));
    const broken = async () => (await findTraceable("topic")?.broken?.(office))?.map((one) => one.id) ?? [];
    expect(await broken()).toEqual([id, other.id]);
    made(await tie(office, { kind: "topic", id: other.id }, { kind: "topic", id }));
    expect(await broken()).toEqual([other.id]);
  }));
