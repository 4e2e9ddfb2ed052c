import type { Context } from "#core/context.ts";
import { asOf, dayAndTime, dayWithYear, time } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import type { Block } from "#methods/report.ts";
import { data, heading, link, table, text } from "#methods/report-blocks.ts";
import { composeReport } from "#modules/reports/commands.ts";
import { listThreads, type Threads } from "#modules/threads/queries.ts";
import { noDots } from "#modules/workshops/dots/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import { findWorkshop, scheduleOf, type WorkshopId } from "#modules/workshops/queries.ts";
import type { Workshop, WorkshopPhase } from "#modules/workshops/schema.ts";
import { ownerOf } from "#modules/workshops/steps/commands.ts";
import { stateName } from "#modules/workshops/steps/vocabulary.ts";
import { say } from "./messages.ts";
import { type Day, readDay } from "./queries.ts";

type Words = ReturnType<typeof say>;

const about = (ctx: Context, words: Words, workshop: Workshop): Block[] => [
  heading("about", words("about")),
  { kind: "quote", ...data("about.question"), text: workshop.question, source: words("question") },
  text(
    "about.text",
    [
      words("when", {
        when: dayAndTime(ctx, workshop.startsAt, workshop.endsAt),
        where: workshop.whereText || "–",
      }),
      workshop.words,
    ]
      .filter(Boolean)
      .join("\n\n"),
  ),
];

const agenda = (ctx: Context, words: Words, workshop: Workshop, { phases }: Day): Block[] =>
  phases.length === 0
    ? []
    : [
        heading("agenda", words("agenda")),
        table(
          "agenda.table",
          words("agendaCaption"),
          [words("part"), words("hours"), words("question")],
          scheduleOf(workshop, phases).map(({ title, question, startsAt, endsAt }) => [
            title,
            time(ctx, startsAt, endsAt),
            question || "–",
          ]),
        ),
      ];

const who = (words: Words, { participants, phones, clusters, byTable, steps }: Day): Block[] => {
  const cards = byTable.reduce((sum, { n }) => sum + n, 0);
  const fact = (value: number, label: string) => ({ value: String(value), label });
  const facts: Block = {
    kind: "facts",
    ...data("who.facts"),
    facts: [
      fact(participants.all, words(participants.present ? "factPresent" : "factRegistered")),
      ...(phones > 0 ? [fact(phones, words("factPhones"))] : []),
      fact(cards, words("factCards")),
      fact(clusters.length, words("factClusters")),
      fact(steps.length, words("factSteps")),
    ],
  };
  const split: Block | undefined = participants.sectors && {
    ...table(
      "who.sectors",
      words("sectorsCaption"),
      [words("sector"), words("people")],
      participants.sectors.map(({ label, n }) => [label, n]),
    ),
    note: words("sectorsNote"),
  };
  return [
    heading("who", words("who")),
    facts,
    split ?? { kind: "note", ...data("who.few"), text: words("sectorsFew") },
  ];
};

const tables = (words: Words, { tables: all, phases, byTable }: Day): Block[] => {
  if (all.length === 0) return [];
  const count = (table: string | null, phase: string) =>
    byTable.find((one) => one.table === table && one.phase === phase)?.n ?? 0;
  return [
    heading("tables", words("tables")),
    table(
      "tables.table",
      words("tablesCaption"),
      [words("table"), ...phases.map(({ title }) => title)],
      [
        ...all.map(({ id, title }) => [title, ...phases.map((phase) => count(id, phase.id))]),
        [words("noTable"), ...phases.map((phase) => count(null, phase.id))],
      ],
    ),
  ];
};

const weights = (words: Words, phase: WorkshopPhase, { clusters, dots, givers }: Day): Block[] => {
  const base = givers.get(phase.id);
  if (!base || base.all === 0) return [];
  const bars = clusters
    .filter(({ phaseId }) => phaseId === phase.id)
    .map(({ id, title }) => ({ label: title, value: (dots.get(id) ?? noDots).all }))
    .sort((a, b) => b.value - a.value);
  const [first] = bars;
  return [
    {
      kind: "bars",
      ...data(`phase.${phase.id}.dots`),
      caption: words("dotsCaption", { phase: phase.title }),
      description: words("dotsDescription", { title: first?.label ?? "–", n: first?.value ?? 0 }),
      bars: bars.slice(0, 100),
      note: words("dotsNote", { n: base.all, phones: base.phones, paper: base.paper, budget: phase.dots }),
    },
  ];
};

