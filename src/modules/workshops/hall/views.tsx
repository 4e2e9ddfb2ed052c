import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { TableCard } from "#modules/workshops/cards/queries.ts";
import type { ClusterRow } from "#modules/workshops/clusters/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop, WorkshopGuest, WorkshopPhase, WorkshopTable } from "#modules/workshops/schema.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choices.tsx";
import { HiddenField, NumberField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, More, Section, Stack, Title } from "#ui/page.tsx";
import { deviceWords, say } from "./messages.ts";

export type Refusal = "notOpen" | "tooMany" | "sorted" | "dots" | "dotsClosed";

export type HallProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly guest: WorkshopGuest;
  readonly tables: readonly WorkshopTable[];
  readonly phase: WorkshopPhase | undefined;
  readonly cards: readonly TableCard[];
  readonly form?: Filled | undefined;
  readonly refusal?: Refusal | undefined;
  readonly notice?: string | undefined;
  /** The themes of this part, while dots are given, and the dots of this phone. */
  readonly clusters: readonly ClusterRow[];
  readonly given: ReadonlyMap<string, number>;
};

const notices = ["karte", "zurueck", "platz", "punkte"] as const;

const Told = ({ ctx, refusal, notice }: HallProps) => {
  const known = notices.find((one) => one === notice);
  if (refusal) return <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />;
  return known ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} /> : null;
};

const Seat = ({ ctx, formKey, workshop, tables, guest }: HallProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.hall(workshop.slug)}
      formKey={`${formKey}t`}
      id="t"
      submit={words("sitDown")}
      quiet={guest.tableId !== null}
    >
      <RadioGroup
        name="tisch"
        label={words("whichTable")}
        value={guest.tableId ?? undefined}
        options={tables.map(({ id, title, question }) => ({ value: id, label: title, hint: question }))}
      />
    </Form>
  );
};

const Write = ({ ctx, formKey, workshop, phase, form }: HallProps) => {
  const words = say(ctx);
  if (phase?.takes !== "cards") return null;
  return (
    <div data-write>
      <Form
        ctx={ctx}
        action={paths.hallCards(workshop.slug)}
        formKey={formKey}
        form={form}
        submit={words("send")}
        next={words("without")}
      >
        <HiddenField name="marke" value={formKey} />
        <HiddenField name="teil" value={phase.id} />
        <TextArea name="text" label={words("write")} hint={words("writeHint")} rows={3} maximum={500} />
      </Form>
    </div>
  );
};

const Dots = ({ ctx, formKey, workshop, phase, clusters, given, form }: HallProps) => {
  const words = say(ctx);
  if (phase?.takes !== "dots") return null;
  if (clusters.length === 0) return <Empty heading={words("noClusters")} />;
  return (
    <Section id="punkte" heading={words("dots")}>
      <p>{words("dotsLeft", { n: phase.dots })}</p>
      <Form
        ctx={ctx}
        action={paths.hallDots(workshop.slug)}
        formKey={`${formKey}p`}
        form={form}
        submit={words("giveDots")}
      >
        <HiddenField name="teil" value={phase.id} />
        {clusters.map(({ id, title, words: about }) => (
          <NumberField
            name={`punkte-${id}`}
            label={title}
            hint={about}
            value={String(given.get(id) ?? 0)}
            optional
          />
        ))}
      </Form>
    </Section>
  );
};

type CardProps = Pick<HallProps, "ctx" | "formKey" | "workshop"> & { readonly card?: TableCard };

// Without a card: the model that the script fills.
const Card = ({ ctx, formKey, workshop, card }: CardProps) => {
  const words = say(ctx);
  return (
    <li data-row={card?.id ?? ""}>
      <p class="al-card__text" data-part="text">
        {card?.text}
      </p>
      <p class="al-soft al-small">
        <span data-part="number">{card && words("number", { n: card.number })}</span>
        {(!card || card.own) && <span data-part="own"> · {words("own")}</span>}
      </p>
      {(!card || (card.own && card.clusterId === null)) && (
        <ActionForm
          action={paths.hallCards(workshop.slug)}
          formKey={card && `${formKey}z${card.number}`}
          values={{ zurueck: card?.id ?? "" }}
          label={words("takeBack")}
          object={card && words("number", { n: card.number })}
        />
      )}
    </li>
  );
};

const Cards = (props: HallProps) => {
  const { ctx, guest, cards, phase } = props;
  const words = say(ctx);
  if (phase?.takes !== "cards") return null;
  return (
    <Section id="karten" heading={words(guest.tableId ? "cards" : "cardsAlone")}>
      <ul class="al-cards" data-late aria-live="polite" />
      <p class="al-soft" data-none hidden={cards.length > 0}>
        {words("noCards")}
      </p>
      <ul class="al-cards" data-cards>
        {cards.map((card) => (
          <Card {...props} card={card} />
        ))}
      </ul>
      <template data-model>
        <Card {...props} />
      </template>
    </Section>
  );
};

const wordsOfDevice = (ctx: Context): string =>
  JSON.stringify(Object.fromEntries(deviceWords.map((key) => [key, say(ctx)(key, { n: "{n}" })])));

const Waiting = ({ ctx, workshop }: HallProps) => {
  const words = say(ctx);
  if (workshop.state === "correcting")
    return (
      <Empty heading={words("correct")}>
        <ButtonLink href={paths.corrections(workshop.slug)}>{words("correct")}</ButtonLink>
      </Empty>
    );
  return (
    <Empty heading={words("nothing")}>
      <p>
        {workshop.state === "announced"
          ? words("before", { day: dayAndTime(ctx, workshop.startsAt) })
          : words("nothingText")}
      </p>
    </Empty>
  );
};

/** A phone in the hall: the question of the moment, a card, and what lies on the table. */
export const HallPage = (props: HallProps) => {
  const { ctx, workshop, tables, guest, phase } = props;
  const words = say(ctx);
  const table = tables.find(({ id }) => id === guest.tableId);
  const asksTable = tables.length > 0 && !table;
  return (
    <div
      class="al-stack"
      data-hall={workshop.slug}
      data-send={paths.hallCards(workshop.slug)}
      data-state={paths.hallState(workshop.slug)}
      data-phase={phase?.id ?? ""}
      data-takes={phase?.takes ?? "nothing"}
      data-words={wordsOfDevice(ctx)}
      {...(table ? { "data-table": table.id } : {})}
    >
      <Title
        kind={phase ? `${workshop.title} · ${phase.title}` : workshop.title}
        heading={phase?.question || phase?.title || words("heading")}
        lead={table && words("atTable", { table: table.title })}
      />
      <p class="al-roll__line" role="status" data-line />
      <Told {...props} />
      {asksTable ? (
        <Seat {...props} />
      ) : (
        <Stack>
          {!phase && <Waiting {...props} />}
          <Write {...props} />
          <Dots {...props} />
          <Cards {...props} />
          {table && (
            <More summary={words("changeTable")}>
              <Seat {...props} />
            </More>
          )}
        </Stack>
      )}
    </div>
  );
};
