import type { Context } from "#core/context.ts";
import { day, isoDay } from "#core/date.ts";
import { money } from "#core/number.ts";
import { paths } from "#modules/participation/paths.ts";
import { nowWords, Phases } from "#modules/participation/phases/views.tsx";
import type { ProposalRow } from "#modules/participation/proposals/queries.ts";
import { phaseOn } from "#modules/participation/queries.ts";
import type { Ballot, Fund, Process, ProcessPhase } from "#modules/participation/schema.ts";
import { supportWords } from "#modules/participation/supports/views.tsx";
import { ballotStateName, phaseKinds, phaseName } from "#modules/participation/vocabulary.ts";
import { paths as people } from "#modules/people/paths.ts";
import type { Threads as ThreadsOf } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Note, Section, Stack, Title } from "#ui/page.tsx";
import { type Item, ItemList } from "#ui/task.tsx";
import { type Moment, Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import type { Happening, RoundLink } from "./queries.ts";

export type Shown = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly organization: string | undefined;
  readonly phases: readonly ProcessPhase[];
  readonly proposals: readonly ProposalRow[];
  readonly proposalCount: number;
  readonly rounds: readonly RoundLink[];
  readonly ballots: readonly Ballot[];
  readonly fund: Fund | undefined;
  readonly answers: { readonly answered: number; readonly open: number; readonly overdue: number };
  readonly happenings: readonly Happening[];
  readonly follows: boolean;
  readonly mayWrite: boolean;
  readonly threads: ThreadsOf;
  readonly notice?: string | undefined;
};

const Do = ({ ctx, process, phases, mayWrite, rounds, ballots }: Shown) => {
  const words = say(ctx);
  const phase = process.state === "published" ? phaseOn(phases, isoDay(ctx.now)) : undefined;
  const round = rounds.find(({ state }) => state === "open");
  const ballot = ballots.find(({ state }) => state === "open");
  const proposes = phase === "collect" && (mayWrite || ctx.actor.kind === "visitor");
  return (
    <Stack>
      <p>
        <b>{nowWords(ctx, process, phases)}</b>
      </p>
      <Actions>
        {ballot && <ButtonLink href={paths.ballot(ballot.slug)}>{words("vote")}</ButtonLink>}
        {proposes && (
          <ButtonLink href={paths.newProposal(process.slug)} kind={ballot ? "secondary" : "primary"}>
            {words("propose")}
          </ButtonLink>
        )}
        {round && (
          <ButtonLink href={paths.round(round.slug)} kind="secondary">
            {words("voice")}
          </ButtonLink>
        )}
        <a href={paths.proposals(process.slug)}>{words("readProposals")}</a>
      </Actions>
      {ctx.actor.kind === "person" && !mayWrite && process.state === "published" && (
        <p class="al-soft">{words("mayNot")}</p>
      )}
    </Stack>
  );
};

const whoWords = ({ ctx, process, organization }: Shown): string => {
  const words = say(ctx);
  if (process.who === "residents") return words("who_residents", { postcodes: process.postcodes.join(", ") });
  if (process.who === "organization")
    return words("who_organization", { organization: organization ?? words("anOrganization") });
  return words("who_everybody");
};

const Frame = (props: Shown) => {
  const { ctx, process } = props;
  const words = say(ctx);
  const { officeName, officeStreet, officePostcode, officeTown } = ctx.place;
  const address = [officeName, officeStreet, `${officePostcode} ${officeTown}`.trim()]
    .filter(Boolean)
    .join(", ");
  return (
    <Pairs
      pairs={[
        [words("open"), process.openWords],
        [words("decided"), process.decidedWords],
        [words("decider"), process.deciderWords],
        [words("territory"), process.territory],
        [words("who"), whoWords(props)],
        [words("offline"), words("offlineText", { address })],
        [words("contact"), process.contactWords],
      ]}
    />
  );
};

const Proposals = ({ ctx, process, proposals, proposalCount, answers }: Shown) => {
  const words = say(ctx);
  const all = { href: paths.proposals(process.slug), label: words("allProposals", { n: proposalCount }) };
  return (
    <Section id="vorschlaege" heading={words("proposals")} link={proposalCount > 0 ? all : undefined}>
      {proposals.length === 0 ? (
        <p>{words("noProposals")}</p>
      ) : (
        <ItemList
          items={proposals.map((proposal) => ({
            title: proposal.title,
            href: paths.proposal(process.slug, proposal.number),
            kind: [words("number", { n: proposal.number }), proposal.organization ?? proposal.authorWords]
              .filter(Boolean)
              .join(" · "),
            text: proposal.costCents === null ? undefined : money(ctx, proposal.costCents),
            end: supportWords(ctx, proposal),
          }))}
        />
      )}
      <p>
        {words("answers", { answered: answers.answered, n: answers.open })}{" "}
        {answers.overdue > 0 && words("overdue", { n: answers.overdue })}{" "}
        <a href={paths.questions(process.slug)}>{words("questions")}</a>
      </p>
    </Section>
  );
};

