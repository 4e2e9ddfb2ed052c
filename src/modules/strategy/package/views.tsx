import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { sectorName } from "#modules/consortium/vocabulary.ts";
import type { AmendmentRow } from "#modules/strategy/amendments/queries.ts";
import { Author, ChangeShown } from "#modules/strategy/amendments/views.tsx";
import type { PackageRow, StanceRow, VersionZone } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { packageStateName, stanceKindName } from "#modules/strategy/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { SectorSign, State, type StateKind } from "#ui/facts.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly packages: readonly PackageRow[];
  readonly version: number | undefined;
  readonly found: VersionZone | undefined;
};

const Agreement = ({ ctx, version, found }: Props & { readonly found: VersionZone }) => {
  const words = say(ctx);
  const nameOf = (id: string): string => {
    const offer = found.offers.get(id);
    return offer ? words(`offer_${offer.label}`, { number: offer.number }) : "";
  };
  const { combinations, offers } = found.zone;
  const sectors = offers[0]?.sectors.map(({ sector }) => sector) ?? [];
  return (
    <Section id="zone" heading={words("zone")}>
      <p>{words("zoneText", { number: version ?? 0 })}</p>
      {combinations.length === 0 && <p>{words("refused")}</p>}
      {combinations.slice(0, 3).map((combination) => (
        <p>
          <b>{words("together")}:</b> {combination.offers.map(nameOf).join(", ")}
        </p>
      ))}
      <Table
        id="sektoren"
        caption={words("table")}
        rows={offers}
        columns={[
          { heading: words("col_offer"), cell: ({ id }) => nameOf(id) },
          ...sectors.map((sector, at) => ({
            heading: sectorName(ctx, sector),
            cell: ({ sectors: said }: (typeof offers)[number]) => {
              const stand = said[at];
              return stand ? words("stands", stand) : "";
            },
          })),
        ]}
      />
    </Section>
  );
};

/** All packages, and what the sectors can live with in the version that is open. */
export const PackagesView = (props: Props) => {
  const { ctx, packages, found } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      {packages.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <ItemList
          items={packages.map(({ number, title, words: text, state, stateWords }) => ({
            title,
            href: paths.package(number),
            kind: `${words("number", { number })} · ${packageStateName(ctx, state)}`,
            text: stateWords || text,
          }))}
        />
      )}
      {found && <Agreement {...props} found={found} />}
    </Stack>
  );
};

/** What each seat says. */
export const StanceTable = ({
  ctx,
  stances,
}: {
  readonly ctx: Context;
  readonly stances: readonly StanceRow[];
}) => {
  const words = say(ctx);
  if (stances.length === 0) return <p class="al-soft">{words("silent")}</p>;
  return (
    <Table
      id="worte"
      caption={words("saidTable")}
      rows={stances}
      columns={[
        {
          heading: words("seat"),
          cell: ({ seat, sector }) => (
            <>
              <SectorSign sector={sector} /> {seat} <span class="al-soft">({sectorName(ctx, sector)})</span>
            </>
          ),
        },
        {
          heading: words("word"),
          cell: ({ stance }) => <State kind={stanceKind[stance]}>{stanceKindName(ctx, stance)}</State>,
        },
        {
          heading: words("why"),
          cell: ({ reason, change }) => (
            <>
              {reason} {change && words("needs", { change })}
            </>
          ),
        },
      ]}
    />
  );
};

const stanceKind: Readonly<Record<StanceRow["stance"], StateKind>> = {
  support: "yes",
  canLive: "info",
  cannotLive: "no",
};

type OneProps = {
  readonly ctx: Context;
  readonly row: PackageRow;
  readonly amendments: readonly AmendmentRow[];
  readonly stances: readonly StanceRow[];
  /** Whether the asker can say something for a seat. */
  readonly asks: boolean;
  readonly children?: ComponentChildren;
};

/** One package: who gives and gets what, its amendments word by word, and what each seat says. */
export const PackageView = ({ ctx, row, amendments, stances, asks, children }: OneProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        kind={`${words("number", row)} · ${row.version}`}
        heading={row.title}
        lead={packageStateName(ctx, row.state)}
      >
        <p>{row.words}</p>
        {row.stateWords && <p>{row.stateWords}</p>}
        {asks && (
          <p class="al-actions">
            <ButtonLink href={paths.packageStance(row.number)}>{words("say")}</ButtonLink>
          </p>
        )}
      </Title>
      <Section id="teile" heading={words("parts")}>
        <Stack wide>
          {amendments.map((one) => (
            <Stack>
              <p>
                <a href={paths.amendment(one.number)}>{words("offer_amendment", one)}</a> ·{" "}
                <Author ctx={ctx} row={one} />
              </p>
              <ChangeShown ctx={ctx} row={one} />
            </Stack>
          ))}
        </Stack>
      </Section>
      <Section id="sitze" heading={words("said")}>
        <StanceTable ctx={ctx} stances={stances} />
      </Section>
      {children}
    </Stack>
  );
};
