import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { money } from "#core/number.ts";
import type { PageProps } from "#core/web.ts";
import { howToFill, ruleInWords } from "#modules/participation/ballot-words/queries.ts";
import { isOver, optionsOf, ruleOf, takesVotes } from "#modules/participation/ballots/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot, BallotOption, Process } from "#modules/participation/schema.ts";
import { paths as peoplePaths } from "#modules/people/paths.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, More, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { AtBox } from "./queries.ts";

type Status = NonNullable<PageProps["status"]>;

/** What the frame of a public page of one ballot needs. */
export const ballotProps = (
  ctx: Context,
  ballot: Pick<Ballot, "slug" | "title">,
  title: string,
  status: Status = 200,
): PageProps => ({
  title,
  status,
  crumbs: [
    { href: paths.listing, label: common(ctx)("participation") },
    { href: paths.ballots, label: common(ctx)("ballots") },
    ...(title === ballot.title ? [] : [{ href: paths.ballot(ballot.slug), label: ballot.title }]),
  ],
});

export type BallotPage = {
  readonly ctx: Context;
  readonly ballot: Ballot;
  readonly options: readonly BallotOption[];
  readonly box: AtBox;
  readonly process: Pick<Process, "slug" | "title"> | undefined;
  /** The number of each option's proposal in its process. */
  readonly proposals: ReadonlyMap<string, number>;
};

/** Why one may not vote, in words, and what helps. */
export const NotEntitled = ({ ctx, ballot, box }: Pick<BallotPage, "ctx" | "ballot" | "box">) => {
  const words = say(ctx);
  const { standing } = box;
  if (standing === "entitled") return null;
  if (standing === "voted")
    return (
      <Notice ctx={ctx} kind="success" heading={words("youVoted")}>
        <p>{words("youVotedText")}</p>
      </Notice>
    );
  const n = ballot.leastAge;
  const data = standing === "notResident" || standing === "ageUnknown";
  return (
    <Notice ctx={ctx} heading={words(`not_${standing}`, { n })}>
      {standing === "notResident" && <p>{words("not_notResidentText")}</p>}
      {standing === "notOnRoll" && <p>{words("not_notOnRollText", { phone: ctx.place.officePhone })}</p>}
      {standing === "unknownCode" && <p>{words("not_unknownCodeText")}</p>}
      {data && (
        <p>
          <a href={peoplePaths.myData}>{words("toMyData")}</a>
        </p>
      )}
    </Notice>
  );
};

const Door = ({ ctx, ballot, box }: BallotPage) => {
  const words = say(ctx);
  const { slug } = ballot;
  return (
    <Stack>
      <p>{words("isOpen", { until: dayAndTime(ctx, ballot.closesAt) })}</p>
      <NotEntitled ctx={ctx} ballot={ballot} box={box} />
      {ballot.takesOnline && box.standing !== "voted" && (
        <>
          <Actions>
            {box.standing === "entitled" && <ButtonLink href={paths.sheet(slug)}>{words("vote")}</ButtonLink>}
            {box.standing === "signIn" && (
              <ButtonLink href={peoplePaths.signIn(paths.sheet(slug))}>{words("signInToVote")}</ButtonLink>
            )}
            <a href={paths.ballotCode(slug)}>{words("toCode")}</a>
          </Actions>
          {box.standing === "entitled" && <p class="al-soft">{words("voteNext")}</p>}
        </>
      )}
    </Stack>
  );
};

const Now = (props: BallotPage) => {
  const { ctx, ballot } = props;
  const words = say(ctx);
  const until = dayAndTime(ctx, ballot.closesAt);
  if (takesVotes(ballot, ctx.now)) return <Door {...props} />;
  if (ballot.state === "canceled")
    return (
      <Notice ctx={ctx} kind="warning" heading={words("isCanceled")}>
        <p>{ballot.cancelWords}</p>
      </Notice>
    );
  if (ballot.state === "published")
    return (
      <Notice ctx={ctx} kind="success" heading={words("isPublished")}>
        <p>
          <a href={paths.ballotResult(ballot.slug)}>{words("toResult")}</a>
        </p>
      </Notice>
    );
  if (!isOver(ballot, ctx.now))
    return <p>{words("opens", { from: dayAndTime(ctx, ballot.opensAt), until })}</p>;
  return (
    <Notice ctx={ctx} heading={words("isClosed", { until })}>
      <p>{words("isClosedText")}</p>
    </Notice>
  );
};

