import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { giveAnswer } from "#modules/participation/answering/commands.ts";
import { findProposalAnswer } from "#modules/participation/answering/queries.ts";
import { addProcess, changeProcess, publishProcess } from "#modules/participation/drafting/commands.ts";
import { proposeJoining } from "#modules/participation/joinings/commands.ts";
import { addPaperVotes, addRound, openRound } from "#modules/participation/opinions/commands.ts";
import { turnPhases } from "#modules/participation/phases/commands.ts";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { findProcess, type ProcessId } from "#modules/participation/queries.ts";
import { addReason } from "#modules/participation/reasons/commands.ts";
import type { Process } from "#modules/participation/schema.ts";
import { addStatements } from "#modules/participation/statements/commands.ts";
import { addPaperSupports, supportProposal } from "#modules/participation/supports/commands.ts";
import { setPhases } from "#modules/participation/timetable/commands.ts";
import { verdicts } from "#modules/participation/vocabulary.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import material from "./seed.json" with { type: "json" };

type ProposalId = Id<"proposal">;
type Cast = ReadonlyMap<string, PersonActor>;
type Scene = {
  readonly story: Story;
  readonly place: Place;
  readonly office: PersonActor;
  readonly cast: Cast;
};

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the square stopped: ${outcome.because}`);
  return outcome.value;
};

const text = (cell: unknown): string => (typeof cell === "string" ? cell : "");

const dayAt = ({ story }: Scene, days: number): string => plusDays(dayOf(story.today), days);

const tell = <T>(
  scene: Scene,
  days: number,
  work: (ctx: Context) => Promise<T>,
  actor: PersonActor = scene.office,
): Promise<T> => scene.story.tell(scene.place, instantAt(dayAt(scene, days), "10:30"), actor, work);

const phasesIn = (scene: Scene) =>
  (
    [
      ["collect", -63, -36],
      ["discuss", -35, -15],
      ["refine", -14, 27],
      ["decide", 28, 41],
      ["followUp", 60, 400],
    ] as const
  ).map(([kind, from, to]) => ({ kind, words: "", startsOn: dayAt(scene, from), endsOn: dayAt(scene, to) }));

const begin = (scene: Scene): Promise<ProcessId> =>
  tell(scene, -66, async (ctx) => {
    const { id } = await addProcess(ctx, { template: "square", title: material.title });
    value(
      await changeProcess(ctx, id, {
        question: material.question,
        words: material.words,
        openWords: material.open,
        decidedWords: material.decided,
        deciderWords: material.decider,
        territory: "Sorauer Platz und der Park daneben",
        answerDays: 60,
      }),
    );
    value(await setPhases(ctx, id, phasesIn(scene)));
    value(await publishProcess(ctx, id));
    return id;
  });

const processIn = async (ctx: Context, id: ProcessId): Promise<Process> => found(await findProcess(ctx, id));

const collect = async (scene: Scene, id: ProcessId): Promise<readonly ProposalId[]> => {
  const ids: ProposalId[] = [];
  const process = await tell(scene, -63, (ctx) => processIn(ctx, id));
  for (const [at, row] of material.proposals.entries()) {
    const [title, words, placeWords, who, supports] = row;
    const author = scene.cast.get(text(who));
    // The first came on the first day; the last ones while the collecting ended.
    const days = -63 + at;
    const proposal = {
      title: text(title),
      words: text(words),
      placeWords: text(placeWords),
      named: true,
      ...(author
        ? { how: "online" as const }
        : { how: "paper" as const, authorWords: text(who), authorIds: [] }),
    };
    const added = await tell(
      scene,
      days,
      async (ctx) => value(await addProposal(ctx, process, proposal)),
      author,
    );
    ids.push(added.id);
    await tell(scene, days, async (ctx) => {
      const list = { count: Number(supports), words: "Listen in der Anlaufstelle, Mappe 2" };
      value(await addPaperSupports(ctx, process, added.id, list));
    });
  }
  return ids;
};

const discuss = async (scene: Scene, id: ProcessId, ids: readonly ProposalId[]): Promise<void> => {
  await tell(scene, -35, (ctx) => turnPhases(ctx, id));
  const process = await tell(scene, -34, (ctx) => processIn(ctx, id));
  for (const [at, side, who, words] of material.reasons) {
    const proposal = ids[Number(at)];
    const actor = scene.cast.get(text(who));
    const which = (["for", "against", "remark"] as const).find((one) => one === side);
    if (!proposal || !actor || !which) continue;
    await tell(
      scene,
      -30,
      async (ctx) => {
        value(await addReason(ctx, process, proposal, { side: which, words: text(words), named: true }));
        await supportProposal(ctx, process, proposal);
      },
      actor,
    );
  }
};

const answer = async (scene: Scene, id: ProcessId, ids: readonly ProposalId[]): Promise<void> => {
  await tell(scene, -14, (ctx) => turnPhases(ctx, id));
  for (const [at, row] of material.proposals.entries()) {
    const proposal = ids[at];
    const verdict = verdicts.find((one) => one === row[5]);
    // One that was among the first is still not answered: it stands on the public list.
    if (!proposal || !verdict || at === 2) continue;
    await tell(scene, -12 + Math.floor(at / 2), async (ctx) => {
      const owed = found(await findProposalAnswer(ctx, proposal));
      value(
        await giveAnswer(ctx, owed.id, { verdict, words: text(row[6]), answererWords: "Bauamt, Frau Hanke" }),
      );
    });
  }
};

/** Two proposals want the same: their authors are asked whether they become one. */
const join = async (scene: Scene, id: ProcessId, ids: readonly ProposalId[]): Promise<void> => {
  const [first, second] = [ids[0], ids[22]];
  if (!first || !second) return;
  await tell(scene, -4, async (ctx) => {
    const process = await processIn(ctx, id);
    value(
      await proposeJoining(ctx, process, {
        from: [first, second],
        words: "Beide möchten Schatten durch Linden auf der Nordseite. Zusammen wiegt es mehr.",
        results: [
          {
            title: "Schatten: zwölf Linden auf der Nordseite",
            words: "Zwölf Linden in zwei Reihen, damit Markt und Bänke im Sommer Schatten haben.",
            costCents: null,
          },
        ],
      }),
    );
  });
};

// Two ways of seeing the square, one voice a line, and a few statements on which nearly all agree.
const leanings = [
  [1, 1, -1, 1, -1, 1, 1, 1, -1, 1],
  [-1, 1, 1, -1, 1, -1, 1, 1, 1, 0],
] as const;

/** Sheets as they lay in the box of the contact point: each follows one leaning, and now and then its own mind. */
const sheetsOf = (count: number): readonly ReadonlyMap<number, -1 | 0 | 1>[] =>
  Array.from({ length: count }, (_, person) => {
    const leaning = leanings[person % 5 < 3 ? 0 : 1];
    return new Map(
      leaning.map((vote, at): [number, -1 | 0 | 1] => {
        const own = (person * 37 + at * 53 + person * at * 17) % 23;
        return [at + 1, own < 2 ? 0 : own < 4 ? (vote === 1 ? -1 : 1) : vote];
      }),
    );
  });

/** While it was discussed, people said what they think of ten sentences, many of them on paper. */
const hear = async (scene: Scene, id: ProcessId): Promise<void> => {
  const { id: round } = await tell(scene, -30, (ctx) =>
    addRound(ctx, id, { ...material.round, takesStatements: true }),
  );
  await tell(scene, -30, async (ctx) => {
    value(
      await addStatements(
        ctx,
        round,
        material.statements.map((statement) => ({ text: statement })),
      ),
    );
    value(await openRound(ctx, round));
  });
  await tell(scene, -6, async (ctx) => {
    value(await addPaperVotes(ctx, round, sheetsOf(64)));
  });
};

/** The example: a square is redesigned; its proposals are being worked out just now. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const actorOf = (name: string) =>
    story.tell(place, story.today, system, (ctx) => findActorByEmail(ctx, `${name}@weisswasser.example`));
  const office = await actorOf("koordination");
  if (!office) return;
  const cast = new Map<string, PersonActor>();
  for (const name of ["freiwillig", "verein", "jugendhaus"]) {
    const actor = await actorOf(name);
    if (actor) cast.set(name, actor);
  }
  const scene: Scene = { story, place, office, cast };
  const id = await begin(scene);
  await tell(scene, -63, (ctx) => turnPhases(ctx, id));
  const ids = await collect(scene, id);
  await discuss(scene, id, ids);
  await hear(scene, id);
  await answer(scene, id, ids);
  await join(scene, id, ids);
  story.report(`a square with ${ids.length} proposals`);
};
