import type { Context } from "#core/context.ts";
import { sectorName } from "#modules/consortium/vocabulary.ts";
import type { PackageRow, VersionZone } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { packageStateName } from "#modules/strategy/vocabulary.ts";
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
            href: paths.amendments,
            kind: `${words("number", { number })} · ${packageStateName(ctx, state)}`,
            text: stateWords || text,
          }))}
        />
      )}
      {found && <Agreement {...props} found={found} />}
    </Stack>
  );
};