const ballotItem = (ctx: Context, ballot: Ballot): Item => ({
  title: ballot.title,
  href: ballot.state === "published" ? paths.ballotResult(ballot.slug) : paths.ballot(ballot.slug),
  kind: say(ctx)("ballot", { date: day(ctx, ballot.closesAt) }),
  text: ballot.question,
  end: ballotStateName(ctx, ballot.state),
});

const roundItem = (ctx: Context, round: RoundLink): Item => ({
  title: round.title,
  href: round.state === "open" ? paths.round(round.slug) : paths.map(round.slug),
  kind: say(ctx)(round.state === "open" ? "roundOpen" : "roundClosed"),
  text: round.question,
  end: <a href={paths.map(round.slug)}>{say(ctx)("roundPeople", { n: round.participantCount })}</a>,
});

const fundItems = (ctx: Context, process: Process, fund: Fund): Item[] => [
  {
    title: say(ctx)("fund", { money: money(ctx, fund.budgetCents) }),
    ...(fund.decidedAt ? { href: paths.fundResult(process.slug) } : {}),
    text: fund.decidedAt ? say(ctx)("fundDecided") : say(ctx)("fundAhead"),
    end: fund.decidedAt ? <a href={paths.projects(process.slug)}>{say(ctx)("projects")}</a> : undefined,
  },
];

const Decisions = ({ ctx, process, rounds, ballots, fund }: Shown) => {
  const items = [
    ...rounds.map((round) => roundItem(ctx, round)),
    ...ballots.map((ballot) => ballotItem(ctx, ballot)),
    ...(fund ? fundItems(ctx, process, fund) : []),
  ];
  if (items.length === 0) return null;
  return (
    <Section id="entscheiden" heading={say(ctx)("decisions")}>
      <ItemList items={items} />
    </Section>
  );
};

const Following = ({ ctx, formKey, process, follows }: Shown) => {
  const words = say(ctx);
  const here = paths.show(process.slug);
  return (
    <Section id="nachrichten" heading={words("following")}>
      <Stack>
        <p>{words(follows ? "followsText" : "followText")}</p>
        {ctx.actor.kind === "person" ? (
          <ActionForm
            action={paths.follow(process.slug)}
            formKey={`${formKey}folgen`}
            values={{ folgen: follows ? "nein" : "ja" }}
            label={words(follows ? "unfollow" : "follow")}
            kind="secondary"
          />
        ) : (
          <p>
            <a href={people.signIn(here)}>{words("signIn")}</a>
          </p>
        )}
      </Stack>
    </Section>
  );
};

const happeningWords = (ctx: Context, { name, kind, reason }: Happening): string => {
  const words = say(ctx);
  const phase = phaseKinds.find((one) => one === kind);
  if (name === "process.phase_begun" && phase)
    return words("happened_begun", { phase: phaseName(ctx, phase) });
  if (name === "process.phases_moved") return words("happened_moved", { reason: reason ?? "" });
  if (name === "process.closed") return words("happened_closed");
  return words(name === "process.canceled" ? "happened_canceled" : "happened_published");
};

const moments = (ctx: Context, happenings: readonly Happening[]): readonly Moment[] =>
  happenings.map((happening) => ({ when: happening.at, text: happeningWords(ctx, happening) }));

const notices = { folgt: "notice_folgt", folgt_nicht: "notice_folgt_nicht" } as const;

/** One process with everything in it. */
export const ProcessView = (props: Shown) => {
  const { ctx, process, phases, happenings, threads, notice } = props;
  const words = say(ctx);
  const isOver = process.state === "closed" || process.state === "canceled";
  const told = notice === "folgt" || notice === "folgt_nicht" ? notices[notice] : undefined;
  return (
    <Stack wide>
      <Title heading={process.title} kind={words("kind")} lead={process.question} />
      {told && <Notice ctx={ctx} kind="success" heading={words(told)} />}
      {isOver && (
        <Note id="ergebnis" heading={words(process.state === "closed" ? "cameOfIt" : "whyCanceled")}>
          <p>{process.closingWords}</p>
        </Note>
      )}
      <Do {...props} />
      <Section id="abschnitte" heading={words("phases")} aside={words("today", { date: day(ctx, ctx.now) })}>
        <Phases ctx={ctx} phases={phases} />
      </Section>
      <Section id="rahmen" heading={words("frame")}>
        {process.words && <p>{process.words}</p>}
        <Frame {...props} />
      </Section>
      <Decisions {...props} />
      <Proposals {...props} />
      <Following {...props} />
      <Section
        id="verlauf"
        heading={words("happened")}
        link={{ href: paths.moderation(process.slug), label: words("moderation") }}
      >
        <Timeline ctx={ctx} moments={moments(ctx, happenings)} />
      </Section>
      <Threads ctx={ctx} thing={{ kind: "process", id: process.id }} threads={threads} />
    </Stack>
  );
};
