import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import type { FollowUpRow } from "#modules/placements/follow-ups/queries.ts";
import { paths } from "#modules/placements/paths.ts";
import { isRunning } from "#modules/placements/policy.ts";
import type { ReferralRow, StepRow } from "#modules/placements/referrals/queries.ts";
import { say } from "#modules/placements/steps/messages.ts";
import {
  answerName,
  type ReferralState,
  reasonName,
  stepName,
  wayName,
  weekName,
} from "#modules/placements/vocabulary.ts";
import { State, type StateKind } from "#ui/facts.tsx";
import type { Moment } from "#ui/timeline.tsx";

const kinds: Readonly<Record<ReferralState, StateKind>> = {
  proposed: "wait",
  released: "wait",
  sent: "wait",
  accepted: "info",
  trial: "info",
  placed: "yes",
  ended: "no",
  declined: "no",
  withdrawn: "no",
};

/** The state of a referral as icon and word. */
export const ReferralStateMark = ({
  ctx,
  state,
}: {
  readonly ctx: Context;
  readonly state: ReferralState;
}) => <State kind={kinds[state]}>{stepName(ctx, state)}</State>;

/** One line of the history: what, by whom, why, and on which way. */
export const stepWords = (ctx: Context, step: StepRow): string => {
  const words = say(ctx);
  const who = step.by;
  if (step.state === "asked") return words("stepAsked", { who, words: step.words });
  const name = stepName(ctx, step.state);
  const plain = who ? words("stepBy", { step: name, who }) : name;
  const reasoned = step.reason
    ? words("stepReason", { text: plain, reason: reasonName(ctx, step.reason) })
    : plain;
  const way =
    step.channel === "system" || step.channel === "web"
      ? reasoned
      : words("stepWay", { text: reasoned, way: wayName(ctx, step.channel) });
  return step.words ? `${way}. „${step.words}“` : way;
};

/** What happened and what is ahead, newest first. */
export const momentsOf = (
  ctx: Context,
  steps: readonly StepRow[],
  followUps: readonly FollowUpRow[],
): readonly Moment[] => {
  const side = (row: FollowUpRow) =>
    say(ctx)(row.side === "person" ? "followUpPerson" : "followUpOrganization", row);
  const heading = (row: FollowUpRow) =>
    `${say(ctx)("followUpHeading", { week: weekName(ctx, row.week) })}, ${side(row)}`;
  const answered = followUps.flatMap((row) =>
    row.answer && row.answeredAt
      ? [
          {
            when: row.answeredAt,
            text: `${heading(row)}: ${answerName(ctx, row.answer)}${row.words && `. „${row.words}“`}`,
          },
        ]
      : [],
  );
  const ahead = followUps
    .filter(({ answer, state }) => answer === null && state === "placed")
    .slice(0, 2)
    .map((row) => ({
      when: row.dueOn,
      ahead: true,
      text: <a href={paths.followUp(row.id)}>{heading(row)}</a>,
    }));
  const past = [...answered, ...steps.map((step) => ({ when: step.at, text: stepWords(ctx, step) }))];
  return [...ahead.reverse(), ...past.sort((one, other) => +other.when - +one.when)];
};

/** "seit 21. August"; of what is over: "am 21. August". */
export const sinceWords = (
  ctx: Context,
  { state, stateSince }: Pick<ReferralRow, "state" | "stateSince">,
): string => say(ctx)(isRunning(state) ? "since" : "on", { day: dayOnly(ctx, stateSince) });
