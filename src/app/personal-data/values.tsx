import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayAndTime, dayWithYear, duration, month } from "#core/date.ts";
import { naming } from "#core/messages.ts";
import { partsIn } from "#methods/week-parts.ts";
import {
  holderPartName,
  replyName as meetingReplyName,
  minutesObjectionStateName,
  officeKindName,
  presencePartName,
  presenceWayName,
} from "#modules/consortium/vocabulary.ts";
import { writtenLanguageName } from "#modules/content/vocabulary.ts";
import { answersInWords, keptAnswers } from "#modules/desk/questions/queries.ts";
import { appointmentName, channelName, replyName, resultName, topicName } from "#modules/desk/vocabulary.ts";
import { groupPartName } from "#modules/network/vocabulary.ts";
import {
  companyName,
  dayName,
  days,
  partName,
  parts,
  rhythmName,
  skillName,
} from "#modules/opportunities/vocabulary.ts";
import {
  accessibilityName,
  fieldName,
  languageName,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { proposalStateName, sideName, verdictName } from "#modules/participation/vocabulary.ts";
import { paceName, reminderName } from "#modules/people/choices/vocabulary.ts";
import {
  ageBandName,
  contactWayName,
  givenWayName,
  personLanguageName,
  purposeName,
  roleName,
} from "#modules/people/vocabulary.ts";
import {
  answerName,
  consultationChannelName,
  sharedDataName,
  stepName,
  weekName,
} from "#modules/placements/vocabulary.ts";
import { reasonOf, stateName } from "#modules/shifts/places/vocabulary.ts";
import { becauseOf, decisionName } from "#modules/shifts/rules/vocabulary.ts";
import type { Signup, SignupRule } from "#modules/shifts/schema.ts";
import { amendmentActionName, amendmentStateName, stanceKindName } from "#modules/strategy/vocabulary.ts";
import { Pairs } from "#ui/facts.tsx";
import { say } from "./messages.ts";

type Pair = readonly [label: string, words: string];
/** A value as it is read: words, several words, or pairs of them. */
type Words = string | readonly string[] | readonly Pair[];
type Telling = (ctx: Context, value: unknown) => Words;

/** One or several codes of a closed list. */
const coded =
  (name: (reader: Context, code: string) => string): Telling =>
  (ctx, value) =>
    Array.isArray(value)
      ? [...new Set(value.map((code) => name(ctx, String(code))))]
      : name(ctx, String(value));

const decisions = naming(["granted", "declined"], (reader, code) => say(reader)(`decision_${code}`));
const conversations = naming(["initial", "further"], (reader, code) => say(reader)(`kind_${code}`));

// Groups of people and fields share a code; the form asks for groups, so these come first.
const disliked = (ctx: Context, code: string): string =>
  targetGroups.some((group) => group === code) ? targetGroupName(ctx, code) : fieldName(ctx, code);

const lasting: Telling = (ctx, minutes) => duration(ctx, Number(minutes));

const numbered: Telling = (ctx, number) => say(ctx)("numbered", { number: String(number) });

type Run = { readonly first: number; readonly last: number; readonly parts: string };

/** The parts of a week: days that follow each other and have the same parts stand together. */
const weekOf: Telling = (ctx, times) => {
  const set = partsIn(Number(times));
  const partsOf = (day: number): string =>
    parts
      .filter((_, part) => set.includes(day * 3 + part))
      .map((part) => partName(ctx, part))
      .join(", ");
  const runs: Run[] = [];
  for (const day of days.keys()) {
    const before = runs.at(-1);
    if (before?.parts === partsOf(day)) runs[runs.length - 1] = { ...before, last: day };
    else runs.push({ first: day, last: day, parts: partsOf(day) });
  }
  const name = (day: number): string => dayName(ctx, days[day] ?? "");
  return runs
    .filter((run) => run.parts !== "")
    .map((run) => {
      const from = name(run.first);
      const range = run.first === run.last ? from : say(ctx)("dayRange", { from, to: name(run.last) });
      return say(ctx)("dayParts", { days: range, parts: run.parts });
    });
};

// A text of "2026-11" is named with its year, whatever year it is read in.
const version: Telling = ({ language }, value) =>
  /^\d{4}-\d\d$/u.test(String(value)) ? month({ language, now: new Date(0) }, `${value}-01`) : String(value);

const hows = ["self", "office", "plan", "commitment", "handover", "call", "walk_in", "import"] as const;
const howName = naming(hows, (reader, code) => say(reader)(`how_${code}`));
const invitedName = naming(["fit", "call"], (reader, code) => say(reader)(`invited_${code}`));
const yesOrNo = naming(["yes", "no"], (reader, code) => say(reader)(code));

type Step = {
  readonly state: Signup["state"];
  readonly reason: string;
  readonly words: string;
  readonly at: string;
};

/** What became of a sign-up, step by step. */
const stepsOf: Telling = (ctx, steps) =>
  (steps as readonly Step[]).map((step): Pair => {
    const reason = [reasonOf(ctx, step), step.words].filter(Boolean).join(" ");
    return [
      dayAndTime(ctx, new Date(step.at)),
      say(ctx)("step", { state: stateName(ctx, step.state), reason }),
    ];
  });

type Ruled = Pick<SignupRule, "decision" | "fact" | "comparison" | "value"> & {
  readonly found: number;
  readonly at: string;
};

const ruledOf: Telling = (ctx, decisions) =>
  (decisions as readonly Ruled[]).map((one): Pair => {
    const told = { decision: decisionName(ctx, one.decision), because: becauseOf(ctx, one) };
    return [dayAndTime(ctx, new Date(one.at)), say(ctx)("ruled", told)];
  });

/** How the values of a field read; "section.field" where the same field means something else there. */
const tellings: Readonly<Record<string, Telling>> = {
  ageBand: coded(ageBandName),
  language: coded(personLanguageName),
  "pages.language": coded(writtenLanguageName),
  contactBy: coded(contactWayName),
  role: coded(roleName),
  "consents.purpose": coded(purposeName),
  textVersion: version,
  givenHow: coded(givenWayName),
  decision: coded(decisions),
  fields: coded(fieldName),
  targetGroups: coded(targetGroupName),
  skills: coded(skillName),
  rhythms: coded(rhythmName),
  times: weekOf,
  minutesPerWeek: lasting,
  radiusKm: (ctx, value) => say(ctx)("kilometers", { n: Number(value) }),
  accessibility: coded(accessibilityName),
  company: coded(companyName),
  languages: coded(languageName),
  notThese: coded(disliked),
  topic: coded(topicName),
  answers: (ctx, value) => answersInWords(ctx, keptAnswers(value)),
  result: coded(resultName),
  "inquiries.channel": coded(channelName),
  "replies.kind": coded(replyName),
  "appointments.kind": coded(appointmentName),
  "consultations.kind": coded(conversations),
  "consultations.channel": coded(consultationChannelName),
  minutes: lasting,
  "releases.number": numbered,
  state: coded(stepName),
  data: coded(sharedDataName),
  week: (ctx, value) => weekName(ctx, Number(value)),
  answer: coded(answerName),
  "signups.state": coded((reader, state) => stateName(reader, state as Signup["state"])),
  "signups.role": (_, role) => String(role),
  how: coded(howName),
  steps: stepsOf,
  decisions: ruledOf,
  "invitations.reason": coded(invitedName),
  "invitations.answer": coded(yesOrNo),
  "proposals.state": coded(proposalStateName),
  "reasons.state": coded(proposalStateName),
  side: coded(sideName),
  verdict: coded(verdictName),
  "joiningConsents.answer": coded(yesOrNo),
  "seats.part": coded(holderPartName),
  "offices.kind": coded(officeKindName),
  "meetingPresences.part": coded(presencePartName),
  way: coded(presenceWayName),
  reply: coded(meetingReplyName),
  "minutesObjections.state": coded(minutesObjectionStateName),
  "minutesObjections.answer": (_, answer) => String(answer),
  "workingGroups.part": coded(groupPartName),
  "amendments.action": coded(amendmentActionName),
  "amendments.state": coded(amendmentStateName),
  stance: coded(stanceKindName),
  pace: coded(paceName),
  digest: coded(paceName),
  reminders: coded(reminderName),
  digestHour: (ctx, value) => say(ctx)("hour", { n: Number(value) }),
};

const textOf = (ctx: Context, value: unknown): string =>
  /^\d{4}-\d\d-\d\d$/u.test(String(value)) ? dayWithYear(ctx, String(value)) : String(value);

const plainly = (ctx: Context, value: unknown): Words => {
  if (value instanceof Date) return dayAndTime(ctx, value);
  if (typeof value === "boolean") return say(ctx)(value ? "yes" : "no");
  return Array.isArray(value) ? value.map((one) => textOf(ctx, one)) : textOf(ctx, value);
};

/** The value of a field in the words of the reader; undefined when there is nothing to tell. */
export const toldOf = (ctx: Context, section: string, field: string, value: unknown): Words | undefined => {
  if (value === null || value === undefined || value === "") return undefined;
  const telling = tellings[`${section}.${field}`] ?? tellings[field] ?? plainly;
  const words = telling(ctx, value);
  return words.length === 0 ? undefined : words;
};

/** These words on the page: several below each other, pairs as pairs, paragraphs as they were written. */
export const Told = ({ words }: { readonly words: Words }): ComponentChildren => {
  if (typeof words === "string") return words.includes("\n") ? <span class="al-lines">{words}</span> : words;
  const lines = words.map((line) => (typeof line === "string" ? line : undefined));
  if (lines.includes(undefined)) return <Pairs pairs={words.filter((line) => typeof line !== "string")} />;
  return lines.length === 1 ? (
    lines[0]
  ) : (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
};
