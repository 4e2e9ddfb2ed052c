import { messages } from "#core/messages.ts";
import type { Base, ProcedureRules, Threshold } from "#methods/resolution.ts";
import {
  type Sector,
  type Subject,
  sectorName,
  subjectName,
  subjects,
} from "#modules/consortium/vocabulary.ts";
import de from "./vocabulary.de.json" with { type: "json" };

const words = messages(
  {
    half_moreThan: "more than half",
    half_atLeast: "at least half",
    third_atLeast: "at least a third",
    twoThirds_atLeast: "at least two thirds",
    threeQuarters_atLeast: "at least three quarters",
    all: "all",
    share_moreThan: "more than {fraction}",
    share_atLeast: "at least {fraction}",
    quorumHeading: "Quorum",
    quorum:
      "The consortium can decide when {share} of the seats with a vote are there, and no fewer than {least}.",
    quorumNone: "The consortium can decide when no fewer than {least} seats with a vote are there.",
    majorityHeading: "{subject}",
    majority: "Needed: {share} {base} as yes.",
    base_cast: "of the votes for and against (abstentions do not count)",
    base_valid: "of all votes with abstentions",
    base_present: "of the seats that are there",
    base_entitled: "of all seats with a vote",
    tieHeading: "Tie",
    tie_rejected: "With a tie a motion is rejected.",
    tie_castingVote: "With a tie the vote of the chair decides.",
    sectorsHeading: "Sectors",
    sectors_none: "Only the whole counts; no sector can hold anything up alone.",
    sectors_noMajorityAgainst:
      "On {subjects} no sector may have a majority against it. It counts for: {sectors}.",
    sectors_majorityInEach:
      "On {subjects} each sector needs a majority of its own. It counts for: {sectors}.",
    empty_consents: "A sector of which nobody may vote holds nothing up.",
    empty_blocks: "Without a sector nothing is decided.",
    abstaining_consents: "A sector that only abstains agrees.",
    abstaining_blocks: "A sector that only abstains does not agree.",
    conflictHeading: "Conflict of interest",
    conflict_out:
      "Who has an interest of their own does not vote, and counts neither as there nor as entitled.",
    conflict_present: "Who has an interest of their own does not vote, and does not count as there.",
    conflict_in: "Who has an interest of their own does not vote, but counts for the quorum.",
    circularHeading: "Decided by letter",
    circular_unanimous:
      "Between meetings something is decided by letter when all agree in writing, within {days} days.",
    circular_majority:
      "Between meetings something is decided by letter by the majority of the subject when {share} of the seats answer, within {days} days.",
    consentHeading: "Consent",
    consent: "In a consent {share} of the seats must have answered, and no reasoned objection may be open.",
    noticeHeading: "Invitation",
    notice: "The invitation goes out at least {days} days before the meeting.",
    announced: "Decided is only what stood in the invitation.",
    unannounced: "The meeting may also decide on what did not stand in the invitation.",
    minutesHeading: "Minutes",
    minutes: "Whoever was there can object for {days} days; then the minutes are approved.",
    absenceHeading: "Absence",
    absence: "A seat that is missing {n} times in a row without a word is asked whether it goes on.",
    absenceNever: "Nobody is asked about absence.",
    presenceHeading: "Who counts as there",
    deputies: "A deputy votes for the seat when the member is not there.",
    noDeputies: "Only the member votes; deputies listen.",
    remote: "Who takes part from afar counts as there.",
    noRemote: "Only who is in the room counts as there.",
  },
  { de },
);

type Reader = { readonly language: string };

const named: Readonly<Record<string, string>> = {
  "1/2": "half",
  "1/3": "third",
  "2/3": "twoThirds",
  "3/4": "threeQuarters",
};

/** "mehr als die Hälfte", "mindestens zwei Drittel", "alle". */
export const shareWords = (reader: Reader, { fraction, comparison }: Threshold): string => {
  const say = words(reader);
  if (fraction === "1/1") return say("all");
  const name = named[fraction];
  const key = `${name}_${comparison}`;
  if (
    key === "half_moreThan" ||
    key === "half_atLeast" ||
    key === "third_atLeast" ||
    key === "twoThirds_atLeast" ||
    key === "threeQuarters_atLeast"
  )
    return say(key);
  return say(`share_${comparison}`, { fraction });
};

export const baseWords = (reader: Reader, base: Base): string => words(reader)(`base_${base}`);

/** One rule in plain words, with where it comes from when a law says so. */
export type RuleLine = {
  readonly key: string;
  readonly heading: string;
  readonly sentence: string;
  readonly source?: string;
};

const listed = (reader: Reader, names: readonly string[]): string =>
  new Intl.ListFormat(reader.language === "de-x-easy" ? "de" : reader.language, {
    type: "conjunction",
  }).format(names);

