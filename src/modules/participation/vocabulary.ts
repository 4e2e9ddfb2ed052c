import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** What a process begins with. */
export const templates = ["fund", "square", "club", "other"] as const;
export type Template = (typeof templates)[number];

export const processStates = ["draft", "published", "closed", "canceled"] as const;

/** The phases, in their order. */
export const phaseKinds = ["collect", "discuss", "refine", "decide", "followUp"] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** Who may write in a process. */
export const writers = ["everybody", "residents", "organization"] as const;

export const proposalStates = ["draft", "published", "merged", "split", "withdrawn", "hidden"] as const;
export const reasonSides = ["for", "against", "remark"] as const;

/** What the administration says to a proposal; "ballot": it can be done, and the vote decides; "answered" is for questions. */
export const verdicts = ["yes", "partly", "later", "no", "ballot", "answered"] as const;

/** Why something is hidden; "restored" is the way back. */
export const moderationReasons = [
  "insult",
  "personal",
  "offTopic",
  "spam",
  "unlawful",
  "doubled",
  "restored",
] as const;

export const ballotStates = ["draft", "announced", "open", "closed", "published", "canceled"] as const;

/** How a ballot can be counted. */
export const ruleKinds = [
  "majority",
  "approval",
  "points",
  "schulze",
  "irv",
  "stv",
  "consensing",
  "equalShares",
  "greedy",
] as const;
export type RuleKind = (typeof ruleKinds)[number];

export const secrecies = ["secret", "named"] as const;
export const electorates = ["roll", "residents", "everybody"] as const;
export const votingWays = ["online", "letter", "counter"] as const;

export const projectStates = ["funded", "started", "done", "stopped"] as const;

const words = messages(
  {
    template_fund: "Citizens' fund",
    template_square: "Redesign a square",
    template_club: "Question of a club",
    template_other: "Something else",
    process_draft: "Draft",
    process_published: "Running",
    process_closed: "Finished",
    process_canceled: "Canceled",
    phase_collect: "Collect",
    phase_discuss: "Discuss",
    phase_refine: "Refine",
    phase_decide: "Decide",
    phase_followUp: "Carry out",
    writer_everybody: "Everybody who is signed in",
    writer_residents: "Whoever lives here",
    writer_organization: "Members of one organization",
    proposal_draft: "Draft",
    proposal_published: "Open",
    proposal_merged: "Merged",
    proposal_split: "Split",
    proposal_withdrawn: "Withdrawn",
    proposal_hidden: "Hidden",
    side_for: "In favor",
    side_against: "Against",
    side_remark: "Remark",
    verdict_yes: "Will be done",
    verdict_partly: "In part",
    verdict_later: "Later",
    verdict_no: "Will not be done",
    verdict_ballot: "Goes to the vote",
    verdict_answered: "Answered",
    moderation_insult: "Insults somebody",
    moderation_personal: "Gives away something about a person",
    moderation_offTopic: "Is about something else",
    moderation_spam: "Advertisement",
    moderation_unlawful: "Against the law",
    moderation_doubled: "Stands here twice",
    moderation_restored: "Shown again",
    ballot_draft: "Draft",
    ballot_announced: "Announced",
    ballot_open: "Open",
    ballot_closed: "Being counted",
    ballot_published: "Result is out",
    ballot_canceled: "Canceled",
    rule_majority: "Yes or no",
    rule_approval: "Approval",
    rule_points: "Points",
    rule_schulze: "Ranking (Schulze)",
    rule_irv: "Ranking (instant runoff)",
    rule_stv: "Ranking for several seats",
    rule_consensing: "Least resistance",
    rule_equalShares: "Equal shares of the pot",
    rule_greedy: "Most votes first",
    secrecy_secret: "Secret",
    secrecy_named: "By name",
    electorate_roll: "Only those on the roll",
    electorate_residents: "Whoever lives here",
    electorate_everybody: "Everybody who is signed in",
    way_online: "Online",
    way_letter: "By letter",
    way_counter: "At the counter",
    project_funded: "Funded",
    project_started: "Under way",
    project_done: "Done",
    project_stopped: "Stopped",
  },
  { de },
);

/** The word of a code. */
export const templateName = naming(templates, (reader, code) => words(reader)(`template_${code}`));
export const processStateName = naming(processStates, (reader, code) => words(reader)(`process_${code}`));
export const phaseName = naming(phaseKinds, (reader, code) => words(reader)(`phase_${code}`));
export const writerName = naming(writers, (reader, code) => words(reader)(`writer_${code}`));
export const proposalStateName = naming(proposalStates, (reader, code) => words(reader)(`proposal_${code}`));
export const sideName = naming(reasonSides, (reader, code) => words(reader)(`side_${code}`));
export const verdictName = naming(verdicts, (reader, code) => words(reader)(`verdict_${code}`));
export const moderationReasonName = naming(moderationReasons, (reader, code) =>
  words(reader)(`moderation_${code}`),
);
export const ballotStateName = naming(ballotStates, (reader, code) => words(reader)(`ballot_${code}`));
export const ruleName = naming(ruleKinds, (reader, code) => words(reader)(`rule_${code}`));
export const secrecyName = naming(secrecies, (reader, code) => words(reader)(`secrecy_${code}`));
export const electorateName = naming(electorates, (reader, code) => words(reader)(`electorate_${code}`));
export const wayName = naming(votingWays, (reader, code) => words(reader)(`way_${code}`));
export const projectStateName = naming(projectStates, (reader, code) => words(reader)(`project_${code}`));
