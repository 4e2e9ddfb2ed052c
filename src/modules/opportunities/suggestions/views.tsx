import type { Context } from "#core/context.ts";
import { elsewhereOf, longOf, seatsOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Why } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Actions, Empty, More, Note, Section, Stack, Title } from "#ui/page.tsx";
import { TaskList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { type Answers, pairsOf, questionPaths } from "./paths.ts";
import type { Suggestion, Suggestions } from "./queries.ts";
import { confidenceInWords } from "./vocabulary.ts";

type Props = { readonly ctx: Context; readonly answers: Answers };

const taskOf = (ctx: Context, { opportunity, reasons, buts }: Suggestion) => {
  const { when, time } = whenOf(ctx, opportunity);
  return {
    when,
    time: time || undefined,
    title: opportunity.title,
    href: questionPaths.show(opportunity.slug),
    where: [opportunity.organization, elsewhereOf(ctx, opportunity.placeKind) ?? opportunity.townName]
      .filter(Boolean)
      .join(" · "),
    long: longOf(ctx, opportunity),
    seats: seatsOf(ctx, opportunity),
    reason: (
      <>
        {reasons.length > 0 && <Why ctx={ctx}>{reasons.join(` ${say(ctx)("andBecause")} `)}</Why>}
        {buts.length > 0 && (
          <Why ctx={ctx} but>
            {buts.join(" ")}
          </Why>
        )}
      </>
    ),
  };
};

const Talk = ({ ctx, answers }: Props) => {
  const words = say(ctx);
  const { officePhone } = ctx.place;
  return (
    <Note id="gespraech" heading={words("talkHeading")}>
      <p>{words("talkText")}</p>
      <Actions>
        <ButtonLink href={questionPaths.ask(answers)}>{words("talk")}</ButtonLink>
        {officePhone && <a href={telephone(officePhone)}>{words("call", { phone: officePhone })}</a>}
      </Actions>
    </Note>
  );
};

const Closed = ({ ctx, closed }: { readonly ctx: Context; readonly closed: Suggestions["closed"] }) =>
  closed.length === 0 ? null : (
    <More summary={say(ctx)("closed")}>
      <ul>
        {closed.slice(0, 30).map(({ opportunity, reasons }) => (
          <li>
            <a href={questionPaths.show(opportunity.slug)}>{opportunity.title}</a>: {reasons.join(" ")}
          </li>
        ))}
      </ul>
    </More>
  );

type ResultProps = Props & { readonly result: Suggestions; readonly formKey: string };

/** What suits somebody, with the reasons; what does not, with the reasons; and then the conversation. */
export const ResultPage = ({ ctx, answers, result, formKey }: ResultProps) => {
  const words = say(ctx);
  const { suggestions, closed, confidence, total } = result;
  return (
    <Stack wide>
      <Title heading={words("resultHeading")} lead={confidenceInWords(ctx, confidence)} />
      {suggestions.length === 0 && (
        <Empty heading={words("resultNone")}>
          <p>{words("resultNoneText")}</p>
        </Empty>
      )}
      <TaskList ordered tasks={suggestions.map((suggestion) => taskOf(ctx, suggestion))} />
      <Closed ctx={ctx} closed={closed} />
      <Talk ctx={ctx} answers={answers} />
      {ctx.actor.kind === "person" && (
        <Section id="merken" heading={words("remember")}>
          <Stack>
            <p>{words("rememberText")}</p>
            <RememberForm ctx={ctx} answers={answers} formKey={formKey} />
          </Stack>
        </Section>
      )}
      <Actions>
        <a href={questionPaths.step(1, answers)}>{words("change")}</a>
        <a href={questionPaths.offers(answers)}>{words("allOffers", { n: total })}</a>
      </Actions>
    </Stack>
  );
};

const RememberForm = ({ ctx, answers, formKey }: Props & { readonly formKey: string }) => (
  <ActionForm
    action={questionPaths.remember}
    label={say(ctx)("remember")}
    formKey={formKey}
    kind="secondary"
    values={{
      antworten: new URLSearchParams(pairsOf(answers).map(([name, value]) => [name, value])).toString(),
    }}
  />
);
