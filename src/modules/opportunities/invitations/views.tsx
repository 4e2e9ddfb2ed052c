import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { number } from "#core/number.ts";
import type { PartName } from "#methods/match-score.ts";
import { type Desk, manage, paths } from "#modules/opportunities/paths.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { say as sayFit } from "#modules/opportunities/suggestions/messages.ts";
import { skillName } from "#modules/opportunities/vocabulary.ts";
import { fieldName, targetGroupName } from "#modules/organizations/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import type { FitRefusal } from "./commands.ts";
import { say } from "./messages.ts";
import type { Fitting, Standing, ToAsk, Yes } from "./queries.ts";

/** Of fewer than these nothing is told, so that nobody can be singled out by changing the offer. */
const fewest = 3;
const linesShown = 10;
const onFoot = 1.5;
const byBicycle = 5;

export type PeopleProps = {
  readonly ctx: Context;
  readonly desk: Desk;
  readonly offer: WholeOpportunity;
  readonly fitting: readonly Fitting[];
  readonly standing: Standing;
  readonly room: number;
  readonly yes: readonly Yes[];
  readonly toAsk: readonly ToAsk[];
  readonly formKey: string;
  readonly invited: number | undefined;
  readonly noted: boolean;
  readonly refusal: FitRefusal | undefined;
};

const wayOf = (ctx: Context, kilometers: number): string => {
  const words = say(ctx);
  if (kilometers <= onFoot) return words("onFoot");
  return words(kilometers <= byBicycle ? "byBicycle" : "farther");
};

// Of each list only one word, and only one that the offer names itself.
const factsOf = (ctx: Context, offer: WholeOpportunity, { score }: Fitting): string => {
  const words = say(ctx);
  const part = (name: PartName) => score.parts.find((one) => one.name === name);
  const shared = (name: PartName, own: readonly string[]) =>
    own.find((code) => code !== "everyone" && part(name)?.shared.includes(code));
  const [group, field, skill] = [
    shared("targetGroups", offer.targetGroups),
    shared("fields", offer.fields),
    shared("skills", offer.skills),
  ];
  const way = part("distance");
  const facts = [
    ...(group ? [words("likesGroup", { name: targetGroupName(ctx, group) })] : []),
    ...(skill ? [words("likesSkill", { name: skillName(ctx, skill) })] : []),
    ...(field && !group ? [words("likesField", { name: fieldName(ctx, field) })] : []),
    ...(offer.times !== 0 && (part("times")?.fit ?? 0) >= 0.6 ? [words("hasTime")] : []),
    ...(way && offer.placeKind === "onsite" ? [wayOf(ctx, way.amount)] : []),
  ];
  return facts.length > 0 ? facts.join(", ") : words("noFacts");
};

/** Whom it fits, as roughly as it may be told: the same sentence of several people is one line. */
export const linesOf = (ctx: Context, offer: WholeOpportunity, fitting: readonly Fitting[]): string[] => {
  if (fitting.length < fewest) return [];
  const words = say(ctx);
  const counts = new Map<string, number>();
  for (const one of fitting.slice(0, linesShown)) {
    const facts = factsOf(ctx, offer, one);
    counts.set(facts, (counts.get(facts) ?? 0) + 1);
  }
  return [...counts].map(([facts, n]) =>
    words("line", { who: n === 1 ? words("one") : words("several", { n }), facts }),
  );
};

