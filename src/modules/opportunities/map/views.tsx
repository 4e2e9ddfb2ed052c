import type { Context } from "#core/context.ts";
import type { Point } from "#methods/geography.ts";
import { say as listWords } from "#modules/opportunities/catalog/messages.ts";
import type { Result } from "#modules/opportunities/catalog/queries.ts";
import { tagsOf } from "#modules/opportunities/catalog/views.tsx";
import { addressOf, type Filters } from "#modules/opportunities/catalog/vocabulary.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { whenOf } from "#modules/opportunities/vocabulary.ts";
import {
  type Border,
  byPlace,
  collectionOf,
  drawable,
  placeId,
  placeNames,
} from "#modules/organizations/map/queries.ts";
import { Tags } from "#ui/facts.tsx";
import { type MapPoint, TownMap } from "#ui/map.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title, TwoColumns } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly filters: Filters;
  readonly result: Result;
  readonly borders: readonly Border[];
  readonly organization: string | undefined;
};

type Offer = Result["rows"][number]["offer"];

type Group = {
  readonly id: string;
  readonly name: string;
  readonly offers: readonly Offer[];
  /** The list that has the rest of them. */
  readonly list: Filters;
};

const shownPerPlace = 5;

// A link to a single further one takes as much room as that one.
const shownOf = (offers: readonly Offer[]): readonly Offer[] =>
  offers.length === shownPerPlace + 1 ? offers : offers.slice(0, shownPerPlace);

const pointOf = ({ title, slug, latitude, longitude }: Offer & Point): MapPoint => ({
  name: title,
  href: paths.show(slug),
  latitude,
  longitude,
});

const offersIn = ({ result }: Props): readonly Offer[] => result.rows.map(({ offer }) => offer);

// The list is searched by words; the name of the place is one more of them.
const inPlace = (filters: Filters, town: string): Filters => ({
  ...filters,
  q: [filters.q, town].filter(Boolean).join(" ").slice(0, 120),
});

/** Places first, those with most at the top; then what has none, said in words. */
const groupsOf = (props: Props): readonly Group[] => {
  const { ctx, filters } = props;
  const words = say(ctx);
  const offers = offersIn(props);
  const kind = (wanted: Offer["placeKind"]) => offers.filter(({ placeKind }) => placeKind === wanted);
  const places = byPlace(kind("onsite")).map(({ town, members }) => ({
    id: placeId(town),
    name: town || words("nowhere"),
    offers: members,
    list: town ? inPlace(filters, town) : filters,
  }));
  const elsewhere: readonly Group[] = [
    {
      id: "von-zu-hause",
      name: words("remote"),
      offers: kind("remote"),
      list: { ...filters, umkreis: "zuhause" },
    },
    { id: "wir-kommen", name: words("visit"), offers: kind("visit"), list: filters },
  ];
  return [...places, ...elsewhere].filter((group) => group.offers.length > 0);
};

const itemOf = (ctx: Context, offer: Offer) => {
  const { when, time } = whenOf(ctx, offer);
  return {
    title: offer.title,
    href: paths.show(offer.slug),
    text: <p class="al-small">{[[when, time].filter(Boolean).join(", "), offer.organization].join(" · ")}</p>,
  };
};

const PlaceList = (props: Props) => {
  const { ctx } = props;
  const words = say(ctx);
  return (
    <div id="liste" class="al-stack al-stack--wide">
      {groupsOf(props).map(({ id, name, offers, list }) => {
        const shown = shownOf(offers);
        return (
          <Section id={id} heading={words("here", { place: name, n: offers.length })} space="none">
            <ItemList items={shown.map((offer) => itemOf(ctx, offer))} />
            {offers.length > shown.length && (
              <p>
                <a href={addressOf(list)}>
                  {words("moreInList", { n: offers.length - shown.length })}
                  <span class="al-hidden"> ({name})</span>
                </a>
              </p>
            )}
          </Section>
        );
      })}
    </div>
  );
};

const Found = (props: Props) => {
  const { ctx, borders } = props;
  const words = say(ctx);
  const drawn = drawable(borders, offersIn(props));
  return (
    <TwoColumns>
      <div>
        <TownMap
          ctx={ctx}
          id="karte"
          caption={words("caption")}
          borders={collectionOf(borders)}
          points={drawn.map(pointOf)}
          labels={placeNames(drawn)}
          listHref="#liste"
        />
        <p class="al-soft al-small">{words("sources")}</p>
        <p class="al-small">
          <a href={paths.organizationsMap}>{words("organizationsMap")}</a>
        </p>
      </div>
      <PlaceList {...props} />
    </TwoColumns>
  );
};

/** Where help is wanted: the offers of the list on a map, and beside it place by place. */
export const OffersMapPage = (props: Props) => {
  const { ctx, filters, result, organization } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={words("title")} lead={words("lead", { town: ctx.place.name })}>
        <p>
          {words("shown", { n: result.total })} · <a href={addressOf(filters)}>{words("asList")}</a>
        </p>
        <Tags ctx={ctx} tags={tagsOf(ctx, filters, organization, paths.map)} />
        {result.unknownPostcode && (
          <Notice ctx={ctx}>{listWords(ctx)("plzUnknown", { town: ctx.place.name })}</Notice>
        )}
        {result.similar && <Notice ctx={ctx}>{listWords(ctx)("similar")}</Notice>}
      </Title>
      {result.total > 0 ? (
        <Found {...props} />
      ) : (
        <Empty heading={listWords(ctx)("nothingFound")}>
          {result.all > 0 && (
            <p>
              <a href={paths.map}>{words("everything")}</a>
            </p>
          )}
        </Empty>
      )}
    </>
  );
};
