import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { ClusterRow, listClusterCards } from "#modules/workshops/clusters/queries.ts";
import type { DotBase, Dots } from "#modules/workshops/dots/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import type { StepRow } from "#modules/workshops/steps/queries.ts";
import { StepList } from "#modules/workshops/steps/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Card = Awaited<ReturnType<typeof listClusterCards>>[number];

const Cards = ({ ctx, cards }: { readonly ctx: Context; readonly cards: readonly Card[] }) => {
  const words = say(ctx);
  return (
    <Section id="karten" heading={words("cards")} aside={words("cardsLead")}>
      {cards.length === 0 && <p class="al-soft">{words("noCards")}</p>}
      <ul class="al-items">
        {cards.map(({ number, text, how, table }) => (
          <li id={`karte-${number}`}>
            <div>
              <p class="al-soft al-small">
                {[words("card", { number }), table, words(how)].filter(Boolean).join(" · ")}
              </p>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

type ThemeProps = {
  readonly ctx: Context;
  readonly cluster: ClusterRow;
  readonly cards: readonly Card[];
  readonly dots: Dots;
  readonly base: DotBase | undefined;
  readonly steps: readonly StepRow[];
};

/** One theme for everybody: what its cards say together, each card, what it weighs, what came of it. */
export const ThemeView = ({ ctx, cluster, cards, dots, base, steps }: ThemeProps) => {
  const words = say(ctx);
  const { slug, workshop, phase, budget, id, workshopId } = cluster;
  return (
    <>
      <Title
        kind={`${workshop} · ${phase}`}
        heading={cluster.title}
        lead={cluster.words || <span class="al-soft">{words("noWords")}</span>}
      >
        <p class="al-actions">
          <a href={paths.show(slug)}>{words("workshop")}</a>
          {may.run(ctx) && <a href={paths.officeCluster(workshopId, id)}>{words("toOffice")}</a>}
        </p>
      </Title>
      {base !== undefined && base.all > 0 && (
        <Section id="gewicht" heading={words("weight")}>
          <p>
            <b>{words("dots", { n: dots.all })}</b> {words("base", { n: base.all, budget })}
          </p>
        </Section>
      )}
      {steps.length > 0 && (
        <Section id="schritte" heading={words("steps")}>
          <StepList ctx={ctx} steps={steps} />
        </Section>
      )}
      <Cards ctx={ctx} cards={cards} />
      <Section id="korrektur" heading={words("corrections")}>
        <p>
          <a href={`${paths.corrections(slug)}?thema=${id}`}>{words("toCorrections")}</a>
        </p>
      </Section>
    </>
  );
};

type OfficeProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly cluster: ClusterRow;
  readonly others: readonly ClusterRow[];
  readonly cards: readonly Card[];
  readonly form?: Filled | undefined;
  readonly refusal?: "same" | "used" | undefined;
  readonly notice: boolean;
};

const Merge = ({ ctx, formKey, cluster, others }: OfficeProps) => {
  const words = say(ctx);
  const action = paths.officeCluster(cluster.workshopId, cluster.id);
  return (
    <Section id="zusammen" heading={words("merge")}>
      <Stack wide>
        {others.length > 0 && (
          <Form ctx={ctx} id="m" action={action} submit={words("mergeNow")} formKey={`${formKey}-m`} quiet>
            <HiddenField name="aktion" value="zusammen" />
            <Select
              name="mit"
              label={words("mergeInto")}
              hint={words("mergeText")}
              options={others.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </Form>
        )}
        <p class="al-soft">{words("removeText")}</p>
        <ActionForm
          action={action}
          label={words("remove")}
          object={cluster.title}
          kind="secondary"
          formKey={`${formKey}-r`}
          values={{ aktion: "entfernen" }}
        />
      </Stack>
    </Section>
  );
};

/** One theme for the office: its name, what its cards say together, and whether it stays. */
export const OfficeThemeView = (props: OfficeProps) => {
  const { ctx, formKey, cluster, cards, form, refusal, notice } = props;
  const words = say(ctx);
  const { workshopId, id, phaseId, slug } = cluster;
  return (
    <>
      <Title kind={cluster.phase} heading={words("clusterHeading", cluster)}>
        <p class="al-actions">
          <a href={paths.board(workshopId, phaseId)}>{words("toWall")}</a>
          <a href={paths.cluster(slug, id)}>{words("public")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words("notice_gespeichert")} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Section id="worte" heading={words("edit")}>
        <Form
          ctx={ctx}
          action={paths.officeCluster(workshopId, id)}
          submit={words("save")}
          next={words("next")}
          formKey={formKey}
          form={form}
        >
          <TextField name="title" label={words("title")} maximum={200} value={cluster.title} />
          <TextArea
            name="words"
            label={words("words")}
            hint={words("wordsHint")}
            maximum={4_000}
            value={cluster.words}
            optional
          />
        </Form>
      </Section>
      <Cards ctx={ctx} cards={cards} />
      <Merge {...props} />
    </>
  );
};