const Who = ({ ctx, offer, fitting }: Pick<PeopleProps, "ctx" | "offer" | "fitting">) => {
  const words = say(ctx);
  const n = fitting.length;
  const lines = linesOf(ctx, offer, fitting);
  return (
    <>
      <p>
        {n < fewest
          ? words("few")
          : n < linesShown
            ? words("some")
            : words("many", { n: number(ctx, Math.floor((n - 1) / 5) * 5) })}
      </p>
      {lines.length > 0 && (
        <div class="al-prose">
          <ul>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="al-soft al-small">{words("coarse")}</p>
    </>
  );
};

const InviteForm = ({ ctx, desk, offer, room, formKey }: PeopleProps) => {
  const words = say(ctx);
  if (room <= 0) return <p>{words("refused_waiting")}</p>;
  return (
    <Form
      ctx={ctx}
      action={manage[desk].people(offer.id)}
      submit={words("invite")}
      formKey={formKey}
      next={words("inviteNext")}
    >
      <Select
        name="anzahl"
        label={words("howMany")}
        blank={false}
        value={String(Math.min(3, room))}
        options={Array.from({ length: room }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
      />
    </Form>
  );
};

const SaidYes = ({ ctx, yes }: Pick<PeopleProps, "ctx" | "yes">) => {
  if (yes.length === 0) return null;
  const words = say(ctx);
  return (
    <Section id="ja" heading={words("yes")}>
      <Stack>
        <p>{words("yesLead")}</p>
        <ItemList
          items={yes.map(({ name, email, phone, answeredAt }) => ({
            title: name,
            kind: answeredAt && words("saidYes", { day: dayOnly(ctx, answeredAt) }),
            text: (
              <>
                {email && <a href={`mailto:${email}`}>{email}</a>}
                {email && phone && " · "}
                {phone && <a href={telephone(phone)}>{phone}</a>}
              </>
            ),
          }))}
        />
      </Stack>
    </Section>
  );
};

const keyOf = (formKey: string, id: Id<"opportunityInvitation">, answer: string): string =>
  `${formKey}${answer}${id}`.slice(0, 64);

const ToAskList = ({
  ctx,
  offer,
  toAsk,
  formKey,
}: Pick<PeopleProps, "ctx" | "offer" | "toAsk" | "formKey">) => {
  if (toAsk.length === 0) return null;
  const words = say(ctx);
  const button = (id: Id<"opportunityInvitation">, name: string, answer: "yes" | "no") => (
    <ActionForm
      action={`${manage.office.people(offer.id)}/antwort`}
      label={words(answer === "yes" ? "noteYes" : "noteNo")}
      object={name}
      formKey={keyOf(formKey, id, answer)}
      values={{ einladung: id, antwort: answer }}
    />
  );
  return (
    <Section id="fragen" heading={words("toAsk")}>
      <Stack>
        <p>{words("toAskLead")}</p>
        <ItemList
          items={toAsk.map(({ id, name, phone, reasons }) => ({
            title: name,
            kind: phone ? <a href={telephone(phone)}>{phone}</a> : words("noPhone"),
            text:
              reasons.length > 0 &&
              words("toAskBecause", { reasons: reasons.join(` ${sayFit(ctx)("andBecause")} `) }),
            end: (
              <Actions>
                {button(id, name, "yes")}
                {button(id, name, "no")}
              </Actions>
            ),
          }))}
        />
      </Stack>
    </Section>
  );
};

/** For whoever looks for people: whom it fits without names, the invitation, and who said yes. */
export const PeoplePage = (props: PeopleProps) => {
  const { ctx, desk, offer, standing, invited, noted, refusal } = props;
  const words = say(ctx);
  const open = offer.state === "published";
  return (
    <Stack wide>
      <Title heading={words("heading")} kind={offer.title} lead={words("lead")} />
      {invited !== undefined && (
        <Notice ctx={ctx} kind="success" heading={words("invited", { n: invited })}>
          {words("invitedText")}
        </Notice>
      )}
      {noted && <Notice ctx={ctx} kind="success" heading={words("noted")} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <SaidYes {...props} />
      {desk === "office" && <ToAskList {...props} />}
      <Section id="passt" heading={words("who")}>
        <Stack wide>
          {open ? <Who {...props} /> : <p>{words("notOpen")}</p>}
          {open && <InviteForm {...props} />}
        </Stack>
      </Section>
      {standing.sent > 0 && (
        <Section id="zahlen" heading={words("numbers")}>
          <Facts
            facts={[
              { value: number(ctx, standing.sent), sentence: words("numberSent") },
              { value: number(ctx, standing.yes), sentence: words("numberYes") },
              { value: number(ctx, standing.sent - standing.yes), sentence: words("numberRest") },
            ]}
          />
        </Section>
      )}
      <Actions>
        <a href={manage[desk].show(offer.id)}>{words("backToOffer")}</a>
        <a href={paths.weights}>{words("howMade")}</a>
      </Actions>
    </Stack>
  );
};