const findings = (words: Words, day: Day): Block[] =>
  day.phases.flatMap((phase) => {
    const own = day.clusters.filter(({ phaseId }) => phaseId === phase.id);
    if (own.length === 0) return [];
    const cluster = ({ id, title, words: summary, cards, slug }: Day["clusters"][number]): Block[] => [
      heading(`cluster.${id}`, title, 2),
      ...(summary ? [text(`cluster.${id}.words`, summary)] : []),
      ...day.examples
        .filter(({ clusterId }) => clusterId === id)
        .map(
          ({ number, text: quoted, table }): Block => ({
            kind: "quote",
            ...data(`card.${id}.${number}`),
            text: quoted,
            source: [words("card", { number }), table].filter(Boolean).join(", "),
          }),
        ),
      link(`cluster.${id}.link`, words("allCards", { n: cards, title }), paths.cluster(slug, id)),
    ];
    return [
      heading(`phase.${phase.id}`, phase.title),
      ...(phase.question ? [text(`phase.${phase.id}.question`, phase.question)] : []),
      ...weights(words, phase, day),
      ...own.flatMap(cluster),
    ];
  });

const corrected = (words: Words, { corrections }: Day): Block[] =>
  corrections.length === 0
    ? []
    : [
        heading("corrections", words("corrections")),
        table(
          "corrections.table",
          words("correctionsCaption"),
          [words("theme"), words("said"), words("became")],
          corrections.map(({ cluster, words: said, state, reply }) => [
            cluster,
            said,
            [words(`became_${state}`), reply].filter(Boolean).join(" "),
          ]),
        ),
      ];

const pictures = (words: Words, { photos }: Day): Block[] =>
  photos.length === 0
    ? []
    : [
        heading("photos", words("photos")),
        ...photos.map(
          ({ id, fileId, alternativeText, caption }): Block => ({
            kind: "picture",
            ...data(`photo.${id}`),
            file: fileId,
            description: alternativeText,
            ...(caption ? { caption } : {}),
          }),
        ),
        { kind: "note", ...data("photos.note"), text: words("photosNote") },
      ];

const agreed = (ctx: Context, words: Words, { steps }: Day): Block[] =>
  steps.length === 0
    ? []
    : [
        heading("steps", words("steps")),
        table(
          "steps.table",
          words("stepsCaption"),
          [words("what"), words("whoDoes"), words("until"), words("state"), words("theme")],
          steps.map((step) => [
            step.title,
            ownerOf(step) || "–",
            dayWithYear(ctx, step.dueOn),
            [stateName(ctx, step.state), step.stateWords].filter(Boolean).join(": "),
            step.cluster ?? "–",
          ]),
        ),
      ];

const goOn = (words: Words, { slug, title }: Workshop, { from }: Threads): Block[] => [
  heading("goOn", words("goOn")),
  text("goOn.text", words("goOnText")),
  link("goOn.steps", words("goOnSteps"), paths.publicSteps(slug)),
  link("goOn.workshop", words("goOnWorkshop", { title }), paths.show(slug)),
  ...from.map((one) => link(`thread.${one.threadId}`, `${words("cameFrom")}: ${one.title}`, one.path)),
];

/** Puts the results report of a workshop together; again it renews what comes from the day and keeps what was written. */
export const composeFindings = async (ctx: Context, id: WorkshopId): Promise<Id<"report">> => {
  allow(may.run(ctx));
  const workshop = found(await findWorkshop(ctx, id));
  const words = say(ctx);
  const day = await readDay(ctx, id);
  const blocks = [
    ...about(ctx, words, workshop),
    ...agenda(ctx, words, workshop, day),
    ...who(words, day),
    ...tables(words, day),
    ...findings(words, day),
    ...corrected(words, day),
    ...pictures(words, day),
    ...agreed(ctx, words, day),
    ...goOn(words, workshop, await listThreads(ctx, { kind: "workshop", id })),
  ];
  const report = {
    title: words("reportTitle", { title: workshop.title }).slice(0, 300),
    language: ctx.language,
    stand: asOf(ctx, ctx.now),
    author: ctx.place.officeName,
    publisher: ctx.place.officeName,
    blocks: blocks.filter((block) => block.kind !== "quote" || block.text !== ""),
  };
  return composeReport(ctx, { kind: "workshop", subjectKind: "workshop", subjectId: id, report });
};