const quorumLine = (reader: Reader, { quorum }: ProcedureRules): RuleLine => {
  const say = words(reader);
  const least = quorum.leastSeats;
  return {
    key: "quorum",
    heading: say("quorumHeading"),
    sentence:
      quorum.fraction === "0/1"
        ? say("quorumNone", { least })
        : say("quorum", { share: shareWords(reader, quorum), least }),
  };
};

const majorityLine = (reader: Reader, rules: ProcedureRules, subject: Subject): RuleLine => {
  const majority = rules.majorities[subject];
  return {
    key: `majority-${subject}`,
    heading: words(reader)("majorityHeading", { subject: subjectName(reader, subject) }),
    sentence: words(reader)("majority", {
      share: shareWords(reader, majority),
      base: baseWords(reader, majority.base),
    }),
    ...(majority.base === "cast" ? { source: "§ 32 Abs. 1 BGB" } : {}),
  };
};

const sectorsLine = (reader: Reader, { sectors }: ProcedureRules): RuleLine => {
  const say = words(reader);
  const heading = say("sectorsHeading");
  if (sectors.kind === "none") return { key: "sectors", heading, sentence: say("sectors_none") };
  const values = {
    subjects: listed(
      reader,
      sectors.subjects.map((subject) => `„${subjectName(reader, subject)}“`),
    ),
    sectors: listed(
      reader,
      sectors.sectors.map((sector) => sectorName(reader, sector as Sector)),
    ),
  };
  const rest = [say(`empty_${sectors.empty}`), say(`abstaining_${sectors.abstaining}`)];
  return { key: "sectors", heading, sentence: [say(`sectors_${sectors.kind}`, values), ...rest].join(" ") };
};

const conflictLine = (reader: Reader, { conflict }: ProcedureRules): RuleLine => {
  const say = words(reader);
  const heading = say("conflictHeading");
  const kind = conflict.outOfEntitled ? "out" : conflict.outOfPresent ? "present" : "in";
  return { key: "conflict", heading, sentence: say(`conflict_${kind}`), source: "§ 34 BGB, § 20 SächsGemO" };
};

const circularLine = (reader: Reader, { circular }: ProcedureRules): RuleLine => {
  const say = words(reader);
  const heading = say("circularHeading");
  const { days } = circular;
  return circular.kind === "unanimous"
    ? { key: "circular", heading, sentence: say("circular_unanimous", { days }), source: "§ 32 Abs. 3 BGB" }
    : {
        key: "circular",
        heading,
        sentence: say("circular_majority", { days, share: shareWords(reader, circular.participation) }),
      };
};

const restLines = (reader: Reader, rules: ProcedureRules): readonly RuleLine[] => {
  const say = words(reader);
  const announced = say(rules.mustBeAnnounced ? "announced" : "unannounced");
  const absences = rules.absencesUntilAsked;
  return [
    {
      key: "consent",
      heading: say("consentHeading"),
      sentence: say("consent", { share: shareWords(reader, rules.consent) }),
    },
    {
      key: "notice",
      heading: say("noticeHeading"),
      sentence: `${say("notice", { days: rules.noticeDays })} ${announced}`,
      ...(rules.mustBeAnnounced ? { source: "§ 32 Abs. 1 BGB" } : {}),
    },
    {
      key: "presence",
      heading: say("presenceHeading"),
      sentence: `${say(rules.deputies ? "deputies" : "noDeputies")} ${say(rules.remote ? "remote" : "noRemote")}`,
      ...(rules.remote ? { source: "§ 32 Abs. 2 BGB" } : {}),
    },
    {
      key: "minutes",
      heading: say("minutesHeading"),
      sentence: say("minutes", { days: rules.objectionDays }),
    },
    {
      key: "absence",
      heading: say("absenceHeading"),
      sentence: absences === 0 ? say("absenceNever") : say("absence", { n: absences }),
    },
  ];
};

/** The rules of procedure in sentences, in the order of a meeting. */
export const rulesInWords = (reader: Reader, rules: ProcedureRules): readonly RuleLine[] => {
  const say = words(reader);
  return [
    quorumLine(reader, rules),
    ...subjects.map((subject) => majorityLine(reader, rules, subject)),
    {
      key: "tie",
      heading: say("tieHeading"),
      sentence: say(`tie_${rules.tie}`),
      ...(rules.tie === "rejected" ? { source: "§ 39 Abs. 6 SächsGemO" } : {}),
    },
    sectorsLine(reader, rules),
    conflictLine(reader, rules),
    circularLine(reader, rules),
    ...restLines(reader, rules),
  ];
};

export type RuleChange = { readonly heading: string; readonly before: string; readonly after: string };

/** What reads otherwise than in another version. */
export const rulesCompared = (
  reader: Reader,
  before: ProcedureRules,
  after: ProcedureRules,
): readonly RuleChange[] => {
  const old = new Map(rulesInWords(reader, before).map((line) => [line.key, line.sentence]));
  return rulesInWords(reader, after).flatMap(({ key, heading, sentence }) => {
    const was = old.get(key) ?? "";
    return was === sentence ? [] : [{ heading, before: was, after: sentence }];
  });
};
