import { messages } from "#core/messages.ts";
import type { Decision, DecisionReason } from "#methods/resolution.ts";
import { sectorName } from "#modules/consortium/vocabulary.ts";
import de from "./vocabulary.de.json" with { type: "json" };

const words = messages(
  {
    passed: "Passed",
    passedUnanimously: "Passed unanimously",
    passedByChair: "Passed by the vote of the chair",
    rejected: "Rejected",
    notDecided: "Not decided",
    votes: "{yes} yes, {no} no, {abstain}",
    abstentions: { one: "1 abstention", other: "{n} abstentions" },
    base_cast: " (abstentions do not count)",
    base_valid: " (abstentions count in the base)",
    base_present: " (all who are present count)",
    base_entitled: " (all seats with a vote count)",
    moreThan: "needed more than {limit} of {of}",
    atLeast: "needed at least {limit} of {of}",
    quorate: "quorum: {present} of {entitled}",
    inquorate: "no quorum: {present} of {entitled} present, {needed} needed",
    notAnnounced: "The item did not stand in the invitation, so nothing can be decided on it.",
    tooManyVotes: "More votes were counted than could be given.",
    nobodyVoted: "Nobody said yes or no.",
    tie: "A tie means that a motion is rejected.",
    tieByCastingVote: "With a tie the vote of the chair decided: no.",
    sectors: "Consent is missing from: {sectors}.",
    sectorsUnknown: "The votes must be counted by sector.",
    eachSector: "Each sector has a majority of its own.",
    noSectorAgainst: "No sector has a majority against it.",
    notUnanimous: "By letter all must agree in writing; {yes} of {entitled} did.",
    participation: "{answers} of {entitled} answered, {needed} are needed.",
    bias: {
      one: "1 seat with a conflict of interest did not vote.",
      other: "{n} seats with a conflict of interest did not vote.",
    },
    consent: "Consent: {yes} agree, {abstain} stand aside, {no} object with a reason",
    consentFree: "Consent: {yes} agree, {abstain} stand aside, nobody objects with a reason",
    objections: "At least one reasoned objection is open.",
    consensing: "Least resistance: {title} with {mean} of 10",
    passive: "leaving everything as it is: {mean}",
    statusQuo: "No option meets less resistance than leaving everything as it is.",
    answered: "answers by letter: {present} of {entitled}",
  },
  { de },
);

type Reader = { readonly language: string };

/** Reasons for which nothing was decided at all, neither yes nor no. */
const undecided: readonly DecisionReason[] = [
  "notAnnounced",
  "quorum",
  "tooManyVotes",
  "sectorsUnknown",
  "participation",
];

const head = (reader: Reader, { passed, reasons }: Decision): string => {
  const say = words(reader);
  if (!passed) return say(reasons.some((reason) => undecided.includes(reason)) ? "notDecided" : "rejected");
  if (reasons.includes("castingVote")) return say("passedByChair");
  return say(reasons.includes("unanimous") ? "passedUnanimously" : "passed");
};

/** "mehr als 6 von 12", "mindestens 8 von 12": the least number of yes. */
export const neededWords = (reader: Reader, { majority }: Pick<Decision, "majority">): string => {
  const { comparison, limit, needed, of } = majority;
  return comparison === "moreThan" && !limit.includes("/")
    ? words(reader)("moreThan", { limit, of })
    : words(reader)("atLeast", { limit: needed, of });
};

const quorumWords = (reader: Reader, { quorum, way }: Decision): string => {
  const { present, entitled, needed, met } = quorum;
  if (way === "circular") return words(reader)("answered", { present, entitled });
  return met
    ? words(reader)("quorate", { present, entitled })
    : words(reader)("inquorate", { present, entitled, needed });
};

