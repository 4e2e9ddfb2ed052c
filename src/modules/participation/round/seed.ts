import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { giveAnswer } from "#modules/participation/answering/commands.ts";
import { listOwed } from "#modules/participation/answering/queries.ts";
import { recordCheck } from "#modules/participation/checks/commands.ts";
import { addProcess, changeProcess, publishProcess } from "#modules/participation/drafting/commands.ts";
import { saveFund } from "#modules/participation/funds/commands.ts";
import { recommended } from "#modules/participation/funds/queries.ts";
import { turnPhases } from "#modules/participation/phases/commands.ts";
import { addUpdate, changeProject } from "#modules/participation/projects/commands.ts";
import { listProjects } from "#modules/participation/projects/queries.ts";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { listProposals } from "#modules/participation/proposals/queries.ts";
import { findProcess, type ProcessId } from "#modules/participation/queries.ts";
import { tellVote } from "#modules/participation/round-vote/commands.ts";
import { addPaperSupports } from "#modules/participation/supports/commands.ts";
import { setPhases } from "#modules/participation/timetable/commands.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import material from "./seed.json" with { type: "json" };

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the fund stopped: ${outcome.because}`);
  return outcome.value;
};

type Scene = { readonly story: Story; readonly place: Place; readonly office: PersonActor };

const dayAt = ({ story }: Scene, days: number): string => plusDays(dayOf(story.today), days);

const tell = <T>(scene: Scene, days: number, work: (ctx: Context) => Promise<T>): Promise<T> =>
  scene.story.tell(scene.place, instantAt(dayAt(scene, days), "10:30"), scene.office, work);

const phases = (scene: Scene) =>
  (
    [
      ["collect", -128, -100],
      ["discuss", -99, -85],
      ["refine", -84, -60],
      ["decide", -52, -31],
      ["followUp", -24, 160],
    ] as const
  ).map(([kind, from, to]) => ({
    kind,
    words: "",
    startsOn: dayAt(scene, from),
    endsOn: dayAt(scene, to),
  }));

const call = async (scene: Scene, ctx: Context): Promise<ProcessId> => {
  const year = dayAt(scene, -100).slice(0, 4);
  const { id } = await addProcess(ctx, { template: "fund", title: `Bürgerfonds ${year}` });
  value(
    await changeProcess(ctx, id, {
      question: "Was soll in Weißwasser schöner, leichter oder lebendiger werden?",
      words: "20.000 Euro liegen bereit. Sie schlagen vor, Sie stimmen ab, und Sie sehen, was daraus wird.",
      openWords: "Wofür die 20.000 Euro ausgegeben werden.",
      decidedWords: "Wie viel Geld es ist, und dass ein Vorhaben höchstens 8.000 Euro kosten darf.",
      deciderWords:
        "Die Menschen in Weißwasser. Die Stadt hat zugesagt, das Ergebnis so umzusetzen, wie es ausgezählt wird.",
      territory: "Weißwasser mit allen Ortsteilen",
      answerDays: 60,
    }),
  );
  value(await setPhases(ctx, id, phases(scene)));
  value(
    await saveFund(ctx, id, {
      budgetCents: 20_000_00,
      leastCostCents: 300_00,
      mostCostCents: 8_000_00,
      leastSupports: 10,
      criteriaWords:
        "Gefördert wird, was allen offensteht und in einem Jahr fertig werden kann.\nNicht gefördert werden laufende Kosten und was nur einer Gruppe gehört.",
      sourceWords: "Mittel der Stadt und der Engagierten Stadt",
      rule: recommended,
    }),
  );
  value(await publishProcess(ctx, id));
  return id;
};

type Project = (typeof material.projects)[number];

const propose = async (ctx: Context, id: ProcessId, project: Project): Promise<void> => {
  const process = found(await findProcess(ctx, id));
  const { latitude, longitude } = project;
  value(
    await addProposal(ctx, process, {
      title: project.title,
      words: project.words,
      how: "paper",
      named: true,
      authorWords: project.author,
      placeWords: project.place,
      point: latitude === null || longitude === null ? null : { latitude, longitude },
      costCents: project.estimate,
      authorIds: [],
    }),
  );
};

const proposalsOf = async (ctx: Context, id: ProcessId) => {
  const rows = await listProposals(ctx, id, { sort: "number", limit: 100 });
  return material.projects.map((project) => ({
    project,
    proposal: found(rows.find(({ title }) => title === project.title)),
  }));
};

const support = async (ctx: Context, id: ProcessId): Promise<void> => {
  const process = found(await findProcess(ctx, id));
  for (const { project, proposal } of await proposalsOf(ctx, id))
    value(
      await addPaperSupports(ctx, process, proposal.id, {
        count: project.signatures,
        words: "Unterschriftenliste, Ordner Bürgerfonds",
      }),
    );
};

const tooFew = {
  verdict: "no",
  words:
    "Geprüft wird ab zehn Unterstützungen, hier waren es sechs. Im nächsten Jahr geht es gern noch einmal.",
  answererWords: "Anlaufstelle",
} as const;

const check = async (ctx: Context, id: ProcessId): Promise<void> => {
  for (const { project, proposal } of await proposalsOf(ctx, id)) {
    const { office, reason, checked } = project;
    if (office === "") continue;
    const words = { officeWords: office, words: reason };
    const verdict = checked === null ? "failed" : "passed";
    value(await recordCheck(ctx, proposal.id, { kind: "eligibility", verdict, costCents: null, ...words }));
    if (checked === null) continue;
    const cost = { kind: "cost", verdict, costCents: checked } as const;
    value(await recordCheck(ctx, proposal.id, { ...cost, officeWords: "Kämmerei", words: reason }));
  }
  for (const { id: owed } of await listOwed(ctx, id)) value(await giveAnswer(ctx, owed, tooFew));
};

const followUp = async (scene: Scene, id: ProcessId): Promise<void> => {
  const projects = await tell(scene, -24, (ctx) => listProjects(ctx, id));
  for (const { title, owner, state, news } of material.updates) {
    const project = projects.find((one) => one.title === title);
    if (!project) continue;
    for (const [days, words, spentCents] of news as [number, string, number][])
      await tell(scene, days, async (ctx) => {
        const update = { words, spentCents, happenedOn: dayAt(scene, days), file: null };
        value(await addUpdate(ctx, project.id, update));
      });
    const [last] = news.slice(-1);
    await tell(scene, Number(last?.[0] ?? -10), async (ctx) => {
      const change = { ownerWords: owner, dueOn: dayAt(scene, 90), stateWords: "" };
      value(await changeProject(ctx, project.id, { ...change, state: state as "done" | "started" }));
    });
  }
};

/** A round of the citizens' fund: fourteen proposals, 412 sheets, two fifths of them on paper. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const office = found(
    await story.tell(place, story.today, system, (ctx) =>
      findActorByEmail(ctx, "koordination@weisswasser.example"),
    ),
  );
  const scene: Scene = { story, place, office };
  const id = await tell(scene, -130, (ctx) => call(scene, ctx));
  const turn = (days: number) => tell(scene, days, (ctx) => turnPhases(ctx, id));
  await turn(-128);
  for (const [index, project] of material.projects.entries())
    await tell(scene, -126 + index, (ctx) => propose(ctx, id, project));
  await turn(-99);
  await tell(scene, -88, (ctx) => support(ctx, id));
  await turn(-84);
  await tell(scene, -72, (ctx) => check(ctx, id));
  await turn(-52);
  const keys = new Map(
    (await tell(scene, -60, (ctx) => proposalsOf(ctx, id))).flatMap(({ project, proposal }) =>
      project.share > 0 ? [[String(proposal.number), project.share] as const] : [],
    ),
  );
  await tellVote({
    process: id,
    keys,
    day: (days) => dayAt(scene, days),
    tell: (days, work) => tell(scene, days, work),
  });
  await turn(-24);
  await followUp(scene, id);
  story.report("participation: a round of the citizens' fund, from the call to the projects");
};
