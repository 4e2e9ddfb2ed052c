import type { Context } from "#core/context.ts";
import type { Point } from "#methods/geography.ts";
import { paths } from "#modules/organizations/paths.ts";
import type { OrganizationCard } from "#modules/organizations/queries.ts";
import { fieldName, fields, sectorName, sectors } from "#modules/organizations/vocabulary.ts";
import { SectorSign } from "#ui/facts.tsx";
import { withParameter } from "#ui/link.ts";
import { type MapPoint, TownMap } from "#ui/map.tsx";
import { Section, Title, TwoColumns } from "#ui/page.tsx";
import { Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { type Border, byPlace, collectionOf, drawable, placeId, placeNames } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  /** All that are shown, for the counts; the filter is applied here. */
  readonly organizations: readonly OrganizationCard[];
  readonly borders: readonly Border[];
  readonly sector: string | undefined;
  readonly field: string | undefined;
};

const shownPerPlace = 5;

const pointOf = ({ name, slug, latitude, longitude, sector }: OrganizationCard & Point): MapPoint => ({
  name,
  href: paths.show(slug),
  latitude,
  longitude,
  sector,
});

const PlaceList = ({ ctx, organizations, sector, field }: Props) => {
  const words = say(ctx);
  return (
    <div id="liste" class="al-stack al-stack--wide">
      {byPlace(organizations).map(({ town, members }) => (
        <Section
          id={placeId(town)}
          heading={words("mapHere", { place: town || words("elsewhere"), n: members.length })}
          space="none"
        >
          <ul class="al-items">
            {members.slice(0, shownPerPlace).map(({ slug, name: title, sector: kind }) => (
              <li>
                <p>
                  <SectorSign sector={kind} /> <a href={paths.show(slug)}>{title}</a>{" "}
                  <span class="al-hidden">({sectorName(ctx, kind)})</span>
                </p>
              </li>
            ))}
          </ul>
          {members.length > shownPerPlace && (
            <p>
              <a
                href={withParameter(
                  withParameter(withParameter(paths.list, "q", town || undefined), "sektor", sector),
                  "feld",
                  field,
                )}
              >
                {words("moreInList", { n: members.length - shownPerPlace })}
              </a>
            </p>
          )}
        </Section>
      ))}
    </div>
  );
};

const address = (sector: string | undefined, field: string | undefined): string =>
  withParameter(withParameter(paths.map, "sektor", sector), "feld", field);

const Filters = ({ ctx, organizations, sector, field }: Props) => {
  const inField = organizations.filter((one) => field === undefined || one.fields.includes(field));
  const inSector = organizations.filter((one) => sector === undefined || one.sector === sector);
  const present = fields.filter((code) => inSector.some((one) => one.fields.includes(code)));
  return (
    <>
      <Views
        ctx={ctx}
        views={[
          {
            href: address(undefined, field),
            label: say(ctx)("allSectors"),
            count: inField.length,
            current: sector === undefined,
          },
          ...sectors.map((code) => ({
            href: address(code, field),
            label: sectorName(ctx, code),
            count: inField.filter((one) => one.sector === code).length,
            current: code === sector,
          })),
        ]}
      />
      <details open={field !== undefined}>
        <summary>{say(ctx)("byField")}</summary>
        <Views
          ctx={ctx}
          views={[
            {
              href: address(sector, undefined),
              label: say(ctx)("allFields"),
              count: inSector.length,
              current: field === undefined,
            },
            ...present.map((code) => ({
              href: address(sector, code),
              label: fieldName(ctx, code),
              count: inSector.filter((one) => one.fields.includes(code)).length,
              current: code === field,
            })),
          ]}
        />
      </details>
    </>
  );
};

/** Where who is: a map, and beside it the same as a list. */
export const MapPage = (props: Props) => {
  const { ctx, organizations, borders, sector, field } = props;
  const words = say(ctx);
  const shown = organizations.filter(
    (one) =>
      (sector === undefined || one.sector === sector) && (field === undefined || one.fields.includes(field)),
  );
  const drawn = drawable(borders, shown);
  return (
    <>
      <Title heading={words("mapTitle")} lead={words("mapLead", { town: ctx.place.name })} />
      <Filters {...props} />
      <TwoColumns>
        <div>
          <TownMap
            ctx={ctx}
            id="karte"
            caption={words("mapCaption")}
            borders={collectionOf(borders)}
            points={drawn.map(pointOf)}
            labels={placeNames(drawn)}
            listHref="#liste"
          />
          <p class="al-soft al-small">{words("sources")}</p>
          <p class="al-small">
            <a href={paths.offersMap}>{words("offersMap")}</a>
          </p>
        </div>
        <PlaceList {...props} organizations={shown} />
      </TwoColumns>
    </>
  );
};
