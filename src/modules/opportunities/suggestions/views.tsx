import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { elsewhereOf, longOf, seatsOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { ActionForm, ActionLink, ButtonLink } from "#ui/button.tsx";
import { Why } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Note, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList, TaskList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { type Answers, pairsOf, questionPaths } from "./paths.ts";
import type { Dismissed, Suggestion, Suggestions } from "./queries.ts";
import { confidenceInWords } from "./vocabulary.ts";

type Props = { readonly ctx: Context; readonly answers: Answers };

type Place = {
  readonly formKey: string;
  readonly answers?: Answers;
  /** Where one comes back to after "no, thanks". */
  readonly here: string;
};

const keyOf = (formKey: string, id: string): string => `${formKey}${id}`.slice(0, 64);

const Steps = ({
  ctx,
  opportunity,
  place,
}: { ctx: Context; place: Place } & Pick<Suggestion, "opportunity">) => {
  const words = say(ctx);
  const { formKey, answers, here } = place;
  return (
    <Actions>
      {ctx.actor.kind === "person" && (
        <ActionForm
          action={paths.dismiss}
          label={words("noThanks")}
          object={opportunity.title}
          formKey={keyOf(formKey, opportunity.id)}
          values={{ angebot: opportunity.id, zurueck: here }}
        />
      )}
      <ActionLink
        href={questionPaths.why(opportunity.slug, answers)}
        label={words("why")}
        object={opportunity.title}
      />
    </Actions>
  );
};

const taskOf = (ctx: Context, { opportunity, reasons, buts }: Suggestion, place: Place) => {
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
      <Stack>
        {reasons.length > 0 && <Why ctx={ctx}>{reasons.join(` ${say(ctx)("andBecause")} `)}</Why>}
        {buts[0] && (
          <Why ctx={ctx} but>
            {buts[0]}
          </Why>
        )}
        <Steps ctx={ctx} opportunity={opportunity} place={place} />
      </Stack>
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

const Closed = ({ ctx, result, answers }: { ctx: Context; result: Suggestions; answers?: Answers }) => {
  const { closed, closedCount } = result;
  if (closedCount === 0) return null;
  const words = say(ctx);
  return (
    <More summary={words("closed")}>
      <ul>
        {closed.map(({ opportunity, reasons }) => (
          <li>
            <a href={questionPaths.show(opportunity.slug)}>{opportunity.title}</a>: {reasons.join(" ")}{" "}
            <ActionLink
              href={questionPaths.why(opportunity.slug, answers)}
              label={words("whyNot")}
              object={opportunity.title}
            />
          </li>
        ))}
      </ul>
      {closedCount > closed.length && <p>{words("closedMore", { n: closedCount - closed.length })}</p>}
    </More>
  );
};

type ResultProps = Props & { readonly result: Suggestions; readonly formKey: string };

/** What suits somebody, with the reasons; what does not, with the reasons; and then the conversation. */
export const ResultPage = ({ ctx, answers, result, formKey }: ResultProps) => {
  const words = say(ctx);
  const { suggestions, confidence, total } = result;
  return (
    <Stack wide>
      <Title heading={words("resultHeading")} lead={confidenceInWords(ctx, confidence)} />
      {suggestions.length === 0 && (
        <Empty heading={words("resultNone")}>
          <p>{words("resultNoneText")}</p>
        </Empty>
      )}
      <TaskList
        ordered
        tasks={suggestions.map((suggestion) =>
          taskOf(ctx, suggestion, { formKey, answers, here: questionPaths.result(answers) }),
        )}
      />
      <Closed ctx={ctx} result={result} answers={answers} />
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
        <a href={paths.weights}>{words("howMade")}</a>
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

type MineProps = {
  readonly ctx: Context;
  readonly result: Suggestions;
  readonly known: boolean;
  readonly dismissed: readonly Dismissed[];
  readonly formKey: string;
  /** There are more than these. */
  readonly more: boolean;
  readonly notice: "dismissedNotice" | "restoredNotice" | undefined;
};

/** What fits the wishes of whoever is signed in, and what they declined. */
export const MinePage = ({ ctx, result, known, dismissed, formKey, more, notice }: MineProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        heading={words("mineHeading")}
        lead={known ? `${words("mineLead")} ${confidenceInWords(ctx, result.confidence)}` : undefined}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      {!known && (
        <Note id="wuensche" heading={words("noWishes")}>
          <p>{words("noWishesText")}</p>
          <Actions>
            <ButtonLink href={paths.help}>{words("noWishesAsk")}</ButtonLink>
            <a href={paths.wishes}>{words("noWishesForm")}</a>
          </Actions>
        </Note>
      )}
      {known && result.suggestions.length === 0 && (
        <Empty heading={words("resultNone")}>
          <p>{words("resultNoneText")}</p>
        </Empty>
      )}
      <TaskList
        ordered
        tasks={result.suggestions.map((one) => taskOf(ctx, one, { formKey, here: paths.mySuggestions }))}
      />
      {more && (
        <Actions>
          <ButtonLink href={`${paths.mySuggestions}?mehr=ja`} kind="secondary">
            {words("more")}
          </ButtonLink>
        </Actions>
      )}
      <Closed ctx={ctx} result={result} />
      <DismissedList ctx={ctx} dismissed={dismissed} formKey={formKey} open={notice === "dismissedNotice"} />
      <Actions>
        {known && <a href={paths.wishes}>{words("toWishes")}</a>}
        <a href={paths.weights}>{words("howMade")}</a>
      </Actions>
    </Stack>
  );
};

const DismissedList = ({
  ctx,
  dismissed,
  formKey,
  open,
}: Pick<MineProps, "ctx" | "dismissed" | "formKey"> & { readonly open: boolean }) =>
  dismissed.length === 0 ? null : (
    <More summary={say(ctx)("dismissed", { n: dismissed.length })} open={open}>
      <ItemList
        items={dismissed.map(({ id, title, slug, at }) => ({
          title,
          href: paths.show(slug),
          kind: say(ctx)("dismissedOn", { day: dayOnly(ctx, at) }),
          end: (
            <ActionForm
              action={paths.restore}
              label={say(ctx)("restore")}
              object={title}
              formKey={keyOf(formKey, `r${id}`)}
              values={{ angebot: id }}
            />
          ),
        }))}
      />
    </More>
  );
