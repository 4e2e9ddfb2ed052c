import type { Context } from "#core/context.ts";
import { dayLong, dayWithYear, time } from "#core/date.ts";
import { asMarkdown } from "#core/markdown.ts";
import type { Minutes, MinutesItem, MinutesMotion, MinutesTask } from "#methods/minutes.ts";
import type { Block, Report } from "#methods/report.ts";
import type { AgendaItem } from "#modules/consortium/agenda/queries.ts";
import { type Deadline, whenOf } from "#modules/consortium/invitations/queries.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import type { MinutesRow } from "#modules/consortium/minutes/queries.ts";
import { say as read } from "#modules/consortium/minutes-text/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import {
  agendaKindName,
  presencePartName,
  presenceWayName,
  sectorName,
} from "#modules/consortium/vocabulary.ts";
import { sectors } from "#modules/organizations/vocabulary.ts";
import { say } from "./messages.ts";

const written = (key: string) => ({ key, origin: "written" }) as const;

const heading = (key: string, text: string, level: 1 | 2 = 1): Block => ({
  kind: "heading",
  ...written(key),
  level,
  text: text.slice(0, 300),
});

const text = (key: string, words: string): Block[] =>
  words === "" ? [] : [{ kind: "text", ...written(key), text: words.slice(0, 50_000) }];

const plain = (key: string, words: string): Block[] => text(key, asMarkdown(words));

const note = (key: string, words: string): Block => ({ kind: "note", ...written(key), text: words });

const frameOf = (ctx: Context): Pick<Report, "language" | "author" | "publisher" | "stand"> => {
  const { place, language, now } = ctx;
  const office = place.officeName || place.name;
  return {
    language,
    author: office,
    publisher: office,
    stand: say(ctx)("stand", { day: dayLong(ctx, now) }),
  };
};

const headBlocks = (ctx: Context, { head }: Minutes): Block[] => {
  const words = read(ctx);
  const { day, from, until, where, online, chair, minuteTaker, rules } = head;
  const lines = [
    [words("when"), words("time", { day: dayWithYear(ctx, day), from, until })],
    [words("where"), [where, online].filter(Boolean).join(" · ")],
    [words("chair"), chair],
    [words("taker"), minuteTaker],
    [words("rules"), rules === null ? words("rulesStart") : words("rulesVersion", { number: rules })],
  ] as const;
  const items = lines.flatMap(([label, value]) => (value === "" ? [] : [`${label}: ${value}`]));
  return [{ kind: "list", ...written("head"), items }];
};

/** How many of each sector that may vote were there at some time, in a sentence: "Vereine 5, Kommune 3". */
export const turnoutSentence = (ctx: Context, { roll }: Minutes): string => {
  const words = say(ctx);
  const seats = new Map(
    roll.there.flatMap((one) =>
      one.seat && one.voting && one.sector ? [[one.seat, one.sector] as const] : [],
    ),
  );
  const counts = sectors.flatMap((sector) => {
    const n = [...seats.values()].filter((one) => one === sector).length;
    return n === 0 ? [] : [words("sectorCount", { sector: sectorName(ctx, sector), n })];
  });
  return counts.length === 0 ? "" : words("votingThere", { seats: counts.join(", ") });
};

const rollBlocks = (ctx: Context, minutes: Minutes): Block[] => {
  const words = read(ctx);
  const { there, missing } = minutes.roll;
  const rows = there.map(({ seat, organization, name, part, way, from, until }) => [
    organization ?? seat ?? words("guest"),
    name || "–",
    presencePartName(ctx, part),
    presenceWayName(ctx, way),
    `${from}–${until ?? words("until_end")}`,
  ]);
  const columns = [words("seat"), words("who"), words("part"), words("way"), words("time_span")];
  const absent = missing.map(({ seat, organization }) => organization ?? seat).join(", ");
  return [
    heading("there", words("there")),
    ...plain("turnout", turnoutSentence(ctx, minutes)),
    { kind: "table", ...written("roll"), caption: words("thereTable"), columns, rows },
    ...(missing.length > 0 ? plain("missing", words("missing", { seats: absent })) : []),
  ];
};

const taskLines = (ctx: Context, key: string, tasks: readonly MinutesTask[]): Block[] =>
  tasks.length === 0
    ? []
    : [
        {
          kind: "list",
          ...written(`${key}-tasks`),
          items: tasks.map(({ title, owner, dueOn }) =>
            read(ctx)("task", { title, owner, day: dayWithYear(ctx, dueOn) }),
          ),
        },
      ];

const motionBlocks = (ctx: Context, key: string, motion: MinutesMotion): Block[] => {
  const words = read(ctx);
  const votes = motion.votes.flatMap(({ method, sentence, voices }, at) => [
    ...text(`${key}-v${at}`, `**${asMarkdown(method)}.** ${asMarkdown(sentence)}`),
    ...plain(`${key}-o${at}`, voices.map((voice) => words("voice", voice)).join("; ")),
  ]);
  return [
    heading(key, words("motion", { title: motion.title }), 2),
    ...(motion.proposedBy ? plain(`${key}-by`, words("by", { seat: motion.proposedBy })) : []),
    ...plain(`${key}-wording`, motion.wording),
    ...(votes.length > 0 ? votes : plain(`${key}-state`, motion.state)),
  ];
};