const counted = (reader: Reader, decision: Decision): readonly string[] => {
  const say = words(reader);
  const { yes, no, abstain, majority, way } = decision;
  const abstentions = say("abstentions", { n: abstain });
  const note = abstain > 0 || majority.base !== "cast" ? say(`base_${majority.base}`) : "";
  const votes = `${say("votes", { yes, no, abstain: abstentions })}${decision.reasons.includes("unanimous") || decision.reasons.includes("notUnanimous") ? "" : note}`;
  const nothing = majority.of === 0 || (way === "circular" && majority.fraction === "1/1");
  return nothing ? [votes] : [votes, neededWords(reader, decision)];
};

const tenths = (reader: Reader, mean: number | null): string =>
  mean === null ? "–" : (mean / 1000).toLocaleString(reader.language, { maximumFractionDigits: 1 });

/** The titles of options by key, for decisions by least resistance. */
type Titles = Readonly<Record<string, string>>;

const measured = (reader: Reader, { consensing }: Decision, titles: Titles): readonly string[] => {
  const say = words(reader);
  const row = (id: string | null) => consensing?.rows.find((one) => one.id === id);
  const winner = row(consensing?.winner ?? null);
  if (!consensing || !winner) return [];
  return [
    say("consensing", { title: titles[winner.id] ?? winner.id, mean: tenths(reader, winner.mean) }),
    ...(winner.id === consensing.passive
      ? []
      : [say("passive", { mean: tenths(reader, row(consensing.passive)?.mean ?? null) })]),
  ];
};

const course = (reader: Reader, decision: Decision, titles: Titles): readonly string[] => {
  const { yes, no, abstain } = decision;
  if (decision.way === "consent")
    return no === 0
      ? [words(reader)("consentFree", { yes, abstain })]
      : [words(reader)("consent", { yes, no, abstain })];
  return decision.way === "consensing" ? measured(reader, decision, titles) : counted(reader, decision);
};

/** Why a motion did not pass, as far as the numbers alone do not say it; and what must be added to a yes. */
export const decisionReasons = (reader: Reader, decision: Decision): readonly string[] => {
  const say = words(reader);
  const { reasons, quorum, yes, sectors, sectorRule } = decision;
  const blocking = sectors
    .filter(({ consents }) => !consents)
    .map(({ sector }) => sectorName(reader, sector));
  const said: Partial<Record<DecisionReason, string>> = {
    notAnnounced: say("notAnnounced"),
    tooManyVotes: say("tooManyVotes"),
    nobodyVoted: say("nobodyVoted"),
    tie: say("tie"),
    tieByCastingVote: say("tieByCastingVote"),
    sectors: say("sectors", { sectors: blocking.join(", ") }),
    sectorsUnknown: say("sectorsUnknown"),
    notUnanimous: say("notUnanimous", { yes, entitled: quorum.entitled }),
    participation: say("participation", {
      answers: decision.consent?.responses ?? quorum.present,
      entitled: quorum.entitled,
      needed: decision.consent?.needed ?? quorum.needed,
    }),
    objections: say("objections"),
    statusQuo: say("statusQuo"),
  };
  const also = [
    ...(decision.passed && sectorRule === "majorityInEach" ? [say("eachSector")] : []),
    ...(decision.passed && sectorRule === "noMajorityAgainst" ? [say("noSectorAgainst")] : []),
    ...(decision.biased.length > 0 ? [say("bias", { n: decision.biased.length })] : []),
  ];
  return [...reasons.flatMap((reason) => said[reason] ?? []), ...also];
};

/** "Angenommen: 9 Ja, 3 Nein, 2 Enthaltungen (Enthaltungen zählen nicht); erforderlich mehr als 6 von 12; …" */
export const decisionSentence = (reader: Reader, decision: Decision, titles: Titles = {}): string => {
  const parts = [...course(reader, decision, titles), quorumWords(reader, decision)];
  return [`${head(reader, decision)}: ${parts.join("; ")}.`, ...decisionReasons(reader, decision)].join(" ");
};
