import type { Context } from "#core/context.ts";
import { number } from "#core/number.ts";
import { questions } from "#methods/match-score.ts";
import { paths } from "#modules/opportunities/paths.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { say } from "#modules/opportunities/suggestions/messages.ts";
import { type Answers, questionPaths } from "#modules/opportunities/suggestions/paths.ts";
import type { Explained, Explanation } from "#modules/opportunities/suggestions/queries.ts";
import { gateReason, listed } from "#modules/opportunities/suggestions/vocabulary.ts";
import { shown } from "#modules/opportunities/weights/queries.ts";
import { partName } from "#modules/opportunities/weights/vocabulary.ts";
import { say as sayWishes } from "#modules/opportunities/wishes/messages.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Bars } from "#ui/chart.tsx";
import { Why } from "#ui/facts.tsx";
import { Actions, Note, Section, Stack, Title } from "#ui/page.tsx";

type Props = {
  readonly ctx: Context;
  readonly offer: WholeOpportunity;
  readonly from: "answers" | "wishes" | "nothing";
  readonly answers: Answers;
  readonly explanation: Explanation;
  readonly dismissed: boolean;
  readonly formKey: string;
};

const Closed = ({ ctx, explanation }: Pick<Props, "ctx" | "explanation">) => {
  if (explanation.kind !== "closed") return null;
  const words = say(ctx);
  return (
    <Stack>
      <p>{words("whyClosed")}</p>
      <div class="al-prose">
        <ul>
          {explanation.gates.map((gate) => (
            <li>
              <b>{gateReason(ctx, gate)}</b> {words(`then_${gate.name}`)}
            </li>
          ))}
        </ul>
      </div>
    </Stack>
  );
};

const Parts = ({ ctx, explained }: { readonly ctx: Context; readonly explained: Explained }) => {
  const words = say(ctx);
  const { parts, score } = explained;
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  const points = (weight: number) => (sum === 0 ? 0 : (100 * weight) / sum);
  const open = questions.filter((name) => !parts.some((part) => part.name === name));
  return (
    <Section
      id="punkte"
      heading={words("parts")}
      aside={words("partsTotal", { n: number(ctx, 100 * score) })}
    >
      <Stack>
        <Bars
          bars={[...parts]
            .filter(({ weight }) => weight > 0)
            .sort((a, b) => b.weight - a.weight)
            .map(({ name, weight, fit }) => ({
              label: partName(ctx, name),
              share: fit,
              value: words("partValue", {
                n: number(ctx, points(weight) * fit),
                most: number(ctx, points(weight)),
              }),
            }))}
        />
        {open.length > 0 && (
          <p class="al-soft">
            {words("notAnswered", {
              list: listed(
                ctx,
                open.map((name) => partName(ctx, name)),
              ),
            })}
          </p>
        )}
      </Stack>
    </Section>
  );
};

const Changes = ({ ctx, explained }: { readonly ctx: Context; readonly explained: Explained }) => {
  const words = say(ctx);
  const changes = explained.changes.flatMap(({ name, rank }) => {
    const question = questions.find((one) => one === name);
    return question ? [{ question, rank }] : [];
  });
  if (changes.length === 0) return null;
  return (
    <Section id="anders" heading={words("changes")}>
      <div class="al-prose">
        <ul>
          {changes.map(({ question, rank }) => (
            <li>
              {words(`change_${question}`)}: {words("aboutRank", { rank: number(ctx, rank) })}.
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
};

const Open = ({ ctx, explanation, from }: Pick<Props, "ctx" | "explanation" | "from">) => {
  if (explanation.kind !== "open") return null;
  const words = say(ctx);
  const { rank, open, reasons, buts } = explanation;
  const all = number(ctx, open);
  return (
    <Stack wide>
      <Stack>
        <p>
          <b>
            {rank === null
              ? words("whyFar", { open: all })
              : words("whyRank", { rank: number(ctx, rank), open: all })}
          </b>{" "}
          {words("whyFirst", { n: shown })} {words(from === "wishes" ? "fromWishes" : "fromAnswers")}
        </p>
        {reasons.length > 0 && <Why ctx={ctx}>{reasons.join(` ${words("andBecause")} `)}</Why>}
        {buts.length > 0 && (
          <Why ctx={ctx} but>
            {buts.join(" ")}
          </Why>
        )}
      </Stack>
      <Parts ctx={ctx} explained={explanation} />
      <Changes ctx={ctx} explained={explanation} />
    </Stack>
  );
};

const Dismissed = ({ ctx, offer, formKey }: Pick<Props, "ctx" | "offer" | "formKey">) => (
  <Note id="abgelehnt">
    <p>{say(ctx)("whyDismissed")}</p>
    <ActionForm
      action={paths.restore}
      label={say(ctx)("restore")}
      object={offer.title}
      formKey={formKey}
      kind="secondary"
      values={{ angebot: offer.id }}
    />
  </Note>
);

const suggested = ({ explanation, from, dismissed }: Props): boolean =>
  from !== "nothing" && !dismissed && explanation.kind === "open" && (explanation.rank ?? shown + 1) <= shown;

/** Why an offer was suggested to somebody, or why not, down to the last point, and what would change it. */
export const WhyPage = (props: Props) => {
  const { ctx, offer, from, answers, explanation, dismissed } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        heading={words(suggested(props) ? "whyYes" : "whyNot")}
        kind={offer.organization}
        lead={offer.title}
      />
      {dismissed && <Dismissed {...props} />}
      {explanation.kind === "notOpen" && <p>{words("whyNotOpen")}</p>}
      {explanation.kind === "closed" && <Closed {...props} />}
      {explanation.kind === "open" && from === "nothing" && <p>{words("whyNothing")}</p>}
      {from !== "nothing" && <Open {...props} />}
      <Actions>
        {from === "nothing" && <ButtonLink href={paths.help}>{words("noWishesAsk")}</ButtonLink>}
        {from === "answers" && <a href={questionPaths.step(1, answers)}>{words("change")}</a>}
        {from === "wishes" && <a href={paths.wishes}>{sayWishes(ctx)("menu")}</a>}
        <a href={paths.show(offer.slug)}>{words("seeOffer")}</a>
        <a href={paths.weights}>{words("howMade")}</a>
      </Actions>
    </Stack>
  );
};