const itemBlocks = (ctx: Context, item: MinutesItem): Block[] => {
  const words = read(ctx);
  const key = `item-${item.number}`;
  const { number, title } = item;
  const hidden = title === "";
  return [
    heading(key, words("item", { number, title: title || words("hidden") })),
    ...(hidden || !item.public ? plain(`${key}-hidden`, words(hidden ? "hiddenText" : "hidden")) : []),
    ...plain(`${key}-words`, item.words),
    ...item.conflicts.flatMap((conflict, at) => plain(`${key}-c${at}`, words("conflict", conflict))),
    ...item.motions.flatMap((motion, at) => motionBlocks(ctx, `${key}-m${at}`, motion)),
    ...item.resolutions.flatMap((one, at) =>
      text(`${key}-r${at}`, `**${asMarkdown(words("resolution", one))}**`),
    ),
    ...taskLines(ctx, key, item.tasks),
    ...item.corrections.flatMap((one, at) =>
      plain(
        `${key}-e${at}`,
        [words("correction", one), one.answer && words("answer", one)].filter(Boolean).join(" "),
      ),
    ),
  ];
};

const standBlocks = (ctx: Context, row: MinutesRow | undefined, isExtract: boolean): Block[] => {
  const words = say(ctx);
  if (row?.state === "approved") return isExtract ? [note("extract", words("extract"))] : [];
  const until = row?.objectionsUntil;
  const day = until ? dayWithYear(ctx, new Date(+until - 1)) : "";
  return [
    note("draft", [words("draft"), until ? words("objections", { day }) : ""].filter(Boolean).join(" ")),
  ];
};

/** Minutes as they are set on paper: in full, or (`isExtract`) the part of them that is for everybody. */
export const minutesReport = (
  ctx: Context,
  minutes: Minutes,
  row: MinutesRow | undefined,
  isExtract = false,
): Report => {
  const words = say(ctx);
  const { head, items } = minutes;
  const { hash } = row ?? {};
  return {
    ...frameOf(ctx),
    title: words("minutes", { number: head.number }),
    subtitle: `${head.consortium} · ${words("minutesOf", { title: head.title, day: dayWithYear(ctx, head.day) })}`,
    ...(row?.approvedAt ? { stand: words("approved", { day: dayLong(ctx, row.approvedAt) }) } : {}),
    blocks: [
      ...standBlocks(ctx, row, isExtract),
      ...headBlocks(ctx, minutes),
      ...rollBlocks(ctx, minutes),
      ...items.flatMap((item) => itemBlocks(ctx, item)),
      ...(head.tasks.length > 0 ? [heading("other", read(ctx)("other"))] : []),
      ...taskLines(ctx, "other", head.tasks),
      ...(hash ? [heading("seal", words("sealHeading")), ...plain("hash", words("sealText", { hash }))] : []),
    ],
  };
};

/** What a meeting decided in public, short, for the press. */
export const pressReport = (ctx: Context, { head, items }: Minutes): Report => {
  const words = say(ctx);
  const decided = items.flatMap(({ resolutions }) => resolutions);
  const { place } = ctx;
  const contact = words("contact", { name: place.officeName || place.name, phone: place.officePhone });
  return {
    ...frameOf(ctx),
    title: words("press", { number: head.number }),
    subtitle: `${head.consortium}, ${dayWithYear(ctx, head.day)}`,
    blocks: [
      ...(decided.length === 0 ? plain("none", words("pressNone")) : []),
      ...decided.flatMap(({ number, title, wording, sentence }) => [
        heading(number, `${number}: ${title}`),
        ...plain(`${number}-wording`, wording),
        ...plain(`${number}-why`, sentence),
      ]),
      note("contact", contact),
    ],
  };
};

type Invitation = {
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly deadline: Deadline;
};

/** The invitation to a meeting with its agenda, for whoever gets it on paper. */
export const invitationReport = (ctx: Context, { meeting, agenda, deadline }: Invitation): Report => {
  const words = say(ctx);
  const { title, whereWords, onlineWords } = meeting;
  const rows = agenda.map((item) => [
    `${item.number}. ${item.title}${item.public ? "" : ` (${words("notPublic")})`}`,
    time(ctx, item.startsAt),
    agendaKindName(ctx, item.kind),
    words("minutesLong", { n: item.minutes }),
  ]);
  const columns = [words("item"), words("time"), words("kind"), words("long")];
  return {
    ...frameOf(ctx),
    title: words("invitation"),
    subtitle: words("invitationTo", { title, when: whenOf(ctx, meeting) }),
    blocks: [
      ...(whereWords ? plain("where", words("where", { where: whereWords })) : []),
      ...(onlineWords && may.read(ctx) ? plain("online", words("online", { online: onlineWords })) : []),
      ...plain("words", meeting.words),
      ...plain("state", meeting.stateWords),
      { kind: "table", ...written("items"), caption: words("agenda"), columns, rows },
      ...plain("reply", words("reply", { day: dayWithYear(ctx, deadline.day) })),
      { kind: "link", ...written("link"), text: title, path: paths.meeting(meeting.number) },
    ],
  };
};
