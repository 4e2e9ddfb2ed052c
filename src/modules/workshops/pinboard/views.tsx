import type { Context } from "#core/context.ts";
import { blank } from "#core/input.ts";
import type { CardRow } from "#modules/workshops/cards/queries.ts";
import { moveValue } from "#modules/workshops/clusters/commands.ts";
import type { ClusterRow } from "#modules/workshops/clusters/queries.ts";
import { type Suggestion, Suggestions } from "#modules/workshops/clusters/views.tsx";
import type { DotBase, Dots } from "#modules/workshops/dots/queries.ts";
import { PaperDots } from "#modules/workshops/dots/views.tsx";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop, WorkshopPhase } from "#modules/workshops/schema.ts";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { TextField } from "#ui/fields.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { FormScope } from "#ui/scope.ts";
import { say } from "./messages.ts";

export type Refusal = "none" | "gone" | "tooMany" | "nothing" | "dots" | "name";
export type BoardNotice = "sortiert" | "zurueck" | "punkte" | "zusammen" | "entfernt";

export type BoardProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly phase: WorkshopPhase;
  readonly phases: readonly WorkshopPhase[];
  readonly clusters: readonly ClusterRow[];
  readonly cards: readonly CardRow[];
  readonly dots: ReadonlyMap<string, Dots>;
  readonly base: DotBase | undefined;
  readonly suggestions: readonly Suggestion[];
  readonly undo: boolean;
  readonly notice?: BoardNotice | undefined;
  readonly elsewhere?: readonly string[] | undefined;
  readonly refusal?: Refusal | undefined;
};

const PinCard = ({ ctx, card }: { readonly ctx: Context; readonly card: CardRow }) => {
  const id = `k${card.number}`;
  return (
    <li class="al-pin" data-pin={moveValue(card.id, card.clusterId)}>
      <input type="checkbox" id={id} name="karte" value={moveValue(card.id, card.clusterId)} />
      <label for={id}>
        <span class="al-pin__number" data-handle>
          <span class="al-hidden">{say(ctx)("card", { number: card.number })}</span>
          <span aria-hidden="true">{card.number}</span>
        </span>
        <span>
          {card.text}
          {card.how === "paper" && <span class="al-soft al-small"> · {say(ctx)("fromPaper")}</span>}
        </span>
      </label>
    </li>
  );
};

const Order = ({ ctx, cluster }: { readonly ctx: Context; readonly cluster: ClusterRow }) => (
  <>
    {(["up", "down"] as const).map((way) => (
      <button class="al-do" type="submit" name="aktion" value={`${way}.${cluster.id}`}>
        {say(ctx)(way)}
        <span class="al-hidden">: {cluster.title}</span>
      </button>
    ))}
  </>
);

const ClusterColumn = ({ cluster, ...props }: BoardProps & { readonly cluster: ClusterRow }) => {
  const { ctx, workshop, cards, dots } = props;
  const words = say(ctx);
  const own = cards.filter(({ clusterId }) => clusterId === cluster.id);
  const n = dots.get(cluster.id)?.all ?? 0;
  return (
    <section class="al-pins" aria-labelledby={`t-${cluster.id}`} data-cluster={cluster.id}>
      <h3 id={`t-${cluster.id}`}>
        <a href={paths.officeCluster(workshop.id, cluster.id)}>{cluster.title}</a>
      </h3>
      <p class="al-soft al-small">
        {words("cards", { n: own.length })}
        {n > 0 && ` · ${words("dotCount", { n })}`}
      </p>
      <ul>
        {own.map((card) => (
          <PinCard ctx={ctx} card={card} />
        ))}
      </ul>
      <p class="al-pins__order">
        <Order ctx={ctx} cluster={cluster} />
      </p>
    </section>
  );
};

/** What is done with the chosen cards; stays in sight while one scrolls along the wall. */
const Tools = ({ ctx, clusters, undo }: BoardProps) => {
  const words = say(ctx);
  return (
    <div class="al-pin-tools">
      <div class="al-beside">
        <Select
          name="nach"
          label={words("into")}
          options={[
            ...clusters.map(({ id, title }) => ({ value: id, label: title })),
            { value: "-", label: words("unsorted") },
          ]}
          optional
        />
        <Button name="aktion" value="legen">
          {words("moveNow")}
        </Button>
        <TextField name="thema" label={words("newTheme")} maximum={200} optional />
        <Button name="aktion" value="neu" kind="secondary">
          {words("makeTheme")}
        </Button>
        {undo && (
          <Button name="aktion" value="zurueck" kind="tertiary">
            {words("undo")}
          </Button>
        )}
      </div>
    </div>
  );
};

const Wall = (props: BoardProps) => {
  const { ctx, formKey, workshop, phase, clusters, cards } = props;
  const words = say(ctx);
  const loose = cards.filter(({ clusterId }) => clusterId === null);
  return (
    <form method="post" action={paths.board(workshop.id, phase.id)} data-pinboard>
      <input type="hidden" name="_key" value={`${formKey}p`} />
      <FormScope.Provider value={{ ctx, form: blank, id: "w", narrow: true }}>
        <p class="al-soft" data-drag-hint hidden>
          {words("dragHint")}
        </p>
        <div class="al-pinwall">
          <section class="al-pins" aria-labelledby="lose" data-cluster="-">
            <h3 id="lose">{words("unsorted")}</h3>
            <p class="al-soft al-small">
              {loose.length > 0 ? words("cards", { n: loose.length }) : words("allSorted")}
            </p>
            <ul>
              {loose.map((card) => (
                <PinCard ctx={ctx} card={card} />
              ))}
            </ul>
          </section>
          {clusters.map((cluster) => (
            <ClusterColumn {...props} cluster={cluster} />
          ))}
        </div>
        <Tools {...props} />
      </FormScope.Provider>
    </form>
  );
};

const Heard = ({ ctx, notice, refusal, elsewhere = [] }: BoardProps) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} />}
    {refusal && <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />}
    {elsewhere.length > 0 && (
      <Notice
        ctx={ctx}
        kind="warning"
        heading={say(ctx)("elsewhere", { n: elsewhere.length, numbers: elsewhere.join(", ") })}
      />
    )}
  </>
);

/** The wall of one part of the day: cards, clusters, and what is done with them. */
export const BoardView = (props: BoardProps) => {
  const { ctx, workshop, phase, phases, cards, clusters, base, suggestions } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={workshop.title} heading={words("heading", { phase: phase.title })} lead={words("lead")}>
        {phases.length > 1 && (
          <nav class="al-actions" aria-label={words("phases")}>
            {phases.map(({ id, title }) => (
              <a href={paths.board(workshop.id, id)} aria-current={id === phase.id ? "page" : undefined}>
                {title}
              </a>
            ))}
          </nav>
        )}
      </Title>
      <div data-heard>
        <Heard {...props} />
      </div>
      {cards.length === 0 && clusters.length === 0 ? (
        <Empty heading={words("noCards")}>
          <p>{words("noCardsText")}</p>
          <p>
            <a href={paths.paperCards(workshop.id)}>{words("typePaper")}</a>
          </p>
        </Empty>
      ) : (
        <Section
          id="wand"
          heading={words("wall")}
          aside={base?.all ? words("dotBase", { n: base.all }) : undefined}
        >
          <Wall {...props} />
        </Section>
      )}
      {suggestions.length > 0 && <Suggestions {...props} action={paths.board(workshop.id, phase.id)} />}
      {clusters.length > 0 && phase.dots > 0 && (
        <PaperDots {...props} action={paths.board(workshop.id, phase.id)} />
      )}
    </>
  );
};
