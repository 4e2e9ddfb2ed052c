import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { money } from "#core/number.ts";
import { type Border, collectionOf, drawable } from "#modules/organizations/map/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { say as proposalWords } from "#modules/participation/proposal/messages.ts";
import { bylineOf, ownBorders } from "#modules/participation/proposal/views.tsx";
import type { AuthorRow, ProposalRow } from "#modules/participation/proposals/queries.ts";
import { proposalSorts } from "#modules/participation/proposals/vocabulary.ts";
import type { Process } from "#modules/participation/schema.ts";
import { say as supporting } from "#modules/participation/supports/messages.ts";
import { ButtonLink } from "#ui/button.tsx";
import { options, Select } from "#ui/choices.tsx";
import { Tags } from "#ui/facts.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { TownMap } from "#ui/map.tsx";
import { Empty, SideBySide, Title, TwoColumns } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { ItemList } from "#ui/task.tsx";
import { Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { addressOf, type Filters, narrowOf, sortOf } from "./vocabulary.ts";

type Props = {
  readonly ctx: Context;
  readonly process: Process;
  readonly filters: Filters;
  readonly rows: readonly ProposalRow[];
  readonly authors: readonly AuthorRow[];
  readonly reasons: ReadonlyMap<ProposalRow["id"], number>;
  readonly total: number;
  readonly size: number;
  /** Proposals are collected now. */
  readonly collecting: boolean;
  readonly borders: readonly Border[];
};

const itemOf = ({ ctx, process, authors, reasons }: Props, row: ProposalRow) => {
  const words = say(ctx);
  const own = authors.filter(({ proposalId }) => proposalId === row.id);
  const n = reasons.get(row.id) ?? 0;
  const meta = [
    row.placeWords,
    row.costCents !== null && money(ctx, row.costCents),
    n > 0 && words("reasons", { n }),
  ];
  return {
    title: row.title,
    href: paths.proposal(process.slug, row.number),
    kind: `${words("number", row)} · ${bylineOf(row, own) || proposalWords(ctx)("unnamed")} · ${dayWithYear(ctx, row.publishedAt ?? row.madeAt)}`,
    text: (
      <>
        <p>{row.words.length > 180 ? `${row.words.slice(0, 180).trimEnd()} …` : row.words}</p>
        {meta.some(Boolean) && <p class="al-soft al-small">{meta.filter(Boolean).join(" · ")}</p>}
      </>
    ),
    end: supporting(ctx)("count", { n: row.supports }),
  };
};

const Narrow = ({ ctx, process, filters }: Props) => {
  const words = say(ctx);
  const values = Object.fromEntries(
    Object.entries({ q: filters.q, kosten: filters.kosten, sortierung: sortOf(filters) }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  return (
    <Form
      ctx={ctx}
      action={paths.proposals(process.slug)}
      method="get"
      submit={words("show")}
      form={{ values, errors: {} }}
      label={words("filters")}
      narrow
      quiet
    >
      <TextField name="q" type="search" label={words("q")} optional />
      {process.asksCost && <TextField name="kosten" label={words("most")} width="medium" optional />}
      <Select
        name="sortierung"
        label={words("sort")}
        blank={false}
        options={options(
          proposalSorts.filter((sort) => sort !== "cost" || process.asksCost),
          (sort) => words(`sort_${sort}`),
        )}
      />
      {filters.ansicht && <HiddenField name="ansicht" value={filters.ansicht} />}
    </Form>
  );
};

const tagsOf = ({ ctx, process, filters }: Props) => {
  const words = say(ctx);
  const { mostCents } = narrowOf(filters);
  return [
    ...(filters.q
      ? [
          {
            label: words("filterWords", { q: filters.q }),
            without: addressOf(process.slug, { ...filters, q: undefined, seite: undefined }),
          },
        ]
      : []),
    ...(mostCents !== undefined
      ? [
          {
            label: words("filterMost", { cost: money(ctx, mostCents) }),
            without: addressOf(process.slug, { ...filters, kosten: undefined, seite: undefined }),
          },
        ]
      : []),
  ];
};

const Nothing = (props: Props) => {
  const { ctx, process, filters } = props;
  const words = say(ctx);
  const narrowed = tagsOf(props).length > 0;
  return (
    <Empty heading={words(narrowed ? "noneFound" : "none")}>
      {narrowed && (
        <>
          <p>{words("noneFoundText")}</p>
          <p>
            <a href={addressOf(process.slug, { ansicht: filters.ansicht })}>{words("all")}</a>
          </p>
        </>
      )}
    </Empty>
  );
};

const OnMap = (props: Props) => {
  const { ctx, process, rows, borders } = props;
  const own = ownBorders(ctx, borders);
  const drawn = drawable(
    own,
    rows.map((row) => ({ ...row, townName: null })),
  );
  const away = rows.filter(({ latitude }) => latitude === null).length;
  return (
    <TwoColumns>
      <div>
        <TownMap
          ctx={ctx}
          id="karte"
          caption={say(ctx)("caption")}
          borders={collectionOf(own)}
          points={drawn.map(({ title, number: n, latitude, longitude }) => ({
            name: title,
            href: paths.proposal(process.slug, n),
            latitude,
            longitude,
          }))}
          listHref="#liste"
        />
        {away > 0 && <p class="al-soft al-small">{say(ctx)("noPlace", { n: away })}</p>}
      </div>
      <div id="liste">
        <ItemList
          items={rows.map((row) => ({
            title: row.title,
            href: paths.proposal(process.slug, row.number),
            kind: [say(ctx)("number", row), row.placeWords].filter(Boolean).join(" · "),
            text: supporting(ctx)("count", { n: row.supports }),
          }))}
        />
      </div>
    </TwoColumns>
  );
};

const AsList = (props: Props) => {
  const { ctx, process, filters, rows, total, size } = props;
  return (
    <>
      <ItemList items={rows.map((row) => itemOf(props, row))} />
      <Pager
        ctx={ctx}
        page={filters.seite ?? 1}
        size={size}
        total={total}
        href={(seite) => addressOf(process.slug, { ...filters, seite })}
        next={say(ctx)("next", { n: Math.max(1, Math.min(size, total - (filters.seite ?? 1) * size)) })}
      />
    </>
  );
};

/** Every open proposal of a process: narrowed down, in the order one wants, as a list or on the map. */
export const ListingView = (props: Props) => {
  const { ctx, process, filters, rows, total, collecting } = props;
  const words = say(ctx);
  const asMap = filters.ansicht === "karte";
  const view = (ansicht: Filters["ansicht"]) =>
    addressOf(process.slug, { ...filters, ansicht, seite: undefined });
  return (
    <>
      <Title kind={process.title} heading={words("heading")} lead={process.question}>
        {collecting && (
          <p>
            <ButtonLink href={paths.newProposal(process.slug)}>{words("write")}</ButtonLink>
          </p>
        )}
      </Title>
      <SideBySide side={<Narrow {...props} />}>
        <div class="al-stack">
          <p>{words("shown", { n: total })}</p>
          <Tags ctx={ctx} tags={tagsOf(props)} />
          {process.asksPlace && (
            <Views
              ctx={ctx}
              views={[
                { href: view(undefined), label: words("asList"), current: !asMap },
                { href: view("karte"), label: words("onMap"), current: asMap },
              ]}
            />
          )}
          {rows.length === 0 ? <Nothing {...props} /> : asMap ? <OnMap {...props} /> : <AsList {...props} />}
        </div>
      </SideBySide>
    </>
  );
};
