import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { findTraceable } from "#core/traceable.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { sealReport } from "#modules/reports/commands.ts";
import { findReport } from "#modules/reports/queries.ts";
import { tie } from "#modules/threads/commands.ts";
import { addPaperCards } from "#modules/workshops/cards/commands.ts";
import { addCluster } from "#modules/workshops/clusters/commands.ts";
import { addWorkshop, changeWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { correct, DecisionInput, decideCorrection } from "#modules/workshops/corrections/commands.ts";
import { setPaperDots } from "#modules/workshops/dots/commands.ts";
import { composeFindings } from "#modules/workshops/findings/commands.ts";
import { addPhase, addTable, useTemplate } from "#modules/workshops/planning/commands.ts";
import { findWorkshop, type WorkshopId } from "#modules/workshops/queries.ts";
import { addStep, StepInput } from "#modules/workshops/steps/commands.ts";
import material from "./seed.json" with { type: "json" };

type ClusterId = Id<"cardCluster">;

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the workshop stopped: ${outcome.because}`);
  return outcome.value;
};

const plus = (story: Story, days: number): string => plusDays(dayOf(story.today), days);

type Scene = {
  readonly story: Story;
  readonly place: Place;
  readonly office: PersonActor;
  /** The day of the workshop. */
  readonly day: string;
};

const at = ({ day }: Scene, days: number, hour = "10:00"): Date => instantAt(plusDays(day, days), hour);

const kinds = ["critique", "vision", "realization"] as const;

const prepare = async (ctx: Context, day: string): Promise<WorkshopId> => {
  const { id } = value(
    await addWorkshop(ctx, {
      title: material.title,
      question: material.question,
      words: material.words,
      startsAt: instantAt(day, "10:00"),
      endsAt: instantAt(day, "15:00"),
      whereText: "Aula am Markt",
      accessWords: "Ebenerdig, mit Hörschleife. Für Kinder ist gesorgt.",
    }),
  );
  for (const [index, { title, question }] of material.phases.entries()) {
    const kind = kinds[index] ?? "other";
    value(await addPhase(ctx, id, { kind, title, question, minutes: 75, dots: 3 }));
  }
  for (const title of material.tables) value(await addTable(ctx, id, { title, question: "", hostName: "" }));
  value(await moveWorkshop(ctx, id, "announced"));
  return id;
};

// Those who came, as the list at the door has them; names are not what the day is about.
const come = async (ctx: Context, workshop: WorkshopId): Promise<void> => {
  const people = material.people.flatMap(([label, sector, n]) =>
    Array.from({ length: Number(n) }, (_, index) => ({
      workshopId: workshop,
      name: `${String(label)}, Gast ${index + 1}`,
      sector: sector as "civil",
      present: true,
      personId: null,
      tableId: null,
      tokenHash: null,
    })),
  );
  await ctx.db.insertInto("workshopRegistrations").values(people).execute();
};

type Theme = readonly [title: string, words: string, cards: readonly string[]];

/** One part of the day: cards from five tables, put together, weighed on paper. */
const work = async (ctx: Context, workshop: WorkshopId, index: number): Promise<readonly ClusterId[]> => {
  const { phases, tables } = await partsOf(ctx, workshop);
  const phase = found(phases[index]);
  const themes = found(material.phases[index]).clusters as unknown as readonly Theme[];
  const texts = themes.flatMap(([, , cards]) => cards);
  for (const [number, table] of tables.entries()) {
    const lines = texts
      .map((text, place) => ({ text, clientKey: `werkstatt-${index}-${place}` }))
      .filter((_, place) => place % tables.length === number);
    value(await addPaperCards(ctx, { workshop, phase, table, lines }));
  }
  const clusters: ClusterId[] = [];
  for (const [title, words, cards] of themes) {
    const cluster = value(await addCluster(ctx, phase, { title, words }));
    clusters.push(cluster);
    await ctx.db
      .updateTable("cards")
      .set({ clusterId: cluster })
      .where("phaseId", "=", phase)
      .where("text", "in", [...cards])
      .execute();
  }
  const given = clusters.map((clusterId, place) => ({
    clusterId,
    count: material.dots[index]?.[place] ?? 0,
  }));
  value(await setPaperDots(ctx, phase, { people: material.paperPeople, given }));
  return clusters;
};

const partsOf = async (ctx: Context, workshop: WorkshopId) => {
  const phases = await ctx.db
    .selectFrom("workshopPhases")
    .select("id")
    .where("workshopId", "=", workshop)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const tables = await ctx.db
    .selectFrom("workshopTables")
    .select("id")
    .where("workshopId", "=", workshop)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return { phases: phases.map(({ id }) => id), tables: tables.map(({ id }) => id) };
};

const correctAll = async (
  ctx: Context,
  id: WorkshopId,
  clusters: readonly (readonly ClusterId[])[],
): Promise<void> => {
  const workshop = found(await findWorkshop(ctx, id));
  const people = await ctx.db
    .selectFrom("workshopRegistrations")
    .select("id")
    .where("workshopId", "=", id)
    .orderBy("id")
    .limit(material.corrections.length)
    .execute();
  for (const [index, row] of material.corrections.entries()) {
    const [phase, place, worte, aktion, zusammenfassung, antwort] = row;
    const thema = found(clusters[Number(phase)]?.[Number(place)]);
    const registration = found(people[index]).id;
    const korrektur = value(await correct(ctx, workshop, { thema, worte: String(worte) }, { registration }));
    const { title } = await ctx.db
      .selectFrom("cardClusters")
      .select("title")
      .where("id", "=", thema)
      .executeTakeFirstOrThrow();
    const decision = DecisionInput.parse({
      korrektur,
      aktion,
      titel: title,
      antwort,
      ...(zusammenfassung ? { zusammenfassung } : {}),
    });
    value(await decideCorrection(ctx, id, decision));
  }
};

const agree = async (
  { story }: Scene,
  ctx: Context,
  workshop: WorkshopId,
  clusters: readonly (readonly ClusterId[])[],
): Promise<void> => {
  for (const [phase, place, title, ownerName, days, state, stateWords] of material.steps) {
    const clusterId = found(clusters[Number(phase)]?.[Number(place)]);
    const words = stateWords ? { stateWords } : {};
    const step = { title, ownerName, dueOn: plus(story, Number(days)), state, clusterId, ...words };
    value(await addStep(ctx, workshop, StepInput.parse(step)));
  }
};

// What the critique says leads to the wish, and the wish to the first step; a released result of the survey comes before.
const tieAll = async (ctx: Context, clusters: readonly (readonly ClusterId[])[]): Promise<void> => {
  const [critique = [], vision = [], first = []] = clusters;
  const thing = (id: ClusterId) => ({ kind: "cardCluster", id });
  for (const [place, from] of critique.entries()) {
    const [wish, step] = [found(vision[place]), found(first[place])];
    value(await tie(ctx, thing(from), thing(wish), "Aus der Kritik wurde am selben Tag ein Wunsch."));
    value(await tie(ctx, thing(wish), thing(step), "Womit wir in den nächsten sechs Monaten anfangen."));
  }
  const [finding] = (await findTraceable("releaseFinding")?.find(ctx, "Räume")) ?? [];
  const [rooms] = critique;
  if (finding && rooms)
    await tie(ctx, finding, thing(rooms), "Die Umfrage der Vereine nannte Räume am häufigsten.");
};

const tellFirst = async (scene: Scene): Promise<void> => {
  const { story, place, office } = scene;
  const tell = <T>(when: Date, work: (ctx: Context) => Promise<T>) => story.tell(place, when, office, work);
  const id = await tell(at(scene, -35), (ctx) => prepare(ctx, scene.day));
  const clusters = await tell(at(scene, 0, "14:30"), async (ctx) => {
    value(await moveWorkshop(ctx, id, "running"));
    await come(ctx, id);
    const all = [await work(ctx, id, 0), await work(ctx, id, 1), await work(ctx, id, 2)];
    value(await moveWorkshop(ctx, id, "correcting"));
    return all;
  });
  await tell(at(scene, 6), (ctx) => correctAll(ctx, id, clusters));
  await tell(at(scene, 8), async (ctx) => {
    await agree(scene, ctx, id, clusters);
    await tieAll(ctx, clusters);
  });
  await tell(at(scene, 16), async (ctx) => {
    value(await moveWorkshop(ctx, id, "finished"));
    const report = await composeFindings(ctx, id);
    const { revision } = found(await findReport(ctx, report));
    value(await sealReport(ctx, report, revision, `https://${place.slug}.example`));
  });
};

const tellNext = ({ story, place, office }: Scene): Promise<void> =>
  story.tell(place, new Date(+story.today - 4 * 86_400_000), office, async (ctx) => {
    const day = plus(story, 21);
    const times = { startsAt: instantAt(day, "10:00"), endsAt: instantAt(day, "14:00") };
    const { id } = value(
      await addWorkshop(ctx, { ...material.next, ...times, whereText: "Altes Kaufhaus, Erdgeschoss" }),
    );
    value(await changeWorkshop(ctx, id, { accessWords: "Rampe am Hofeingang.", seats: 50 }));
    value(await useTemplate(ctx, id));
    value(await moveWorkshop(ctx, id, "announced"));
  });

/** The first workshop of the town, two months ago, with its sealed report; and the next one, in three weeks. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const email = `koordination@${place.slug}.example`;
  const office = await story.tell(place, story.today, system, (ctx) => findActorByEmail(ctx, email));
  if (!office) return;
  const scene = { story, place, office, day: plus(story, -60) };
  await tellFirst(scene);
  await tellNext(scene);
};