const Choices = ({ ctx, options, process, proposals }: BallotPage) => (
  <ol class="al-stack">
    {options.map(({ title, words, costCents, proposalId, position }) => {
      const number = proposalId === null ? undefined : proposals.get(proposalId);
      return (
        <li>
          <b>
            {position}. {title}
          </b>
          {costCents !== null && (
            <p class="al-soft">{say(ctx)("costs", { amount: money(ctx, costCents) })}</p>
          )}
          {words && <p>{words}</p>}
          {process && number !== undefined && (
            <p>
              <a href={paths.proposal(process.slug, number)}>
                {say(ctx)("toProposal")}
                <span class="al-hidden">: {title}</span>
              </a>
            </p>
          )}
        </li>
      );
    })}
  </ol>
);

const whoInWords = (ctx: Context, ballot: Ballot): readonly string[] => [
  say(ctx)(`who_${ballot.electorate}`, { postcodes: ballot.postcodes.join(", ") }),
  ...(ballot.leastAge > 0 ? [say(ctx)("age", { n: ballot.leastAge })] : []),
  ...(ballot.electorateWords ? [ballot.electorateWords] : []),
];

const Without = ({ ctx, ballot }: Pick<BallotPage, "ctx" | "ballot">) => {
  const words = say(ctx);
  const { place } = ctx;
  const town = `${place.officePostcode} ${place.officeTown}`;
  const where = { office: place.officeName, street: place.officeStreet, town };
  return (
    <Section id="ohne-internet" heading={words("withoutHeading")} space="none">
      <p>{ballot.takesPaper ? words("without", where) : words("withoutNot", where)}</p>
      {place.officePhone && <p>{words("withoutPhone", { phone: place.officePhone })}</p>}
    </Section>
  );
};

const Secret = ({ ctx, ballot }: Pick<BallotPage, "ctx" | "ballot">) => {
  const words = say(ctx);
  return (
    <Section id="geheim" heading={words("secretHeading")}>
      {ballot.secrecy === "named" ? (
        <p>{words("namedText")}</p>
      ) : (
        <p>
          {words("secretText")} <a href={paths.secrecy(ballot.slug)}>{words("secretLink")}</a>
        </p>
      )}
    </Section>
  );
};

const Proof = ({ ctx, ballot }: Pick<BallotPage, "ctx" | "ballot">) => {
  const words = say(ctx);
  return (
    <More summary={words("proofHeading")}>
      <p>{words("proofText")}</p>
      <p>
        <code class="al-code">{ballot.announcedHash}</code>
      </p>
      {ballot.lotWords && <p>{words("lotsText", { value: ballot.lotWords })}</p>}
    </More>
  );
};

/** A ballot for everybody: the question, what one votes on, how it is counted, who may vote and how. */
export const BallotView = (props: BallotPage) => {
  const { ctx, ballot, options } = props;
  const words = say(ctx);
  const rule = ruleOf(ballot);
  return (
    <>
      <Title kind={words("kind")} heading={ballot.title} lead={ballot.question} />
      <Stack wide>
        {ballot.words && <p class="al-lines">{ballot.words}</p>}
        <Now {...props} />
      </Stack>
      <Section id="auswahl" heading={words("optionsHeading")}>
        <Choices {...props} />
      </Section>
      <Section id="regel" heading={words("ruleHeading")}>
        <div class="al-prose">
          <ul>
            {[...howToFill(ctx, rule), ...ruleInWords(ctx, rule, optionsOf(options))].map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </div>
      </Section>
      <TwoColumns>
        <Section id="wer" heading={words("whoHeading")} space="none">
          {whoInWords(ctx, ballot).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Section>
        <Without ctx={ctx} ballot={ballot} />
      </TwoColumns>
      <Secret ctx={ctx} ballot={ballot} />
      <Proof ctx={ctx} ballot={ballot} />
    </>
  );
};
